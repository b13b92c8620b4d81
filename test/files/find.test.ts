import { chmod, mkdir, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findFiles, namesIn } from '../../src/files/find.ts';
import { inFolder } from '../support/folder.ts';

interface Layout {
  readonly files?: Readonly<Record<string, string>>;
  readonly patterns?: boolean;
  readonly prepare?: () => Promise<void>;
}

/** Lays out files in a folder of their own and looks for some paths from there. */
async function find(paths: readonly string[], { files = {}, patterns = true, prepare }: Layout) {
  const before = process.cwd();
  return inFolder(async (folder) => {
    for (const [name, text] of Object.entries(files)) {
      await mkdir(dirname(join(folder, name)), { recursive: true });
      await writeFile(join(folder, name), text);
    }
    process.chdir(folder);
    try {
      await prepare?.();
      const { problems, ...found } = await findFiles(paths, {
        extensions: ['txt', 'pdf'],
        patterns,
      });
      return { ...found, problems: problems.map(({ code, data }) => `${code} ${data.file ?? ''}`) };
    } finally {
      process.chdir(before);
    }
  });
}

const some = (...names: string[]): Record<string, string> =>
  Object.fromEntries(names.map((name) => [name, 'x']));

describe('findFiles', () => {
  it('passes over what a batch wrote, wherever it stands, and does not count it', async () => {
    const results = ['files.ndjson', 'run.json', 'json/a.txt.json', 'forms.txt'].map(
      (name) => `in/结果/${name}`,
    );
    expect(
      await find(['in'], {
        files: some('in/a.txt', 'in/other/files.ndjson', 'in/other/b.txt', ...results),
      }),
    ).toEqual({
      files: ['in/a.txt', 'in/other/b.txt'],
      skipped: ['in/other/files.ndjson'],
      problems: [],
    });
  });

  it.skipIf(process.platform === 'win32')('tells of a link that leads nowhere', async () => {
    const prepare = async (): Promise<void> =>
      Promise.all(['b.txt', 'c.png'].map((name) => symlink('nowhere', join('in', name)))).then(
        () => undefined,
      );
    expect(await find(['in'], { files: some('in/a.txt'), prepare })).toEqual({
      files: ['in/a.txt'],
      skipped: [],
      problems: ['file-not-found in/b.txt'],
    });
  });

  it('takes from a folder what ends like a format, by name, and counts the rest', async () => {
    const files = some(
      'in/b.TXT',
      'in/a.txt',
      'in/deep/er/表 1.pdf',
      'in/photo.png',
      'in/~$a.txt',
      'in/.hidden.txt',
      'out.txt',
    );
    expect(await find(['in'], { files })).toEqual({
      files: ['in/a.txt', 'in/b.TXT', 'in/deep/er/表 1.pdf'],
      skipped: ['in/photo.png', 'in/~$a.txt'],
      problems: [],
    });
    expect((await find(['./in/'], { files })).files).toEqual([
      'in/a.txt',
      'in/b.TXT',
      'in/deep/er/表 1.pdf',
    ]);
  });

  it('takes a file that is named whatever its name, and each file once', async () => {
    const files = some('in/data', 'in/a.txt');
    expect(await find(['in/data', 'in/a.txt', './in/a.txt', 'in'], { files })).toEqual({
      files: ['in/data', 'in/a.txt'],
      skipped: ['in/data'],
      problems: [],
    });
  });

  it('expands patterns, but takes a name that looks like one for the file it is', async () => {
    const files = some('in/a.txt', 'in/x/b.txt', 'in/c.md', '报告[1].txt');
    expect((await find(['in/**/*.txt'], { files })).files).toEqual(['in/a.txt', 'in/x/b.txt']);
    expect((await find(['报告[1].txt'], { files })).files).toEqual(['报告[1].txt']);
    expect((await find(['*.xls?'], { files })).problems).toEqual(['no-file-matches *.xls?']);
    expect((await find(['nowhere/*.txt'], { files })).problems).toEqual([
      'no-file-matches nowhere/*.txt',
    ]);
    expect((await find(['in/*.txt'], { files, patterns: false })).problems).toEqual([
      'file-not-found in/*.txt',
    ]);
  });

  it('passes over what .zxpjignore names, here and in the folder, but no file that is named', async () => {
    const files = {
      ...some('in/a.txt', 'in/old/b.txt', 'in/draft-c.txt', 'in/draft-keep.txt', 'z.txt'),
      '.zxpjignore': '# rest\nin/old/\n',
      'in/.zxpjignore': 'draft-*\n!draft-keep.txt\n',
    };
    expect(await find(['in'], { files })).toEqual({
      files: ['in/a.txt', 'in/draft-keep.txt'],
      skipped: [],
      problems: [],
    });
    expect((await find(['in/**/*.txt'], { files })).files).toEqual([
      'in/a.txt',
      'in/draft-c.txt',
      'in/draft-keep.txt',
    ]);
    expect((await find(['in/old/b.txt'], { files })).files).toEqual(['in/old/b.txt']);
  });

  it('goes on where a path leads nowhere, and says so', async () => {
    expect(await find(['gone.txt', 'a.txt'], { files: some('a.txt') })).toEqual({
      files: ['a.txt'],
      skipped: [],
      problems: ['file-not-found gone.txt'],
    });
  });

  it.each([
    ['itself', '../in'],
    ['a folder above', '../..'],
    ['the working directory', '..'],
  ])('does not enter a folder that links to %s', async (_name, target) => {
    const found = await find(['in'], {
      files: some('in/a.txt', 'in/b/c.txt', 'd.txt'),
      prepare: () => symlink(target, 'in/again'),
    });
    expect(found).toMatchObject({ files: ['in/a.txt', 'in/b/c.txt'], problems: [] });
  });

  it('follows a link to a folder beside, also to one whose name begins like that of its own', async () => {
    const files = some('in/a/b.txt', 'in/ab/c.txt', 'out/d.txt');
    const prepare = async (): Promise<void> =>
      Promise.all([symlink('../../out', 'in/ab/out'), symlink('../a', 'in/ab/a')]).then(
        () => undefined,
      );
    expect((await find(['in'], { files, prepare })).files).toEqual([
      'in/a/b.txt',
      'in/ab/a/b.txt',
      'in/ab/c.txt',
      'in/ab/out/d.txt',
    ]);
  });

  it.skipIf(process.getuid?.() === 0 || process.platform === 'win32')(
    'tells of a folder that may not be read',
    async () => {
      const files = some('in/a.txt', 'in/closed/b.txt');
      const found = await find(['in'], { files, prepare: () => chmod('in/closed', 0) });
      expect(found).toMatchObject({ files: ['in/a.txt'], problems: ['no-permission in/closed'] });
    },
  );

  it('names files outside the working directory as they were given', async () => {
    await inFolder(async (folder) => {
      await writeFile(join(folder, 'a.txt'), 'x');
      const name = folder.replaceAll('\\', '/');
      expect((await find([folder], {})).files).toEqual([`${name}/a.txt`]);
    });
  });
});

describe('namesIn', () => {
  it.each([
    ['a.txt\r\n表 1.pdf\n\n  \nb.txt', ['a.txt', '表 1.pdf', 'b.txt']],
    ['\uFEFFa.txt\n', ['a.txt']],
    ['a\nb.txt\0c.txt\0', ['a\nb.txt', 'c.txt']],
    ['', []],
  ])('%j', (list, names) => {
    expect(namesIn(list)).toEqual(names);
  });
});
