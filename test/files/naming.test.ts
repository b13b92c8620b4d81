import { describe, expect, it } from 'vitest';
import { inShard, outputName } from '../../src/files/batch/naming.ts';

describe('outputName', () => {
  it('is the path itself where every system can hold it', () => {
    expect(outputName('报送/a b 😀.pdf')).toBe('报送/a b 😀.pdf.json');
    expect(outputName('../in/a.txt')).toBe('@up/in/a.txt.json');
    expect(outputName('/in/a.txt')).toBe('@root/in/a.txt.json');
  });

  it.each([
    'a:b.txt',
    'con.txt',
    'x'.repeat(240),
    '项'.repeat(80),
    'a.',
    '@up',
    `a~${'0'.repeat(10)}`,
  ])('tells %s apart by a hash', (name) => {
    const output = outputName(name);
    expect(output).toMatch(/~[0-9a-f]{10}\.json$/u);
    expect(output).not.toMatch(/[<>:"|?*\\]/u);
    expect(Buffer.byteLength(output)).toBeLessThan(255);
  });

  it('never gives a file and a folder one name', () => {
    expect(outputName('a.json/b.txt').split('/')[0]).not.toBe(outputName('a'));
  });

  it('cuts a path that is too deep', () => {
    expect(outputName('folder/'.repeat(400) + 'a.txt')).toMatch(
      /^@long\/a\.txt~[0-9a-f]{10}\.json$/u,
    );
  });
});

describe('inShard', () => {
  it('puts each path into one part', () => {
    const paths = Array.from({ length: 200 }, (_, index) => `in/${index}.txt`);
    const parts = [1, 2, 3].map((index) =>
      paths.filter((path) => inShard(path, { index, count: 3 })),
    );
    expect(parts.flat().sort()).toEqual([...paths].sort());
    for (const part of parts) expect(part.length).toBeGreaterThan(30);
  });
});
