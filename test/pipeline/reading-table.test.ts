import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { committedText, fixtureCases } from '../support/fixtures.ts';
import { readingLines } from '../support/reading-table.ts';

const file = fileURLToPath(new URL('reading-table.txt', import.meta.url));

const heading = `# How surely each form of fixtures/forms is read, a line a form: what its best reading costs, «?» and how many of its
# blocks are told as uncertain, the margins of all its blocks to all their rivals in sum, and the least margin to each
# rival: by how much the form would be dearer if that recogniser took a block. Written by UPDATE=1.
`;

it('costs and margins of every fixture are those of reading-table.txt', async () => {
  const lines: string[] = [];
  for (const { name, input } of fixtureCases('forms')) {
    if (input !== undefined) lines.push(...(await readingLines(name, input, readFileSync(input))));
  }
  expect(lines.length).toBeGreaterThan(100);
  const committed = committedText(file, `${[heading, ...lines].join('\n')}\n`).split('\n');
  const had = committed.filter((line) => line !== '' && !line.startsWith('#'));
  expect([
    ...had.filter((line) => !lines.includes(line)).map((line) => `- ${line}`),
    ...lines.filter((line) => !had.includes(line)).map((line) => `+ ${line}`),
  ]).toEqual([]);
});
