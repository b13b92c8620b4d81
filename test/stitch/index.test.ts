import { leaves, type Unit } from '../../src/model/index.ts';
import { describe, expect, it } from 'vitest';
import { stitch, type StitchedDocument } from '../../src/stitch/index.ts';
import { documentOf, gridOf, textDocument, texts } from '../support/stitch.ts';

const heading = '一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分';
const rows = '产出指标|数量指标|巡查次数|≥12次|11次|50|45';

function formOf(name: string, total = '总分|||||100|92.50'): string {
  return `绩效自评表\n项目名称|${name}|\n${heading}\n${rows}\n${total}\n`;
}

function read(source: string): StitchedDocument {
  return stitch(textDocument(source)).value;
}

function named({ forms }: StitchedDocument): (string | undefined)[] {
  return forms.map(
    ({ pairs }) => pairs.find(({ terms }) => terms.includes('projectName'))?.value?.text,
  );
}

function characters({ forms, outside }: StitchedDocument): number {
  const all = new Set<Unit>([...outside, ...forms.flatMap(({ units }) => leaves(units))]);
  return [...all].reduce((sum, { size }) => sum + size, 0);
}

describe('stitch', () => {
  it('finds the forms of a document in reading order', () => {
    expect(named(read(`${formOf('甲')}\n${formOf('乙')}`))).toEqual(['甲', '乙']);
  });

  it('says that a sentence between the rows of a table is not sure to be none of theirs', () => {
    const [head, ...below] = formOf('甲').split('\n产出');
    const notes = (line: string): (string | undefined)[] =>
      stitch(textDocument(`${head}\n${rows}\n\n${line}\n\n产出${below.join('\n产出')}`))
        .notes.filter(({ code }) => code === 'reading-uncertain' || code === 'line-between-pages')
        .map(({ code }) => code);
    expect(notes('三座古桥已经全部修缮，通行恢复正常。')).toEqual(['reading-uncertain']);
    expect(notes('仅供公开使用')).toEqual(['line-between-pages']);
  });

  it('reads merged cells alike, whether they span, stand above blanks, or are repeated', () => {
    const named3 = ['|一|5|5|10|10', '|二|5|5|10|10', '|三|5|5|10|10', '|四|5|5|10|10'];
    const labels = {
      spans: ['产出指标|数量指标', '^|^', '^|质量指标', '效益指标|社会效益指标'],
      blanks: ['产出指标|数量指标', '|', '|质量指标', '效益指标|社会效益指标'],
      repeated: [
        '产出指标|数量指标',
        '产出指标|数量指标',
        '产出指标|质量指标',
        '效益指标|社会效益指标',
      ],
    };
    for (const geometry of ['spans', 'ordinal'] as const) {
      for (const [spelling, left] of Object.entries(labels)) {
        if (spelling === 'spans' && geometry === 'ordinal') continue;
        const grid = gridOf(
          ['项目名称|甲', heading, ...left.map((cells, index) => cells + (named3[index] ?? ''))],
          geometry,
        );
        const [form] = stitch(documentOf([grid])).value.forms;
        expect(
          form?.indicators.map(({ level1, level2, pieces }) =>
            texts([level1, level2, pieces.get('level3')]),
          ),
        ).toEqual([
          '产出指标|数量指标|一',
          '产出指标|数量指标|二',
          '产出指标|质量指标|三',
          '效益指标|社会效益指标|四',
        ]);
      }
    }
  });

  it('leaves outside what stands before, and tables that are no form', () => {
    const { forms, outside } = read(`关于自评工作的函\n请收。\n\n${formOf('甲')}`);
    expect(forms).toHaveLength(1);
    expect(outside.map(({ raw }) => raw)).toEqual(['关于自评工作的函', '请收。']);
    const none = read('序号|单位|人数\n1|水务局|20\n\n编制说明');
    expect(none.forms).toEqual([]);
    expect(none.outside.map(({ raw }) => raw).join('')).toBe('序号单位人数1水务局20编制说明');
  });

  it('reads a form without a title, and one with a title and no project name', () => {
    expect(read(`项目名称|甲|\n${heading}\n${rows}`).forms).toHaveLength(1);
    expect(read(`绩效自评表\n${heading}\n${rows}`).forms).toHaveLength(1);
  });

  it('has nothing to say of an empty document', () => {
    expect(stitch(documentOf([]))).toEqual({ value: { forms: [], outside: [] }, notes: [] });
  });

  it('tells a form that breaks off from one that ends', () => {
    const complete = (source: string): boolean[] => read(source).forms.map((form) => form.complete);
    expect(complete(formOf('甲'))).toEqual([true]);
    expect(complete(formOf('甲', ''))).toEqual([false]);
    expect(complete(`${formOf('甲')}\n${formOf('乙', '')}\n${formOf('丙')}`)).toEqual([
      true,
      false,
      true,
    ]);
    expect(complete(`${formOf('甲', '')}\n${formOf('乙', '')}`)).toEqual([true, true]);
    expect(
      complete('绩效自评表\n项目名称|甲|\n项目资金||年初预算数|全年预算数|全年执行数'),
    ).toEqual([false]);
  });

  it('asks no total of forms that print no scores', () => {
    expect(
      read(
        '绩效目标表\n项目名称|甲|\n一级指标|二级指标|三级指标|指标值\n产出指标|数量指标|次数|≥12次',
      ).forms[0]?.complete,
    ).toBe(true);
  });

  it('gives the same for the same document, which it leaves as it was', () => {
    const document = textDocument(`${formOf('甲')}填表人：王某 联系电话：021\n\n${formOf('乙')}`);
    const before = structuredClone(document);
    expect(stitch(document)).toEqual(stitch(document));
    expect(document).toEqual(before);
  });

  it('collects the notes of all forms', () => {
    expect(
      stitch(
        textDocument(`${formOf('甲', '总分\n100\n90')}\n${formOf('乙', '总分\n100\n90')}`),
      ).notes.map(({ code }) => code),
    ).toEqual(['total-rejoined', 'total-rejoined']);
  });

  it.each([
    `${formOf('甲')}填表人：王 某 联系电话： 021-5\n\n第 3 页\n\n${formOf('乙')}`,
    `${heading}\n${heading}\n${rows}`,
    '项目名称|项目名称|项目名称\n|||\n总分\n总分|总分',
    '绩效自评表\n绩效自评表\n绩效自评表\n（2031年度）\n2031年度',
    `项目资金||年初预算数|全年预算数|全年执行数\n|||\n其中：|1|2|3|4|5|6|7|8\n${heading}\n||||||||||多|多`,
    '填表人：\n填表人：填表人：\n备注：总分：|合计',
  ])('accounts for every character of %j', (source) => {
    const document = textDocument(source);
    expect(characters(stitch(document).value)).toBe(document.characters.total);
  });
});
