import { show } from './write.ts';

/** A table of two rows: where its borders stand, what its cells hold, and what must be read. */
export const xs = [50, 150, 250, 350];
export const ys = [700, 680, 660];
export const texts = [
  ['项目名称', '河道清淤', ''],
  ['分值', '10.00', '9.50'],
];
export const plain = [
  '0,0 1×1 项目名称',
  '0,1 1×1 河道清淤',
  '0,2 1×1 ',
  '1,0 1×1 分值',
  '1,1 1×1 10.00',
  '1,2 1×1 9.50',
];

/** The texts of the grid without its borders. */
export const bare = texts
  .flatMap((row, r) =>
    row.map((text, c) => (text === '' ? '' : show((xs[c] ?? 0) + 4, (ys[r] ?? 0) - 14, text))),
  )
  .join('');
