import type { Random } from '../random.ts';
import type { Block, LayoutCell, Sample } from '../types.ts';
import { wrapText } from './characters.ts';
import type { DamageKind } from './types.ts';

/** Changes every cell of every table of a form. */
export function mapCells(sample: Sample, change: (cell: LayoutCell) => LayoutCell): Sample {
  const blocks = sample.blocks.map((block): Block =>
    block.kind === 'table'
      ? { ...block, table: { ...block.table, cells: block.table.cells.map(change) } }
      : block,
  );
  return { ...sample, blocks };
}

const isLabel = (cell: LayoutCell): boolean =>
  cell.role === 'level' || cell.role === 'lead' || cell.role === 'label';

/** `项 目 支 出 绩 效 自 评 表` */
function spacedTitle(sample: Sample): Sample {
  const blocks = sample.blocks.map((block): Block =>
    block.kind === 'line' && (block.role === 'title' || block.role === 'year')
      ? { ...block, text: wrapText(block.text, 1, ' ') }
      : block,
  );
  return { ...sample, blocks };
}

/** Spaces between sign, number and unit. Whether one stays in the text is open; sign, number and unit are not. */
function spacedSigns(sample: Sample, random: Random): Sample {
  const accept: Record<string, readonly unknown[]> = { ...sample.accept };
  const spaced = mapCells(sample, (cell) => {
    if (cell.role !== 'value' || !random.chance(0.5)) return cell;
    const text = cell.text
      .replace(/^([=≥≤><≧≦＝])(?=[\d０-９])/, '$1 ')
      .replace(/(\d)(?=%)/, '$1 ')
      .replace(/(\d)(?=[个人次场家户])/, '$1 ');
    if (text !== cell.text && cell.path !== undefined) {
      accept[`${cell.path}/text`] = [
        text,
        text.replace(/ (?=[个人次场家户])/g, ''),
        text.replace(' %', '%').replace(/ (?=[个人次场家户])/g, ''),
      ];
    }
    return { ...cell, text };
  });
  return { ...spaced, accept };
}

function wrapLabels(sample: Sample, random: Random): Sample {
  const mark = random.pick([' ', '\n']);
  const width = random.pick([1, 2, 3, 4]);
  const share = random.pick([0.4, 1]);
  const lines = random.chance(0.3) ? spacedTitle(sample) : sample;
  return mapCells(lines, (cell) =>
    isLabel(cell) && random.chance(share)
      ? { ...cell, text: wrapText(cell.text, cell.role === 'lead' ? 1 : width, mark) }
      : cell,
  );
}

function wrapTexts(sample: Sample, random: Random): Sample {
  const mark = random.pick([' ', '\n', '　', '\n ']);
  return mapCells(sample, (cell) => {
    const width = cell.role === 'value' ? random.pick([2, 4]) : random.pick([5, 8, 12]);
    const wraps = (cell.role === 'text' || cell.role === 'value') && random.chance(0.5);
    return wraps
      ? {
          ...cell,
          text: cell.text
            .split('\n')
            .map((line) => wrapText(line, width, mark))
            .join('\n'),
        }
      : cell;
  });
}

export const labelKinds: readonly DamageKind[] = [
  {
    name: 'spaced-signs',
    seen: 'yinchuan-2023-ocr: 支付 0.2279 万元, 7 个; signs spaced as well in many exports',
    layout: spacedSigns,
  },
  {
    name: 'wrapped-labels',
    seen: 'jiading-2024-ocr: 可持 续影 响指 标; organisation-2024-cells: 绩/效/指/标 on four lines',
    layout: wrapLabels,
  },
  {
    name: 'wrapped-texts',
    seen: 'yinchuan-2023-ocr: 已圆满 完成妇联工作, 664 人 次; jiading-2022-ocr: 嘉定区 委组织部',
    layout: wrapTexts,
  },
];
