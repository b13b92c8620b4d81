import type { Spelled, TextFormat } from '../forms/damage/index.ts';
import { randomOf } from '../forms/random.ts';
import type { Random } from '../forms/random.ts';
import { renderCells } from '../forms/render/cells.ts';
import { renderEmbedded, renderHtml } from '../forms/render/html.ts';
import type { HtmlOptions } from '../forms/render/html.ts';
import { renderPipes } from '../forms/render/markdown.ts';
import { spell } from '../forms/render/spell.ts';
import type { Spelling } from '../forms/render/spell.ts';
import { renderTabbed } from '../forms/render/tabbed.ts';
import type { Accept, Block, Sample, SpelledBlock, SpelledCell, Table } from '../forms/types.ts';
import { chosenDamage } from './damages.ts';
import type { LayoutDocument } from './generate.ts';
import type { LayoutSample } from './types.ts';

/** The ways in which a document is written down; `reader` is the format that the program is told, `damagedAs` whose damage it may show. */
export const layoutFormats = {
  html: { reader: 'html', damagedAs: 'html', extension: 'html' },
  embedded: { reader: 'markdown', damagedAs: 'html', extension: 'md' },
  pipes: { reader: 'markdown', damagedAs: 'markdown', extension: 'md' },
  filled: { reader: 'markdown', damagedAs: 'markdown', extension: 'md' },
  tabbed: { reader: 'tabbed', damagedAs: 'tabbed', extension: 'txt' },
  csv: { reader: 'csv', damagedAs: 'markdown', extension: 'csv' },
  cells: { reader: 'cells', damagedAs: 'cells', extension: 'txt' },
} as const satisfies Record<string, { reader: string; damagedAs: TextFormat; extension: string }>;
export type LayoutFormat = keyof typeof layoutFormats;

export interface PrintedLayout {
  readonly text: string;
  readonly reader: string;
  readonly extension: string;
  /** The document's forms with what the damage made of their truth. */
  readonly samples: readonly LayoutSample[];
  readonly damage: readonly string[];
}

/** Every place of a merged cell holds its text, as table libraries fill it in. */
function fillTable(table: Table): SpelledBlock {
  const places: SpelledCell[][] = table.rows.map(() => []);
  for (const { text, role, path, row, column, rowSpan, columnSpan } of table.cells)
    for (let r = row; r < row + rowSpan; r += 1)
      for (let c = column; c < column + columnSpan; c += 1)
        (places[r] ?? [])[c] = { text, role, ...(path === undefined ? {} : { path }) };
  return {
    kind: 'rows',
    rows: table.rows.map((kind, row) => ({ kind, cells: places[row] ?? [] })),
  };
}

const csvText = (text: string): string =>
  /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;

/** A row a line, a line above or below the table alone in the first column. */
function renderCsv(blocks: readonly SpelledBlock[]): string {
  const width = Math.max(
    1,
    ...blocks.flatMap((block) =>
      block.kind === 'rows' ? block.rows.map((row) => row.cells.length) : [],
    ),
  );
  const lines = blocks.flatMap((block): string[] => {
    if (block.kind === 'page') return [];
    if (block.kind === 'line') return [csvText(block.text) + ','.repeat(width - 1)];
    return block.rows.map((row) => row.cells.map((cell) => csvText(cell.text)).join(','));
  });
  return `${lines.join('\r\n')}\r\n`;
}

function write(
  format: LayoutFormat,
  laid: readonly Block[],
  spelled: readonly SpelledBlock[],
  random: Random,
): string {
  const options: HtmlOptions = {
    breaks: random.pick(['br', 'p']),
    header: random.pick(['td', 'th']),
    dialect: random.pick(['plain', 'word', 'old', 'named']),
    nested: random.chance(0.1),
  };
  switch (format) {
    case 'html':
      return renderHtml(laid, options);
    case 'embedded':
      return renderEmbedded(laid, options);
    case 'pipes':
    case 'filled':
      return renderPipes(spelled, random.pick(['---', ':---:']), random.chance(0.2));
    case 'csv':
      return renderCsv(spelled);
    case 'cells':
      return renderCells(spelled, {
        blank: random.pick(['', '　']),
        gap: random.pick([[], [''], [' ']]),
      });
    case 'tabbed':
      return renderTabbed(spelled, { headings: random.pick(['spaced', 'row']) });
  }
}

/** How a format without spans shows cells merged over rows; labels in the middle of theirs are the rarest. */
function spellingOf(random: Random, { structure }: LayoutDocument): Spelling {
  const spelling = random.pick(['first', 'first', 'first', 'repeat', 'middle'] as const);
  // Where nothing else tells where a project or a group begins, a label in the middle leaves that open.
  const open = structure.kind === 'list' || structure.traits.depth !== 'three';
  return open && spelling === 'middle' ? 'first' : spelling;
}

/** In a format without spans one cell over two levels stands in the first of their columns, the other is blank. */
function unspanned(sample: LayoutSample, format: LayoutFormat): Accept {
  if (format === 'html' || format === 'embedded') return sample.accept;
  const names = sample.open
    .filter((path) => path.endsWith('level2'))
    .map((path) => [path.replace(/level2$/, 'level3'), ['']] as const);
  return { ...sample.accept, ...Object.fromEntries(names), ...loneTotal(sample, format) };
}

/** With a cell a line and no columns, a single figure beside 总分 may be its weight or its score. */
function loneTotal({ expected }: LayoutSample, format: LayoutFormat): Accept {
  if (format !== 'cells' || expected.kind !== 'self-evaluation') return {};
  const { weight, score } = expected.total;
  if ((weight === null) === (score === null)) return {};
  return { 'total/weight': [null, score], 'total/score': [null, weight] };
}

/** Writes a document down in a format, with the kinds of damage that were asked for and fit. */
export function printLayout(
  document: LayoutDocument,
  format: LayoutFormat,
  damage: readonly string[] = [],
): PrintedLayout {
  const { reader, damagedAs, extension } = layoutFormats[format];
  const random = randomOf(document.seed * 31 + format.length);
  const kinds = chosenDamage(document, damagedAs, damage, random);
  const spelling = spellingOf(random, document);
  const laid = document.samples.map((sample) =>
    kinds.reduce<Sample>(
      (state, kind) => kind.layout?.(state, random, { format: damagedAs, spelling }) ?? state,
      { expected: sample.expected, accept: unspanned(sample, format), blocks: sample.blocks },
    ),
  );
  const spelled = laid.map((sample) => {
    const blocks =
      format === 'filled'
        ? sample.blocks.map((block) => (block.kind === 'table' ? fillTable(block.table) : block))
        : spell(sample.blocks, { spelling, columns: format === 'cells' ? 'once' : 'blanks' });
    return kinds.reduce<Spelled>((state, kind) => kind.spelled?.(state, random) ?? state, {
      blocks,
      accept: sample.accept,
    });
  });
  const text = kinds.reduce(
    (state, kind) => kind.text?.(state, random) ?? state,
    write(
      format,
      laid.flatMap((sample) => sample.blocks),
      spelled.flatMap((one) => one.blocks),
      random,
    ),
  );
  const samples = document.samples.map((sample, index) => ({
    ...sample,
    expected: laid[index]?.expected ?? sample.expected,
    accept: spelled[index]?.accept ?? {},
  }));
  return { text, reader, extension, samples, damage: kinds.map(({ name }) => name) };
}
