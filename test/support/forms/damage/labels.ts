import type { Random } from '../random.ts';
import type { Block, LayoutCell, Sample } from '../types.ts';
import { wrapText } from './characters.ts';
import type { DamageKind } from './types.ts';

/** Changes every cell of every table of a form. */
export function mapCells(sample: Sample, change: (cell: LayoutCell) => LayoutCell): Sample {
  const blocks = sample.blocks.map((block): Block => (
    block.kind === 'table' ? { ...block, table: { ...block.table, cells: block.table.cells.map(change) } } : block
  ));
  return { ...sample, blocks };
}

const isLabel = (cell: LayoutCell): boolean => cell.role === 'level' || cell.role === 'lead' || cell.role === 'label';

function wrapLabels(sample: Sample, random: Random): Sample {
  const mark = random.pick([' ', '\n']);
  const width = random.pick([1, 2, 3, 4]);
  const share = random.pick([0.4, 1]);
  return mapCells(sample, (cell) => (
    isLabel(cell) && random.chance(share) ? { ...cell, text: wrapText(cell.text, cell.role === 'lead' ? 1 : width, mark) } : cell
  ));
}

function wrapTexts(sample: Sample, random: Random): Sample {
  const mark = random.pick([' ', '\n', '　', '\n ']);
  return mapCells(sample, (cell) => {
    const width = cell.role === 'value' ? random.pick([2, 4]) : random.pick([5, 8, 12]);
    const wraps = (cell.role === 'text' || cell.role === 'value') && random.chance(0.5);
    return wraps ? { ...cell, text: cell.text.split('\n').map((line) => wrapText(line, width, mark)).join('\n') } : cell;
  });
}

export const labelKinds: readonly DamageKind[] = [
  { name: 'wrapped-labels', seen: 'jiading-2024-ocr: 可持 续影 响指 标; organisation-2024-cells: 绩/效/指/标 on four lines', layout: wrapLabels },
  { name: 'wrapped-texts', seen: 'yinchuan-2023-ocr: 已圆满 完成妇联工作, 664 人 次; jiading-2022-ocr: 嘉定区 委组织部', layout: wrapTexts },
];
