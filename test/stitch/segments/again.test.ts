import { describe, expect, it } from 'vitest';
import type { Grid } from '../../../src/model/index.ts';
import { stitch } from '../../../src/stitch/index.ts';
import { documentOf, gridOf, textDocument, texts } from '../../support/stitch.ts';

const title = '绩效自评表|<|<|<|<|<|<';
const name = '项目名称|河湖巡查|<|<|<|<|<';
const head = [
  '主管部门|水务局|<|<|<|<|<',
  '项目资金(万元)|<|年初预算数|全年预算数|全年执行数|执行率|得分',
  '年度资金总额|<|10|10|9|90%|9',
];
const heading = '一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分';
const first = [heading, '产出指标|数量指标|巡查次数|12次|12次|50|50'];
const second = ['满意度指标|满意度指标|群众满意度|≥90%|95%|40|40', '总分|<|<|<|<|100|99'];

function pageOf(page: number, rows: readonly string[], before: Grid['before'] = []): Grid {
  return gridOf(rows, 'spans', { page, before, firstLine: page * 100 });
}

/** Each form's project and indicators, and what stands in no form. */
function read(...pages: readonly Grid[]): { forms: string[]; outside: string[]; notes: string[] } {
  const { value, notes } = stitch(documentOf(pages, [], 'pdf'));
  return {
    forms: value.forms.map((form) =>
      [
        form.pairs.find(({ terms }) => terms.includes('projectName'))?.value?.text ?? '',
        ...form.indicators.map(({ pieces }) => texts([pieces.get('level3'), pieces.get('score')])),
      ].join(' '),
    ),
    outside: value.forms.flatMap((form) => form.outside.map(({ raw }) => raw)),
    notes: notes.map(({ code }) => code).filter((code) => code === 'heading-repeated'),
  };
}

describe('rows that begin a table, printed again on later pages', () => {
  it('begin no form and are no row of it', () => {
    for (const again of [[name], [title, name], [title, name, head[0] ?? '']]) {
      const top = again.length === 1 ? again : [title, name];
      const found = read(
        pageOf(1, [...top, ...head, ...first]),
        pageOf(2, [...again, second[0] ?? '']),
        pageOf(3, [...again, second[1] ?? '']),
      );
      expect(found.forms).toEqual(['河湖巡查 巡查次数|50 群众满意度|40']);
      expect(found.notes).toEqual(
        Array.from({ length: 2 * again.length }, () => 'heading-repeated'),
      );
      expect(found.outside).toContain('河湖巡查');
    }
  });

  it('begin no form in text without pages either, where nothing that the form has had stands below', () => {
    const top = '绩效自评表\n项目名称|河湖巡查|||||';
    const read = (...parts: readonly string[]): string[] =>
      stitch(textDocument(parts.join('\n\n').replaceAll('<', ''))).value.forms.map(
        ({ indicators }) => indicators.map(({ pieces }) => pieces.get('level3')?.text).join(' '),
      );
    expect(
      read(`${top}\n主管部门|水务局|||||\n${first.join('\n')}`, `${top}\n${second.join('\n')}`),
    ).toEqual(['巡查次数 群众满意度']);
    expect(
      read(top, `${top}\n主管部门|水务局|||||\n${first.join('\n')}\n${second.join('\n')}`),
    ).toEqual(['巡查次数 群众满意度']);
    expect(
      read(
        `${top}\n${first.join('\n')}\n${second.join('\n')}`,
        `${top}\n${first.join('\n')}\n${second.join('\n')}`,
      ),
    ).toHaveLength(2);
  });

  it('leave a page’s end between the rows on both sides', () => {
    const cut = [...first, '^|质量指标|巡查合|100|100%|20|20'];
    const found = read(
      pageOf(1, [title, name, ...head, ...cut]),
      pageOf(2, [title, name, '||格率|%|||', ...second]),
    );
    expect(found.forms).toEqual(['河湖巡查 巡查次数|50 巡查合格率|20 群众满意度|40']);
  });

  it('begin a form where its head or its tables stand below', () => {
    const form = [title, name, ...head, ...first, ...second];
    expect(
      read(
        pageOf(1, form),
        pageOf(
          2,
          form.map((row) => row.replace('水务局', '林业局')),
        ),
      ).forms,
    ).toHaveLength(2);
    const bare = [title, name, ...head.slice(1), ...first, ...second];
    expect(
      read(
        pageOf(1, bare),
        pageOf(
          2,
          bare.map((row) => row.replace('10|10|9', '20|20|9')),
        ),
      ).forms,
    ).toHaveLength(2);
    const ended = [title, name, ...first, ...second];
    expect(
      read(
        pageOf(1, ended),
        pageOf(
          2,
          ended.map((row) => row.replace('12次|12次', '10次|9次')),
        ),
      ).forms,
    ).toHaveLength(2);
  });

  it('begin a form where their goal is all that it says', () => {
    const target = ['绩效目标表|<|<', '项目名称|河湖巡查|<', '绩效目标|巡查12次。|<'];
    const rows = ['一级指标|二级指标|三级指标|指标值', '产出指标|数量指标|巡查次数|12次'];
    expect(
      read(pageOf(1, [...target, ...rows]), pageOf(2, target), pageOf(3, [...target, ...rows]))
        .forms,
    ).toEqual(['河湖巡查 巡查次数|', '河湖巡查', '河湖巡查 巡查次数|']);
  });

  it('begin a form below a title of its own, and where pages lie between', () => {
    const rest = [name, ...second];
    const line = { text: '绩效自评表', origin: { page: 2 } };
    expect(read(pageOf(1, [name, ...head, ...first]), pageOf(2, rest, [line])).notes).not.toContain(
      'heading-repeated',
    );
    expect(read(pageOf(1, [name, ...head, ...first]), pageOf(3, rest)).notes).not.toContain(
      'heading-repeated',
    );
  });
});
