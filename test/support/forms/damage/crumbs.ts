import type { Random } from '../random.ts';
import type { Block, LayoutCell, Sample } from '../types.ts';
import { wide } from '../values.ts';
import { mapCells } from './labels.ts';
import type { DamageKind } from './types.ts';

const tag = '<p style="text-align: center;">';

/** Title and year as one line of paragraphs, goals inside `<p>`. */
function paragraphs(sample: Sample, random: Random): Sample {
  const inside = mapCells(sample, (cell) =>
    cell.path?.startsWith('goal/') === true && cell.text !== '' && random.chance(0.7)
      ? {
          ...cell,
          text: cell.text
            .split('\n')
            .map((line) => `<p>${line}</p>`)
            .join(''),
        }
      : cell,
  );
  if (random.chance(0.4)) return inside;
  const texts = inside.blocks.flatMap((block) =>
    block.kind === 'line' && (block.role === 'title' || block.role === 'year') ? [block] : [],
  );
  const [title, year] = texts;
  if (title === undefined) return inside;
  const text = [title.text, ...(year === undefined ? [] : [year.text])]
    .map((line) => `${tag}${line}</p>`)
    .join(' ');
  const blocks = inside.blocks.flatMap((block): Block[] => {
    if (block === title) return [{ ...title, text }];
    return block === year ? [] : [block];
  });
  return { ...inside, blocks };
}

function bookmarks(sample: Sample, random: Random): Sample {
  const numbers = mapCells(sample, (cell) =>
    (cell.role === 'number' || cell.role === 'value') && random.chance(0.1)
      ? { ...cell, text: `[bookmark: _GoBack]${cell.text}` }
      : cell,
  );
  const blocks = numbers.blocks.map((block): Block =>
    block.kind === 'line' && block.role === 'title' && random.chance(0.5)
      ? { ...block, text: `[bookmark: _Toc6306${String(random.int(9000))}]${block.text}` }
      : block,
  );
  return { ...numbers, blocks };
}

/** Empty paragraphs at a cell's start, in its middle and at its end: the last looks just like a row's end. */
function emptyParagraphs(sample: Sample, random: Random): Sample {
  return mapCells(sample, (cell) => {
    if (!random.chance(0.12)) return cell;
    const middle = cell.text.includes('\n') ? cell.text.replace('\n', '\n\n') : cell.text;
    const bracket = cell.text.replace(/([（(])/, '\n\n$1');
    const plain = [
      `\n${cell.text}`,
      `${cell.text}\n`,
      `　\n${cell.text}`,
      middle,
      cell.role === 'level' ? bracket : cell.text,
    ];
    return { ...cell, text: random.pick(plain) };
  });
}

function strayTabs(sample: Sample, random: Random): Sample {
  const free = (cell: LayoutCell): boolean => cell.role === 'value' || cell.role === 'text';
  return mapCells(sample, (cell) => {
    if (!free(cell) || cell.text === '' || !random.chance(0.1)) return cell;
    return {
      ...cell,
      text: random.pick([`　\t${cell.text}`, `${cell.text}\t　`, `　　\t${cell.text}　`]),
    };
  });
}

/** The whole text of an actual value twice in its cell. The text that must come out is what is printed. */
function duplicated(sample: Sample, random: Random): Sample {
  const expected = structuredClone(sample.expected);
  if (expected.kind !== 'self-evaluation') return sample;
  const able = expected.indicators.flatMap((one, index) =>
    one.actual.number === null && /^[\u4e00-\u9fff]{3,}$|完成$/.test(one.actual.text)
      ? [index]
      : [],
  );
  if (able.length === 0) return sample;
  const chosen = random.pick(able);
  const indicator = expected.indicators[chosen];
  if (indicator === undefined) return sample;
  indicator.actual.text += indicator.actual.text;
  const doubled = mapCells(sample, (cell) =>
    cell.path === `indicators/${String(chosen)}/actual`
      ? { ...cell, text: `${cell.text}\t${cell.text}` }
      : cell,
  );
  return { ...doubled, expected };
}

function spaces(sample: Sample, random: Random): Sample {
  const mark = random.pick(['　', ' ', '\u00a0', '　　']);
  return mapCells(sample, (cell) => {
    if (
      cell.role === 'label' ||
      cell.role === 'level' ||
      cell.role === 'lead' ||
      !random.chance(0.4)
    )
      return cell;
    return {
      ...cell,
      text: random.pick([
        `${mark}${cell.text}`,
        `${cell.text}${mark}`,
        `${mark}${cell.text}${mark}`,
      ]),
    };
  });
}

/** Weights, scores and amounts in full-width digits; brackets and colons of labels in the other width. */
function fullWidth(sample: Sample, random: Random): Sample {
  const share = random.pick([0.1, 0.5]);
  return mapCells(sample, (cell) => {
    if (!random.chance(share)) return cell;
    if (cell.role === 'number')
      return {
        ...cell,
        text: wide(cell.text)
          .replace('.', random.pick(['.', '．']))
          .replace('%', random.pick(['%', '％']))
          .replace(/,/g, random.pick([',', '，'])),
      };
    if (cell.role !== 'level' && cell.role !== 'label') return cell;
    if (cell.path?.endsWith('label') === true) return cell;
    return {
      ...cell,
      text: cell.text.replace(/\(/g, '（').replace(/\)/g, '）').replace(/:/g, '：'),
    };
  });
}

const letter = [
  '云湖市教育局关于报送项目支出绩效自评材料的函',
  '根据《云湖市项目支出绩效管理办法》，现将我单位2023年预算项目自评情况报告如下：',
  '一、基本情况',
  '各项目自评结果详见附件《项目支出绩效自评表》，满意度指标均已完成。',
  '本单位共有项目5个，涉及资金1,234.56万元，自评得分均在90分以上。',
  '二、项目名称及资金安排见下表',
];
const closing = [
  '注：1.得分一档最高不能超过该指标分值上限。',
  '填报说明：定量指标按完成比例计分，定性指标按达成程度分三档计分。',
  '三、下一步工作打算',
  '云湖市教育局 2025年3月1日',
];

function surroundings(sample: Sample, random: Random): Sample {
  const line =
    (role: 'letter' | 'note') =>
    (text: string): Block => ({ kind: 'line', role, text });
  const before = letter.filter(() => random.chance(0.6)).map(line('letter'));
  const after = closing.filter(() => random.chance(0.5)).map(line('note'));
  return { ...sample, blocks: [...before, ...sample.blocks, ...after] };
}

export const crumbKinds: readonly DamageKind[] = [
  {
    name: 'paragraph-tags',
    seen: 'jiading-2022-ocr form 11: <p style="text-align: center;"> round title and year; jiading-2024: <p> round goals',
    formats: ['tabbed'],
    layout: paragraphs,
  },
  {
    name: 'bookmarks',
    seen: 'organisation-2024-cells form 1: [bookmark: _GoBack]100%',
    formats: ['cells'],
    layout: bookmarks,
  },
  {
    name: 'empty-paragraphs',
    seen: 'organisation-2024-cells: 产出指标, blank line, (50分); a blank line inside the first cell',
    formats: ['cells'],
    layout: emptyParagraphs,
  },
  {
    name: 'stray-tabs',
    seen: 'organisation-2024-cells form 4: ideographic space, tab, 200元每人/每月',
    formats: ['cells'],
    layout: strayTabs,
  },
  {
    name: 'duplicated-cell',
    seen: 'organisation-2024-cells form 1: 2023年12月31日前完成 twice, a tab between',
    formats: ['cells'],
    layout: duplicated,
  },
  {
    name: 'spaces-around',
    seen: 'organisation-2024-cells: ideographic spaces before and after values',
    layout: spaces,
  },
  {
    name: 'full-width',
    seen: 'DOMAIN.md: full-width digits; brackets of both widths in one file',
    layout: fullWidth,
  },
  {
    name: 'surroundings',
    seen: 'beidaihe-targets-cells: a letter before the tables; organisation-2024-cells: notes after',
    layout: surroundings,
  },
  {
    name: 'crlf',
    seen: 'any file that Windows programs saved',
    text: (text) => text.replace(/\n/g, '\r\n'),
  },
];
