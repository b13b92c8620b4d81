import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { exporters } from '../../src/export/index.ts';
import { bare, readBack } from '../support/read-back.ts';
import { hostileForm, hostileTexts } from '../support/hostile-form.ts';
import { csvReport } from '../../src/report/csv.ts';
import { markdownReport } from '../../src/report/markdown.ts';
import { fileOf, runWithFiles } from '../support/page.ts';

const kinds = ['self-evaluation', 'target'] as const;

function partsOf(format: 'docx' | 'xlsx', kind: (typeof kinds)[number]): string {
  const bytes = Buffer.concat(
    [...exporters[format]([hostileForm(kind)])].map((piece) => Buffer.from(piece)),
  );
  return Object.entries(unzipSync(bytes))
    .filter(([path]) => /document|sheet\d/u.test(path))
    .map(([, part]) => strFromU8(part))
    .join('');
}

const unescaped = (xml: string): string =>
  xml
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');

describe.each(kinds)('a hostile %s', (kind) => {
  it.each(['docx', 'xlsx'] as const)('is text in %s: no formula, no field, no link', (format) => {
    const xml = partsOf(format, kind);
    expect(xml).not.toMatch(/<f[ >]|<w:(?:fldSimple|instrText|hyperlink)|<script|<img|r:id/u);
    const texts = [...xml.matchAll(/<(?:w:)?t[^>]*>([^<]*)</gu)].map(([, text]) =>
      unescaped(text ?? ''),
    );
    for (const text of hostileTexts)
      expect(
        texts.some((one) => one.includes(text)),
        text,
      ).toBe(true);
  });

  it('is text in Markdown', () => {
    const markdown = [...exporters.markdown([hostileForm(kind)])].join('');
    expect(markdown).not.toMatch(/(?<!\\)<(?!\/?(?:table|tr|td|th)[ >])/u);
    for (const line of markdown.split('\n').filter((one) => one.startsWith('#')))
      expect(line).not.toMatch(/(?<!\\)[<`[]/u);
  });

  it('is text in the lists of a check', () => {
    const run = runWithFiles([fileOf(hostileForm(kind))]);
    for (const line of csvReport(run).split('\r\n')) expect(line).not.toMatch(/(?:^|,)"?[=+@＝]/u);
    expect(markdownReport(run)).not.toMatch(/(?<!\\)<(?:script|img|svg)|(?<!\\)\]\(javascript/u);
  });
});

describe('texts that a format has signs of its own for', () => {
  it.each(['docx', 'xlsx', 'markdown'] as const)('come back from %s', async (format) => {
    const form = hostileForm('self-evaluation');
    const honest = {
      ...form,
      title: '项目支出绩效自评表',
      project: { name: '<甲> & "乙" _x0041_ |丙|*丁*', code: null },
      department: '=1+1 局',
      departmentCode: null,
      implementingUnit: '@单位',
      rating: null,
      extras: [],
      groupWeights: [],
      indicators: [],
      goal: { expected: '甲 < 乙 > 丙', actual: '甲 & 乙' },
    };
    const [back] = await readBack([honest as typeof form], format);
    expect(back?.project.name).toBe('<甲>&"乙"_x0041_|丙|*丁*');
    expect([back?.department, back?.implementingUnit]).toEqual(['=1+1局', '@单位']);
    expect(bare(back ?? form)).toMatchObject({ goal: { expected: '甲<乙>丙', actual: '甲&乙' } });
  });
});
