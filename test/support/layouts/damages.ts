import { damageKinds } from '../forms/damage/index.ts';
import type { DamageKind, TextFormat } from '../forms/damage/index.ts';
import type { Random } from '../forms/random.ts';
import type { LayoutDocument } from './generate.ts';

/** Damage after which a person reads any layout still. */
const anywhere = new Set([
  'wrapped-labels',
  'wrapped-texts',
  'spaced-signs',
  'paragraph-tags',
  'bookmarks',
  'stray-tabs',
  'spaces-around',
  'full-width',
  'crlf',
  'page-between-rows',
  'page-furniture',
  'page-lines',
  'page-through-goal',
  'fine-grid',
  'blank-rows',
  'ragged-tails',
]);

/** Damage that takes cells out of their columns: a person needs the common columns to put them back. */
const inPlainTables = new Set([
  'slid-rows',
  'pushed-rows',
  'page-through-row',
  'page-through-label',
  'page-label-tail',
  'slid-total',
  'row-cut-wide',
]);

/** Whether the indicators stand in the common columns, their labels merged. */
function isPlain({ structure }: LayoutDocument): boolean {
  const { traits } = structure;
  return (
    structure.kind === 'self-evaluation' &&
    structure.traits.order === 'standard' &&
    structure.traits.extra === 'none' &&
    structure.traits.rows === 'plain' &&
    structure.traits.sum === 'row' &&
    structure.traits.terms === 'none' &&
    traits.labels === 'usual' &&
    traits.levels === 'merged' &&
    traits.depth === 'three' &&
    traits.joined === 'none' &&
    traits.weights === 'none' &&
    traits.value === 'one' &&
    traits.idle === 'none' &&
    traits.filled === 'yes' &&
    traits.beside === 'none' &&
    traits.forms !== 'one-table'
  );
}

/** Whether the whole form is laid out as most are: then every damage is one that a person sees through. */
function isCommon(document: LayoutDocument): boolean {
  const { structure } = document;
  if (!isPlain(document) || structure.kind !== 'self-evaluation') return false;
  const { traits } = structure;
  return (
    traits.funds === 'table' &&
    traits.fundHeading === 'plain' &&
    traits.fundExtra === 'none' &&
    traits.corner === 'blank' &&
    traits.total === 'first' &&
    traits.goal === 'columns' &&
    traits.blocks === 'left' &&
    traits.heading === 'plain' &&
    traits.points === 'plain' &&
    traits.sections === 'none' &&
    traits.words === 'listed'
  );
}

/** The kinds that a document may show in a format without becoming a riddle. */
function fittingDamage(document: LayoutDocument, format: TextFormat): DamageKind[] {
  const plain = isPlain(document);
  const common = isCommon(document);
  return damageKinds.filter(
    ({ name, formats, unsure }) =>
      (anywhere.has(name) || (plain && inPlainTables.has(name)) || (common && unsure !== true)) &&
      (formats?.includes(format) ?? true),
  );
}

/** What is asked for: kinds by name, where they fit; `some` are one or two of those that fit, told by the seed. */
export function chosenDamage(
  document: LayoutDocument,
  format: TextFormat,
  names: readonly string[],
  random: Random,
): DamageKind[] {
  const fitting = fittingDamage(document, format);
  if (!names.includes('some')) return fitting.filter(({ name }) => names.includes(name));
  const count = 1 + random.int(2);
  const chosen = new Set(Array.from({ length: count }, () => random.pick(fitting)));
  return fitting.filter((kind) => chosen.has(kind));
}
