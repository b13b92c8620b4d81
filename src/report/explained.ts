import { message, oneLine } from '../messages/index.ts';
import type { Language } from '../messages/index.ts';
import type { Cell, ExplainedBlock, ExplainedForm, Grid } from '../model/index.ts';
import { tableRenderers, type TableStyle } from './tables.ts';
import { cutTo, displayWidth, padTo, wrapTo } from './width.ts';
import { placeWords } from './words.ts';

type Rendered = (forms: readonly ExplainedForm[], language: Language) => Iterable<string>;

/** How forms were read: lines for a terminal of 80 columns, or one of the styles of tables. */
export const explainedRenderers: Readonly<Record<TableStyle | 'text', Rendered>> = {
  text: renderText,
  json: renderJson,
  markdown: (forms, language) => tableRenderers.markdown(gridsOf(forms, language)),
  html: (forms, language) => tableRenderers.html(gridsOf(forms, language)),
};

/** `[{title, cost, blocks: [{rows, claim, reading, cost, rival, margins, doubt, refs}]}]`, a block a line. */
function* renderJson(forms: readonly ExplainedForm[]): Generator<string> {
  yield '[';
  for (const [index, { title, cost, blocks }] of forms.entries()) {
    const head = JSON.stringify({ title, cost: Number(shown(cost)) });
    const lines = blocks.map((block) => JSON.stringify(block));
    yield `${index === 0 ? '' : ','}\n  ${head.slice(0, -1)},"blocks":[\n    ${lines.join(',\n    ')}\n  ]}`;
  }
  yield forms.length === 0 ? ']\n' : '\n]\n';
}

const columns = [
  'explained-place',
  'explained-claim',
  'explained-cost',
  'explained-margin',
  'explained-rival',
  'explained-text',
] as const;

const [width, claimWidth, costWidth, widestPlace] = [80, 10, 5, 16];

function* renderText(forms: readonly ExplainedForm[], language: Language): Generator<string> {
  for (const [index, form] of forms.entries()) {
    if (index > 0) yield '\n';
    yield `${headLine(form, index, language)}\n${'─'.repeat(width)}\n`;
    const places = form.blocks.map((block) => placeOf(block, language));
    const wide = Math.min(widestPlace, Math.max(4, ...places.map(displayWidth)));
    const names = columns.map((code) => message(code, {}, language));
    yield `${lineOf(' ', wide, names)}\n`;
    let reading = '';
    for (const [at, block] of form.blocks.entries()) {
      yield* blockLines(block, places[at] ?? '', wide, reading, language);
      reading = block.reading;
    }
  }
  if (forms.length > 0) yield `\n${message('explained-legend', {}, language)}\n`;
}

function headLine({ title, cost }: ExplainedForm, index: number, language: Language): string {
  const sum = message('explained-sum', { cost: shown(cost) }, language);
  const number = message('report-form', { number: index + 1 }, language);
  const left = cutTo(`${number}  ${oneLine(title ?? '')}`, width - displayWidth(sum) - 1);
  return padTo(left, width - displayWidth(sum)) + sum;
}

function* blockLines(
  block: ExplainedBlock,
  place: string,
  wide: number,
  above: string,
  language: Language,
): Generator<string> {
  const { rows, claim, reading, cost, rival, doubt } = block;
  const [first = '', ...further] = rows.map((cells) => oneLine(cells.join(' | ')));
  const figures = [place, claim, shown(cost), rival === null ? '' : shown(rival.margin)];
  const mark = doubt !== null ? '?' : ' ';
  yield `${lineOf(mark, wide, [...figures, rival?.claim ?? '', first])}\n`;
  for (const text of further) yield `${lineOf(' ', wide, ['', '┆', '', '', '', text])}\n`;
  if (reading !== above && reading !== claim) yield* note('→', reading, wide);
  if (doubt === 'close' && rival !== null) {
    const words = message('explained-or', { reading: rival.reading }, language);
    yield* note('?', words, wide);
  }
}

/** What a block was read as, below it. */
function* note(sign: string, words: string, wide: number): Generator<string> {
  const indent = wide + 3;
  for (const [index, line] of wrapTo(oneLine(words), width - indent - 2).entries())
    yield `${' '.repeat(indent)}${index === 0 ? sign : ' '} ${line}\n`;
}

/** A line of the columns; the last one takes what is left. */
function lineOf(mark: string, wide: number, texts: readonly string[]): string {
  const [place = '', claim = '', cost = '', margin = '', rival = '', text = ''] = texts;
  const left = [
    mark,
    padTo(cutTo(place, wide), wide),
    padTo(claim, claimWidth),
    padBefore(cost, costWidth),
    padBefore(margin, costWidth),
    padTo(rival, claimWidth),
  ].join(' ');
  return (left + ' ' + cutTo(text, width - displayWidth(left) - 1)).trimEnd();
}

function padBefore(text: string, to: number): string {
  return ' '.repeat(Math.max(0, to - displayWidth(text))) + text;
}

function shown(cost: number): string {
  return cost.toFixed(2);
}

/** Where a block begins: the place of its first cell, or the row of its table where that names only a page or a cell. */
function placeOf({ refs: [ref] }: ExplainedBlock, language: Language): string {
  const named = ref?.line !== undefined || ref?.part?.includes('!') === true;
  if (!named && ref?.table !== undefined && ref.row !== undefined)
    return message('explained-row', { table: ref.table + 1, row: ref.row + 1 }, language);
  return placeWords(ref, language);
}

/** A form's blocks as a table, for the styles that tables have. */
function gridsOf(forms: readonly ExplainedForm[], language: Language): Grid[] {
  const names = ['', ...columns].map((code) => (code === '' ? '' : message(code, {}, language)));
  return forms.map((form, id): Grid => {
    const rows = [names, ...form.blocks.map((block) => textsOf(block, language))];
    return {
      id,
      page: null,
      rows: rows.length,
      columns: names.length,
      cells: rows.flatMap((texts, row) => texts.map((text, column) => cell(text, row, column))),
      geometry: 'spans',
      before: [{ text: headLine(form, id, language), origin: {} }],
    };
  });
}

function textsOf(block: ExplainedBlock, language: Language): string[] {
  const { rows, claim, reading, cost, rival, doubt } = block;
  return [
    doubt !== null ? '?' : '',
    placeOf(block, language),
    reading === claim ? claim : `${claim}\n${reading}`,
    shown(cost),
    rival === null ? '' : shown(rival.margin),
    rival === null ? '' : `${rival.claim}\n${rival.reading}`,
    rows.map((cells) => cells.join(' | ')).join('\n'),
  ];
}

function cell(text: string, row: number, column: number): Cell {
  return { text, row, column, rowSpan: 1, columnSpan: 1, origins: [] };
}
