import {
  lengths,
  findLabel,
  guessSource,
  names,
  type Term,
  sourceTerms,
} from '../../lexicon/index.ts';
import { memoText, type Piece, splitUnit } from '../../model/index.ts';
import { withPiece, withSlots } from '../rows/alike.ts';
import type { Column, Item, Role, Slot } from '../types.ts';

/** A label with its amount, both cut from one cell: 年度资金总额：16. */
export interface OwnAmount {
  readonly label: Piece;
  readonly terms: readonly Term[];
  readonly value: Piece | null;
}

const moneyTerms: readonly Term[] = [
  'budget',
  ...sourceTerms,
  'initialBudget',
  'annualBudget',
  'executed',
];
const totals: readonly Term[] = ['fundTotal', 'total'];

/** A figure that is an amount: no number of a list (1.财政拨款), date or share stands for money. */
const amount =
  /[￥¥]?\s*-?\d[\d,]*(?:\.\d+)?(?![\d.])(?!\s*[、.．]?\s*\p{Script=Han}*[:：]?\s*[^\d\s]*(?:[%％月日]|(?<![当本上全往今去])年(?![初度末中])))(?:\s*万?元)?/gu;
/** What stands between an amount and the next label: marks, a bracket, the label's number. */
const joint =
  /^[\s；;，,、。（()）]*(?:[（(]?[一二三四五六七八九十\d]{1,2}(?:[)）][、.．]?|[、.．]))?\s*/u;
/** Signs that close a text, and the amount in words. */
const closing = /^[\s；;，,、。）)]*$|^\s*[（(]\s*(?:人民币)?\s*大写/u;

interface Segment {
  readonly joint: string;
  readonly label: string;
  readonly value: string;
}

/** A text as labels and amounts by turns, and what closes it; null where it is anything else. */
function segmentsOf(raw: string): { segments: Segment[]; tail: string } | null {
  const segments: Segment[] = [];
  let from = 0;
  for (const match of raw.matchAll(amount)) {
    const before = raw.slice(from, match.index);
    const mark = joint.exec(before)?.[0] ?? '';
    segments.push({ joint: mark, label: before.slice(mark.length), value: match[0] });
    from = match.index + match[0].length;
  }
  const rest = raw.slice(from);
  if (segments.length === 0) return null;
  if (closing.test(rest)) return { segments, tail: rest };
  const mark = joint.exec(rest)?.[0] ?? '';
  // 三、其他: the last label's amount is left open.
  segments.push({ joint: mark, label: rest.slice(mark.length), value: '' });
  return { segments, tail: '' };
}

function isMoney(label: string): boolean {
  return (
    names(label, ...moneyTerms, 'total') || (/[:：]$/.test(label) && guessSource(label) !== null)
  );
}

function isAmountLabel(label: string, first: boolean): boolean {
  const word = label.trim();
  const money = isMoney(word);
  return (
    word.length <= lengths.label &&
    /\p{Script=Han}/u.test(word) &&
    !/[\d。；;，,]/.test(word) &&
    (money || (!first && (/[:：]$/.test(word) || /^其[他它]/u.test(word))))
  );
}

/** Below a total, what is budgeted is what the treasury gives: 资金总额：250 一、预算资金：250. */
function termsOf(label: string, index: number, first: string): readonly Term[] {
  const guessed = guessSource(label);
  const terms = findLabel(label)?.terms ?? (guessed === null ? [] : [guessed]);
  const part =
    index > 0 && names(first, ...totals) && !terms.some((term) => term.startsWith('fund'));
  if (part && terms.some((term) => term === 'budget' || term === 'annualBudget'))
    return ['fundFiscal'];
  return part && /^其[他它][:：]?$/u.test(label.trim()) ? ['fundOther'] : terms;
}

/** The same where each amount has a label. */
const amountsIn = memoText((raw) => {
  const found = segmentsOf(raw);
  return found?.segments.every(({ label }, at) => isAmountLabel(label, at === 0)) === true
    ? found
    : null;
});

/**
 * The labels and amounts that one cell holds: `合计：560.00`, `其中：财政拨款 560.00`,
 * `资金总额：250 一、预算资金：250 二、自有资金：0`; null where it holds anything else.
 */
export function splitAmounts(piece: Piece): readonly OwnAmount[] | null {
  const unit = piece.units.length === 1 ? piece.units[0] : undefined;
  if (unit === undefined || unit.raw.length > 200 || !/\d/.test(unit.raw)) return null;
  const found = amountsIn(unit.raw);
  if (found === null) return null;
  const { segments, tail } = found;
  const first = segments[0]?.label ?? '';
  const parts = splitUnit(unit, [
    ...segments.flatMap((part) => [part.joint, part.label, part.value]),
    tail,
  ]);
  const rest = parts.at(-1) ?? null;
  const own = segments.flatMap(({ label }, index): OwnAmount[] => {
    const [mark, word, value] = parts.slice(index * 3, index * 3 + 3);
    if (word == null) return [];
    const signs = index === segments.length - 1 && !/大写/.test(tail) ? rest : null;
    const units = [...(mark?.units ?? []), ...word.units, ...(signs?.units ?? [])];
    const terms = termsOf(label, index, first);
    return [{ label: { text: word.text, units }, terms, value: value ?? null }];
  });
  const words = rest === null || !/大写/.test(tail) ? [] : [rest];
  const last = own.at(-1)?.label.text ?? '';
  return [
    ...own,
    ...words.map((value) => ({ label: { text: last, units: [] }, terms: [], value })),
  ];
}

const amountRoles: ReadonlySet<Role> = new Set<Role>(['initialBudget', 'annualBudget', 'executed']);

function isUnder(slot: Slot, index: number, column: Column, geometry: Item['geometry']): boolean {
  return geometry === 'spans'
    ? slot.column >= column.from && slot.column <= column.to
    : index >= column.from && index <= column.to;
}

/**
 * A row of the funds whose label stands under the heading of an amount, with the label in a place of its own: in one cell with
 * the amount (合计：560.00 under 年度预算数), or over amounts that it has none of (其中：财政资金 under 批复数 | 调整数). Any other
 * row as it is.
 */
export function withOwnLabel(item: Item, columns: readonly Column[]): Item {
  const block = columns.find(({ role }) => role === 'block');
  const at = item.slots.findIndex(
    (own, index) =>
      own.piece !== null &&
      !own.covered &&
      !(block !== undefined && isUnder(own, index, block, item.geometry)),
  );
  const slot = item.slots[at];
  const column = columns.find(({ role }) => role === 'fundLabel');
  if (slot?.piece == null || column === undefined) return item;
  const under = columns.some(
    (own) => amountRoles.has(own.role) && isUnder(slot, at, own, item.geometry),
  );
  if (!under) return item;
  const [own, ...more] = splitAmounts(slot.piece) ?? [];
  if (own?.value != null && more.length === 0)
    return moved(item, at, columns, own.label, withPiece(slot, own.value));
  const source = names(slot.piece.text, ...sourceTerms) || /^其中/u.test(slot.piece.text);
  return source && item.slots.slice(at + 1).some(({ piece }) => piece !== null)
    ? moved(item, at, columns, slot.piece, withPiece(slot, null))
    : item;
}

/** The row with a label in the place of labels, and what is left of its cell. */
function moved(item: Item, at: number, columns: readonly Column[], piece: Piece, rest: Slot): Item {
  const place = columns.findIndex(({ role }) => role === 'fundLabel');
  const from = columns[place]?.from ?? 0;
  const before =
    item.geometry === 'spans'
      ? item.slots.slice(0, at).filter((other) => other.column < from)
      : item.slots.slice(0, Math.min(at, place));
  const label: Slot = { piece, column: from, span: 1, covered: false };
  // A blank in real columns needs no cell of its own.
  const left = rest.piece === null && item.geometry === 'spans' ? [] : [rest];
  return withSlots(item, [...before, label, ...left, ...item.slots.slice(at + 1)]);
}
