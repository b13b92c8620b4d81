import {
  findLabel,
  guessHeading,
  guessPair,
  isLevelFragment,
  lengths,
  names,
  splitInline,
  type Term,
  headTerms,
  partTerms,
  sourceTerms,
} from '../../lexicon/index.ts';
import { isNil, joinPieces, type Piece, splitUnit } from '../../model/index.ts';
import { printedFigure } from '../../number/index.ts';
import type { Item, Pair, Slot } from '../types.ts';
import { splitAmounts } from './own-amounts.ts';

/** Terms that are labels wherever they stand before a value. */
const plainTerms: ReadonlySet<Term> = new Set<Term>([
  'projectName',
  ...headTerms,
  'attribute',
  'person',
  'note',
  'rating',
  'goalBlock',
  'goalExpected',
  'goalActual',
  'midTermGoal',
  'fundPurpose',
  'formUnit',
  'planBlock',
  'budgetBlock',
  'fundsBlock',
]);
/** Words that are as often a value (财政拨款, 其他): labels only before a figure. */
const figureTerms: ReadonlySet<Term> = new Set<Term>([
  'budget',
  ...sourceTerms,
  'initialBudget',
  'annualBudget',
  'executed',
  'executionRate',
  'weight',
  'score',
  'total',
]);

/** What a row of labels and values says. */
export interface PairsRow {
  readonly pairs: readonly PlacedPair[];
  /** Pieces that stand beside no label. */
  readonly strays: readonly PlacedPiece[];
}

export interface PlacedPair extends Pair {
  /** The column of its value, to know a continuation below by. */
  readonly column: number;
}

export interface PlacedPiece {
  readonly piece: Piece;
  readonly column: number;
}

export function shownSlots(item: Item): (Slot & { readonly piece: Piece })[] {
  return item.slots.filter(
    (slot): slot is Slot & { readonly piece: Piece } => slot.piece !== null && !slot.covered,
  );
}

function isFigure(piece: Piece | undefined): boolean {
  return piece !== undefined && (printedFigure(piece.text).kind === 'number' || isNil(piece.text));
}

/** The terms under which a piece is a label here, given what stands behind it; none where it is a value. */
function labelTerms(piece: Piece, next: Piece | undefined): readonly Term[] {
  const terms = findLabel(piece.text)?.terms ?? [];
  const plain = terms.filter((term) => plainTerms.has(term));
  if (plain.length > 0)
    return isFigure(next)
      ? terms.filter((term) => plainTerms.has(term) || figureTerms.has(term))
      : plain;
  return next === undefined || isFigure(next) ? terms.filter((term) => figureTerms.has(term)) : [];
}

/** 资金来源 | 财政拨款: at a row's end, a kind of money behind a label that lacks its value is that value. */
function isKindOfMoney(piece: Piece, next: Piece | undefined): boolean {
  return next === undefined && names(piece.text, ...partTerms);
}

/** 部门：云溪县卫生局: a cell of its own that begins with a short word and a colon. */
const ownLabel = /^(\s*[\p{Script=Han}()（）]{2,8}[:：])(\s*[^\s:：][^:：]*)$/u;

/** 其中：基本支出：860.00: a label with its amount in one cell. */
const ownAmount =
  /^(\s*(?:其中\s*[:：])?[^:：\d]{2,16}[:：])(\s*-?\d[\d,]*(?:\.\d+)?\s*(?:万元|元|%)?\s*)$/u;

function holdsOwnAmounts(slots: readonly (Slot & { readonly piece: Piece })[]): boolean {
  return (
    slots.length > 1 &&
    slots.every(
      ({ piece }) => piece.units.length === 1 && ownAmount.test(piece.units[0]?.raw ?? ''),
    )
  );
}

/** 年度绩效目标：提供公寓480套。 as a line. In a cell, such words are as often a value's. */
const lineLabel = /^(\s*[^:：]{2,20}[:：])(\s*\S.*)$/su;
const lineTerms: readonly Term[] = [
  'goalBlock',
  'goalExpected',
  'goalActual',
  'midTermGoal',
  'budget',
  'fundTotal',
  'initialBudget',
  'annualBudget',
  'executed',
  'executionRate',
];

/** What tells a label in front of its value in one text: what the other cells of the row are, or that it is a line. */
type Inline = 'alone' | 'amount' | 'line' | 'cell';

function ownPair(raw: string, inline: Inline): RegExpExecArray | null {
  if (inline === 'cell') return null;
  const match = (inline === 'alone' ? ownLabel : inline === 'amount' ? ownAmount : lineLabel).exec(
    raw,
  );
  return match !== null && inline === 'line' && !names(match[1] ?? '', ...lineTerms) ? null : match;
}

/** 填表人：… 联系电话：… in one cell or line. Alone in its row, a cell may begin with a label that we do not know. */
function inlinePairs(slot: Slot & { readonly piece: Piece }, inline: Inline): PlacedPair[] | null {
  const amounts = splitAmounts(slot.piece);
  if (amounts !== null)
    return amounts.map(({ label, terms, value }) => ({ label, terms, value, column: slot.column }));
  const unit = slot.piece.units.length === 1 ? slot.piece.units[0] : undefined;
  const own = unit === undefined ? null : ownPair(unit.raw, inline);
  const found =
    unit === undefined
      ? null
      : (splitInline(unit.raw) ??
        (own === null ? null : [{ label: own[1] ?? '', value: own[2] ?? '' }]));
  if (unit === undefined || found === null) return null;
  const parts = splitUnit(
    unit,
    found.flatMap(({ label, value }) => [label, value]),
  );
  return found.flatMap((_, index) => {
    const label = parts[index * 2] ?? null;
    return label === null
      ? []
      : [
          {
            label,
            terms: findLabel(label.text)?.terms ?? [],
            value: parts[index * 2 + 1] ?? null,
            column: slot.column,
          },
        ];
  });
}

/** The labels with their values that one text holds; none where it is no such text. */
export function pairsInText(piece: Piece): readonly Pair[] {
  const slot = { piece, column: 0, span: 1, covered: false };
  return (inlinePairs(slot, 'cell') ?? []).filter(({ value }) => value !== null);
}

/** 203001云溪市农业局（本级） 单位：万元: behind a text without a label, the unit. */
const closingUnit = /^(.*\S)(\s+(?:金额)?单\s*位\s*[:：])(\s*(?:人民币)?万?元[)）]?\s*)$/su;

function splitClosingUnit(
  slot: Slot & { readonly piece: Piece },
): { stray: Piece; pair: PlacedPair } | null {
  const unit = slot.piece.units.length === 1 ? slot.piece.units[0] : undefined;
  const match = unit === undefined ? null : closingUnit.exec(unit.raw);
  if (unit === undefined || match === null) return null;
  const [stray, label, value] = splitUnit(unit, match.slice(1));
  return stray == null || label == null
    ? null
    : { stray, pair: { label, terms: ['formUnit'], value: value ?? null, column: slot.column } };
}

/**
 * An unknown word before a value is taken for a label of the form's own where it looks like one, whatever it says in brackets.
 *
 * @param next what stands behind it: null where that is a value's place that was left blank
 */
function looksLikeLabel(piece: Piece, next: Piece | null | undefined): boolean {
  const word = piece.text.replace(/(?<=.)[(（][^()（）]*[)）]$/u, '');
  // 资金构成 beside labels with their amounts is what they are about.
  const money = /资金|预算|经费|金额|投资/u.test(word);
  const valued =
    next === null ||
    (next === undefined ? /[:：]$/.test(word) : inlineFree(next) || (money && holdsAmounts(next)));
  return (
    valued && word.length <= lengths.label && !isFigure(piece) && !/[。；;，,]|^\d{3}/.test(word)
  );
}

/** Whether the place of a label's value is printed, and blank: what stands behind that is no value of it. */
function isLeftBlank({ geometry, slots }: Item, own: Slot, next: Slot | undefined): boolean {
  const isBlank = ({ column, span }: Slot): boolean => {
    const beside = slots.find((slot) => slot.column === column + span);
    return beside?.piece === null && !beside.covered;
  };
  // Without borders a value may stand further to the right: what looks like no label is one.
  const behind = next?.piece?.text ?? '';
  const begins = behind === '' || findLabel(behind) !== null || labelEnd.test(behind);
  if (geometry === 'spans') return isBlank(own) && begins;
  // Where cells are not real, blanks may belong to a wide label: the last word before them tells.
  const last = next ?? own;
  return isBlank(own) && isBlank(last) && labelEnd.test(last.piece?.text ?? '');
}

/** How labels end that nobody listed, and names of units, places and projects do not. */
const labelEnd =
  /^[^\d。；;，,]{2,10}(?:文号|编号|编码|代码|序列号|识别码|标识码|方式|区域|类别|类型|性质|属性|科室|联络员|时间|日期|年限|名称|全称|电话|地点|范围|依据|情况)$/u;

/** What labels end in that are hinted at by a word of theirs. */
const hintedEnd =
  /(?:(?:主管|归口|所属|上级|承[办担接]|实施|落实|执行|使用|责任|牵头|负责|申报|填报|建设|管理|组织|经办|具体).{0,4}(?:部门|单位|机构)|额度?|数|率)(?:[(（][^()（）]*[)）])?[:：]?$/u;

/** Whether a text is a label of a head or of money wherever nothing stands behind it: listed, or by its end. */
export function isBareLabel(text: string): boolean {
  const terms = findLabel(text)?.terms ?? [];
  if (terms.some((term) => plainTerms.has(term) || figureTerms.has(term))) return true;
  if (text.length > lengths.label || /\d/.test(text)) return false;
  const hinted = hintedEnd.test(text) && (guessPair(text) ?? guessHeading(text)) !== null;
  return hinted || isHeadLabel(text);
}

/** Whether a text ends as labels of a head do that nobody listed: 立项批复文号. */
export function isHeadLabel(text: string): boolean {
  return labelEnd.test(text);
}

/** Whether two texts may name the same part. */
function isAlike(text: string, before: string): boolean {
  const [own, other] = [text, before].map((each) => {
    const hinted = guessPair(each);
    return findLabel(each)?.terms ?? (hinted === null ? [] : [hinted]);
  }) as [readonly Term[], readonly Term[]];
  return own.some((term) => other.includes(term));
}

/** 全年预算数 | | 全年执行数 | | 执行率 | |: whether a row holds nothing but labels whose values were left blank. */
export function areBareLabels(item: Item): boolean {
  const { kind, slots } = item;
  const shown = shownSlots(item);
  return (
    kind === 'row' &&
    (shown.length > 1 || (shown[0]?.column === 0 && hintedEnd.test(shown[0].piece.text))) &&
    shown.every(({ column, span }) => {
      const beside = slots.find((slot) => slot.column === column + span);
      return beside?.piece === null && !beside.covered;
    }) &&
    shown.every(({ piece }) => isBareLabel(piece.text)) &&
    (shown.length === 1 || shown.some(({ piece }) => findLabel(piece.text) !== null)) &&
    // 中央主管部门 | | 农业农村部门 | |: what stands behind a label of its kind is its value.
    !shown.some(({ piece }, at) => at > 0 && isAlike(piece.text, shown[at - 1]?.piece.text ?? ''))
  );
}

/** Reads a row of labels and values. `strict`: only labels that we know count. */
export function readPairs(item: Item, strict: boolean): PairsRow {
  const slots = shownSlots(item);
  if (areBareLabels(item))
    return {
      pairs: slots.map(({ piece, column, span }) => ({
        label: piece,
        terms: labelTerms(piece, undefined),
        value: null,
        column: column + span,
      })),
      strays: [],
    };
  const pairs: PlacedPair[] = [];
  const strays: PlacedPiece[] = [];
  const how: Inline =
    item.kind === 'line'
      ? 'line'
      : holdsOwnAmounts(slots)
        ? 'amount'
        : !strict && slots.length === 1
          ? 'alone'
          : 'cell';
  let index = 0;
  while (index < slots.length) {
    const slot = slots[index];
    if (slot === undefined) break;
    const next = slots[index + 1];
    const inline = inlinePairs(slot, how);
    if (inline !== null) {
      const last = inline.at(-1);
      const open =
        last?.value === null &&
        next !== undefined &&
        inlineFree(next.piece) &&
        !isLeftBlank(item, slot, next) &&
        labelTerms(next.piece, slots[index + 2]?.piece).length === 0;
      pairs.push(
        ...(open
          ? [...inline.slice(0, -1), { ...last, value: next.piece, column: next.column }]
          : inline),
      );
      index += open ? 2 : 1;
      continue;
    }
    const closing = splitClosingUnit(slot);
    if (closing !== null) {
      strays.push({ piece: closing.stray, column: slot.column });
      pairs.push(closing.pair);
      index += 1;
      continue;
    }
    const blank = isLeftBlank(item, slot, next);
    const terms = labelTerms(slot.piece, blank ? undefined : next?.piece);
    const known = terms.length > 0;
    if (headsAmounts(slots, index)) {
      pairs.push({
        label: slot.piece,
        terms: findLabel(slot.piece.text)?.terms ?? [],
        value: null,
        column: -1,
      });
      index += 1;
      continue;
    }
    const paired =
      pairs.reduce((sum, { value }) => sum + (value === null ? 1 : 2), 0) ===
        index - strays.length || /[:：]$/.test(slot.piece.text);
    const loose =
      !strict || pairs.some(({ terms: own, value }) => value !== null && own.length > 0);
    if (known || (loose && looksLikeLabel(slot.piece, blank ? null : next?.piece) && paired)) {
      const behind = slots[index + 2]?.piece;
      const isValue =
        next !== undefined &&
        !blank &&
        (labelTerms(next.piece, behind).length === 0 ||
          (!terms.some((term) => term.endsWith('Block')) &&
            !names(slot.piece.text, ...partTerms) &&
            isKindOfMoney(next.piece, behind)));
      const valued = isValue && inlineFree(next.piece) && !/[:：]$/.test(next.piece.text);
      pairs.push({
        label: slot.piece,
        terms,
        value: valued ? next.piece : null,
        column: valued ? next.column : slot.column + slot.span,
      });
      index += valued ? 2 : 1;
    } else {
      strays.push({ piece: slot.piece, column: slot.column });
      index += 1;
    }
  }
  return { pairs, strays };
}

/** 预算金额 in front of 总金额 | 150万元 | 当年度金额 | 50万元: what the labels with their amounts are about. */
function headsAmounts(slots: readonly { readonly piece: Piece }[], index: number): boolean {
  const [head, label, value] = slots.slice(index, index + 3).map(({ piece }) => piece);
  if (index > 0 || head === undefined || label === undefined || value === undefined) return false;
  const money = (piece: Piece): boolean =>
    piece.text.length <= lengths.label && /资金|预算|金额|经费|投资|拨款/u.test(piece.text);
  return money(head) && money(label) && !isFigure(label) && isFigure(value) && !isNil(value.text);
}

function holdsAmounts(piece: Piece): boolean {
  return splitAmounts(piece) !== null;
}

function inlineFree(piece: Piece): boolean {
  return (
    piece.units.length !== 1 ||
    (splitInline(piece.units[0]?.raw ?? '') === null && splitAmounts(piece) === null)
  );
}

/** Whether a row begins with a label that we know and that no table's body begins with. */
export function beginsWithLabel(item: Item): boolean {
  const [first, second] = shownSlots(item);
  if (first === undefined) return false;
  const terms = findLabel(first.piece.text)?.terms ?? [];
  // 编报人：… | 编报日期：…: a label with its value in each cell.
  if (holdsOwnPairs(shownSlots(item))) return true;
  const closes = terms.some((term) => term === 'rating' || term === 'note' || term === 'person');
  if (closes && shownSlots(item).length <= 2) return true;
  if (terms.some((term) => openingTerms.has(term)))
    return second === undefined || !isFigure(second.piece);
  // 合计： before its amounts is a row of the funds.
  if (terms.includes('fundTotal') && isFigure(second?.piece)) return false;
  return !inlineFree(first.piece) || holdsOwnAmounts(shownSlots(item));
}

function holdsOwnPairs(slots: readonly { readonly piece: Piece }[]): boolean {
  return slots.length > 1 && slots.every(({ piece }) => ownLabel.test(piece.units[0]?.raw ?? ''));
}

const openingTerms: ReadonlySet<Term> = new Set<Term>([
  'projectName',
  ...headTerms,
  'attribute',
  'person',
  'note',
  'rating',
  'planBlock',
  'budgetBlock',
]);

/** Values behind the one that a label has (分配科学性 | 按因素法分配 | 无): further pairs under the same label. */
export function secondValues(pairs: readonly PlacedPair[], strays: readonly Piece[]): PlacedPair[] {
  const [pair] = pairs;
  if (pair === undefined || pairs.length > 1 || pair.value === null) return [];
  return strays.map((value) => ({
    label: { text: pair.label.text, units: [] },
    terms: [],
    value,
    column: -1,
  }));
}

/** What a row says that has nothing but a text in its first column. */
function loneWords(item: Item): string | null {
  const [first, ...rest] = shownSlots(item);
  return first === undefined || rest.length > 0 || first.column > 0 ? null : first.piece.text;
}

/** The lone words of an item that are short and no sentence, as a title's. */
function titleWords(item: Item): string | null {
  // 二、预算执行情况（单位：万元）
  const text =
    loneWords(item)?.replace(/[(（](?:(?:金额)?单位[:：])?(?:人民币)?[亿万]?元[)）]$/u, '') ?? null;
  return text === null || text.length > lengths.label || /[。；;，,：:]/.test(text) ? null : text;
}

/** Whether a row is as wide as a table. */
function isWide(item: Item): boolean {
  return item.geometry === 'ordinal' ? item.slots.length > 2 : (shownSlots(item)[0]?.span ?? 0) > 2;
}

/** （一）绩效目标完成情况: in brackets, the number of a title and of a goal alike, so that its words have to tell. */
const numberedTitle =
  /^[一二三四五六七八九十]{1,2}、|^[(（][一二三四五六七八九十]{1,2}[)）](?=.*(?:情况|目标|指标|构成|来源|信息|概况|评分|得分|分解|结果|结论|明细)$)/u;

/** A line, or a row across its columns, that holds nothing but a numbered title: 二、预算执行情况. */
export function isNumberedTitle(item: Item): boolean {
  return numberedTitle.test(titleWords(item) ?? '') && (item.kind === 'line' || isWide(item));
}

/** A row that holds nothing but the title of the part below it: 二、预算执行情况, 项目支出绩效指标表. */
export function isSectionTitle(item: Item): boolean {
  if (isNumberedTitle(item)) return true;
  const text = titleWords(item);
  if (text === null) return false;
  // 绩效指标 in a narrow place runs down beside its rows.
  const across = item.geometry === 'spans' && isWide(item) && names(text, 'indicatorBlock');
  if ((/^[绩效指标]{1,4}$/.test(text) && !across) || isLevelFragment(text)) return false;
  const closes = /(?:情况|信息|指标|指标表|评分表|内容)$/u.test(text);
  return names(text, 'indicatorBlock') || (closes && findLabel(text) === null);
}

/** Words that stand alone in a row as wide as a table, and are no label that we know: 主要做法与经验, 资金使用与管理. */
export function isPartTitle(item: Item): boolean {
  const text = titleWords(item);
  return (
    item.kind === 'row' &&
    isWide(item) &&
    text !== null &&
    !/[\p{P}\p{N}]/u.test(text) &&
    findLabel(text) === null &&
    !isLevelFragment(text)
  );
}

/** Whether a row is one sentence, as stands below the title of its part. */
export function isSentence(item: Item | undefined): boolean {
  return item !== undefined && /[。；;，,]/.test(loneWords(item) ?? '');
}

/** A value is never cut into more pieces than this; a file that goes on and on has no such value. */
const mostPieces = 100;

/** A row that goes on where the values of the row above broke off: its pieces stand under those values. */
export function continuesValues(
  above: readonly PlacedPair[],
  strays: readonly PlacedPiece[],
  gap: boolean,
): PlacedPair[] | null {
  if (above.some(({ value }) => (value?.units.length ?? 0) > mostPieces)) return null;
  if (strays.length === 0 || above.length === 0 || above.every(({ value }) => value === null))
    return null;
  const under = strays.every((stray) =>
    above.some((pair) => pair.value !== null && pair.column === stray.column),
  );
  if (!under && !(gap && strays.length === 1 && above.length === 1)) return null;
  return above.map((pair) => {
    const stray = under ? strays.find((candidate) => candidate.column === pair.column) : strays[0];
    return stray === undefined ? pair : { ...pair, value: joinPieces([pair.value, stray.piece]) };
  });
}
