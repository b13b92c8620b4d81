import { provesLabel } from '../lexicon/index.ts';
import type { Piece } from '../model/index.ts';
import { divideMeasure, parseMeasure } from '../number/index.ts';
import type { Extra, Indicator, Measure, TargetIndicator } from '../schema/index.ts';
import type { IndicatorRow, Role, WholeForm } from '../stitch/index.ts';
import type { Reader } from './reader.ts';

/** 指标性质 holds a sign in one province and the indicator's kind (定性, 反向指标) in another, which is no part of the target. */
function saysKind(text: string): boolean {
  return /^(?:正向|反向|负向|逆向|定性|定量)(?:指标)?$/.test(text);
}

/** Sign, number and unit printed in three columns make one text. */
function targetText(row: IndicatorRow): { text: string; pieces: Piece[] } {
  const pieces = (['sign', 'target', 'targetUnit'] as const satisfies readonly Role[]).flatMap(
    (role) => {
      const piece = row.pieces.get(role);
      return piece === undefined || (role === 'sign' && saysKind(piece.text)) ? [] : [piece];
    },
  );
  if (pieces.length === 1) return { text: pieces[0]?.text ?? '', pieces };
  return {
    text: pieces
      .filter(({ text }) => !/^[-—]+$/.test(text))
      .map(({ text }) => text)
      .join(''),
    pieces,
  };
}

interface Target extends Measure {
  readonly description: string | null;
}

/**
 * Hebei prints 符号 | 值 | 单位（文字描述）: the third column holds a unit (条), or words that say the value again (4期及以上) or say
 * more (按计划完成), which are the description.
 */
function readTarget(reader: Reader, path: string, row: IndicatorRow): Target {
  const { text, pieces } = targetText(row);
  reader.place(
    `${path}/target`,
    pieces.flatMap(({ units }) => units),
  );
  const words = row.pieces.get('targetUnit')?.text ?? '';
  const value = row.pieces.get('target')?.text ?? '';
  const figure = parseMeasure(text.slice(0, text.length - words.length));
  const { text: cleaned, comparator, number, unit } = parseMeasure(text);
  const whole = { text: cleaned, comparator, number, unit, description: null };
  if (value === '' || words === '' || figure.number === null || isUnit(words)) return whole;
  const said = parseMeasure(words);
  return {
    text,
    comparator: figure.comparator,
    number: figure.number,
    unit: figure.unit ?? (said.number === figure.number ? said.unit : null),
    description: words,
  };
}

function isUnit(words: string): boolean {
  return words.length <= 6 && !/\d|以[上下内]|左右|大于|小于|按|不|完成|达/.test(words);
}

function readLevels(
  reader: Reader,
  path: string,
  row: IndicatorRow,
): Pick<Indicator, 'level1' | 'level2' | 'level3'> {
  return {
    level1: reader.text(`${path}/level1`, row.level1),
    level2: reader.text(`${path}/level2`, row.level2),
    level3: reader.text(`${path}/level3`, row.pieces.get('level3')) ?? '',
  };
}

/*
 * What stays of thousands of forms is written out field by field: each object that is made by spreading others into it has a
 * description of its own fields beside it, which is larger than the object.
 */

/** Reads the indicators of a self-evaluation. */
export function readIndicators(reader: Reader): Indicator[] {
  return reader.form.indicators.map((row, index) => {
    const path = `/indicators/${index}`;
    const { level1, level2, level3 } = readLevels(reader, path, row);
    const { text, comparator, number, unit } = readTarget(reader, path, row);
    const actual: Measure = parseMeasure(
      reader.text(`${path}/actual`, row.pieces.get('actual')) ?? '',
    );
    return {
      level1,
      level2,
      level3,
      target: { text, comparator, number, unit },
      actual,
      weight: reader.figure(`${path}/weight`, row.pieces.get('weight')),
      score: reader.figure(`${path}/score`, row.pieces.get('score')),
      deviation: reader.optional(`${path}/deviation`, row.pieces.get('deviation')),
    };
  });
}

/** Reads the indicators of a target form; its exporter may have run sign, number and words together. */
export function readTargetIndicators(reader: Reader): TargetIndicator[] {
  const roles = new Set(reader.form.indicatorColumns.map(({ role }) => role));
  const together =
    roles.has('description') &&
    !roles.has('sign') &&
    !roles.has('targetUnit') &&
    allRunTogether(reader.form.indicators);
  return reader.form.indicators.map((row, index) => {
    const path = `/indicators/${index}`;
    const { level1, level2, level3 } = readLevels(reader, path, row);
    const target = readTarget(reader, path, row);
    const divided = together ? divideMeasure(target.text) : null;
    return {
      level1,
      level2,
      level3,
      description: reader.optional(`${path}/description`, row.pieces.get('description')),
      target: divided ?? target,
      basis: reader.optional(`${path}/basis`, row.pieces.get('basis')),
    };
  });
}

/** An exporter runs the columns together in every row or in none: one plain `≥95%` shows that it did not. */
function allRunTogether(rows: readonly IndicatorRow[]): boolean {
  const figures = rows
    .map((row) => targetText(row).text)
    .filter((text) => /^[^\d]{0,2}\d/.test(text));
  return figures.length > 0 && figures.every((text) => divideMeasure(text) !== null);
}

/** What stands in columns that the contract has no field for (those of `roles` among them), an extra each, named by row. */
export function readOtherColumns(
  reader: Reader,
  first: number,
  ...roles: readonly Role[]
): Extra[] {
  const extras: Extra[] = [];
  const columns = reader.form.indicatorColumns;
  for (const row of reader.form.indicators) {
    const sign = row.pieces.get('sign');
    const kind = sign !== undefined && saysKind(sign.text) ? (['sign'] as const) : [];
    const byRole = [...roles, ...kind].map((role) => ({
      label: columns.find((column) => column.role === role)?.heading,
      value: row.pieces.get(role),
    }));
    for (const { label, value } of [...byRole, ...row.others]) {
      if (label == null || value == null) continue;
      const name = row.pieces.get('level3')?.text ?? '';
      reader.extra(extras, first, name === '' ? label.text : `${label.text}（${name}）`, value);
    }
  }
  return [...extras, ...emptyColumns(columns, extras)];
}

/** Columns under words that nobody knows and that stand above nothing: the JSON echoes them, as it does any other label. */
export function emptyColumns(
  columns: WholeForm['indicatorColumns'],
  named: readonly Extra[],
): Extra[] {
  return columns
    .flatMap(({ role, heading }) => (role === 'other' && heading !== null ? [heading] : []))
    .filter(
      ({ text, units }) =>
        // A heading that a list prints once for all its projects is echoed once.
        units.some(({ size }) => size > 0) &&
        !provesLabel(text) &&
        !named.some(({ label }) => label === text || label.startsWith(`${text}（`)),
    )
    .map(({ text }) => ({ label: text, value: '' }));
}
