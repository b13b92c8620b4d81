import type { Piece } from '../../model/index.ts';
import {
  findLabel,
  findLevel1,
  findLevel2,
  findTitle,
  findYearLine,
  isAttachmentMark,
  isProjectName,
  lengths,
  names,
  projectLevel,
  type Title,
  headTerms,
} from '../../lexicon/index.ts';
import { printedFigure } from '../../number/index.ts';
import { findHeading } from '../columns/headings.ts';
import { areBareLabels } from '../blocks/label-values.ts';
import type { Feed } from '../read/feed.ts';
import type { Item } from '../types.ts';

/** A title, and the items that print it. */
export interface FoundTitle {
  readonly title: Title;
  readonly from: number;
  /** The item after the title. */
  readonly to: number;
}

/** The part of a document in which one form stands: items `from` up to, but without, `to`. */
export interface Segment {
  readonly title: FoundTitle | null;
  readonly from: number;
  readonly to: number;
}

/** The one text of a line, or of a row in which a single cell says something. */
export function onlyText(item: Item | undefined): string | null {
  const shown = item?.slots.filter((slot) => slot.piece !== null && !slot.covered) ?? [];
  const texts = new Set(shown.map((slot) => slot.piece?.text ?? ''));
  return texts.size === 1 ? ([...texts][0] ?? null) : null;
}

const titleHead = /(?:项目|支出|预算|部门|财政|单位|专项|资金|绩效|年度)$/;

/** A title that ends at an item; its first half may stand on the line above. */
function titleAt(items: readonly Item[], index: number): FoundTitle | null {
  const text = onlyText(items[index]);
  const title = text === null ? null : findTitle(text);
  const above = onlyText(items[index - 1]);
  const half =
    above !== null &&
    items[index - 1]?.kind === 'line' &&
    titleHead.test(above) &&
    above.length <= lengths.name;
  if (text !== null && half && text.length <= lengths.label) {
    const joined = findTitle(above + text);
    if (joined !== null) return { title: joined, from: index - 1, to: index + 1 };
  }
  return title === null || !standsAbove(items, index, title.kind)
    ? null
    : { title, from: index, to: index + 1 };
}

/** So near below the title of a score sheet stands its table, or the heading of one that is printed a cell a line. */
const nearBelow = 12;

/** What names a score sheet is as often a chapter of a report, or a part of a form: as a title it begins a table. */
function standsAbove(items: readonly Item[], index: number, kind: Title['kind']): boolean {
  const item = items[index];
  if (kind !== 'scores' || item === undefined) return true;
  const below = items.slice(index + 1, index + 1 + nearBelow);
  return (item.kind === 'line' || item.gap) && below.some(beginsTable);
}

/** A row, or a line that is a cell of an indicators' heading. */
function beginsTable(item: Item): boolean {
  return item.kind === 'row' || names(onlyText(item) ?? '', 'level1');
}

/** A table's title printed again where it goes on: （续）, 续表一. */
const continued = /续表|[(（]续[^()（）]{0,2}[)）]/u;

/** Whether a title says that its table goes on. */
export function isContinued(title: string): boolean {
  return continued.test(title);
}

/** 附件3, or the form's own title printed again on a later page. */
export function isFurniture(text: string, own: FoundTitle | null): boolean {
  if (isAttachmentMark(text)) return true;
  const title = findTitle(text);
  return title !== null && (title.text === own?.title.text || isContinued(title.text));
}

function textsOf(item: Item | undefined): string[] {
  return (
    item?.slots
      .filter((slot) => slot.piece !== null && !slot.covered)
      .map((slot) => slot.piece?.text ?? '') ?? []
  );
}

/** Whether a row gives the project's name: the label with a value behind it, not a column heading. */
export function namesProject(item: Item | undefined): boolean {
  const shown = textsOf(item);
  if (shown.some((text) => /^项目(?:支出)?名称[:：]./u.test(text))) return true;
  const at = shown.findIndex((text) => isProjectName(text));
  // An indicator may be called 项目名称… too: its row has figures, a head's row has not.
  if (at < 0 || shown.filter((text) => printedFigure(text).kind === 'number').length > 1)
    return false;
  if (shown.some((text) => findLevel1(text) !== null || findLevel2(text) !== null)) return false;
  const next = shown[at + 1];
  if (next === undefined) return at === 0 || shown.length === 2;
  return findLabel(next) === null || (item !== undefined && areBareLabels(item));
}

/** Whether a row belongs to a form's head, the project's name apart. */
export function isHeadRow(item: Item | undefined): boolean {
  const shown =
    item?.slots.filter(
      (slot): slot is typeof slot & { piece: Piece } => slot.piece !== null && !slot.covered,
    ) ?? [];
  return (
    item?.kind === 'row' &&
    shown.some((slot) => names(slot.piece.text, ...headTerms, 'attribute', 'formUnit')) &&
    !shown.some((slot) => names(slot.piece.text, 'person', 'note', 'rating', 'total'))
  );
}

/** The label under which a row gives a project's name, and the name. */
export function projectOf(item: Item | undefined): {
  readonly level: number;
  readonly name: string;
} {
  const shown = textsOf(item);
  const at = shown.findIndex((text) => isProjectName(text));
  const [label = '', name = ''] =
    at < 0 ? (shown[0] ?? '').split(/[:：](.*)/su) : shown.slice(at, at + 2);
  return { level: projectLevel(label), name };
}

/** So many rows of a head may stand between two names of projects. */
const mostBetween = 4;

/**
 * Whether two rows that name projects are of one head: 一级项目名称 above 二级项目名称, or the name a second time, with rows of
 * the head alone between them.
 */
function isSameHead(items: readonly Item[], first: number, second: number): boolean {
  if (second - first > mostBetween) return false;
  const between = items.slice(first + 1, second);
  if (!between.every((item) => isHeadRow(item) || isAside(onlyText(item)))) return false;
  const [one, other] = [projectOf(items[first]), projectOf(items[second])];
  return one.level < other.level;
}

/** Where an untitled form begins that is known by its project name: above, rows of the head may stand. */
function headStart(items: readonly Item[], index: number, lowest: number): number {
  let start = index;
  while (start > lowest && isHeadRow(items[start - 1])) start -= 1;
  return start;
}

/** What stands alone above a form or in its head: 附件3, （2024年度）, 单位：万元. */
function isAside(text: string | null): boolean {
  return (
    text !== null && (isAttachmentMark(text) || findYearLine(text) !== null || unitLine.test(text))
  );
}

const unitLine = /^(?:金额|计量|资金)?单位[:：](?:人民币)?万?元(?:人民币)?$/u;

/** Above a title may stand what belongs to it: 附件3, （2024年度）, 单位：万元. */
function titleStart(items: readonly Item[], index: number, lowest: number): number {
  let start = index;
  while (start > lowest && index - start < 4) {
    if (!isAside(onlyText(items[start - 1]))) break;
    start -= 1;
  }
  return start;
}

interface Mark {
  readonly at: number;
  readonly title: FoundTitle | null;
  readonly project: boolean;
}

function* findMarks(rows: Feed): Generator<Mark> {
  const { items } = rows;
  let above = 0;
  for (let index = 0; rows.reach(index); index += 1) {
    const title = titleAt(items, index);
    if (title !== null) {
      above = titleStart(items, title.from, above);
      yield { at: above, title, project: false };
    } else if (namesProject(items[index])) {
      above = index;
      yield { at: index, title: null, project: true };
    }
  }
}

/** Each mark, titles with the one below them: rows are read no further than that takes. */
function* withNext(marks: Iterable<Mark>): Generator<[Mark, Mark | undefined]> {
  let title: Mark | undefined;
  for (const mark of marks) {
    if (title !== undefined) yield [title, mark];
    title = mark.title === null ? undefined : mark;
    if (title === undefined) yield [mark, undefined];
  }
  if (title !== undefined) yield [title, undefined];
}

/** What is left below the last start; all of it where there is none. */
function lastSegment(start: Mark | undefined, to: number): Segment {
  return { title: start?.title ?? null, from: start?.at ?? 0, to };
}

/** Where segments start. The last start may be replaced until its form is named: then the segment above it is told. */
class Starts {
  last: Mark | undefined;
  private above: Mark | undefined;

  /** A further start; the segment whose end is known now. */
  push(mark: Mark): Segment | null {
    const known = this.known();
    this.above = this.last;
    this.last = mark;
    return known;
  }

  /** The segment above the last start, which no other replaces. */
  known(): Segment | null {
    const { above, last } = this;
    this.above = undefined;
    return above === undefined || last === undefined
      ? null
      : { title: above.title, from: above.at, to: last.at };
  }
}

/**
 * Cuts a document into segments of one form each: by title, or by a fresh 项目名称. A title that is printed again on a
 * later page (no project name follows it before the next title) does not start a form; it belongs to the one that runs on.
 */
export function* findSegments(rows: Feed): Generator<Segment> {
  const { items } = rows;
  const starts = new Starts();
  let named = true;
  let project = -Infinity;
  const opens = (title: FoundTitle, next: Mark | undefined): boolean => {
    const above = starts.last;
    return isOurs(title)
      ? opensForm(items, above, title, next?.at ?? items.length)
      : above?.title?.title.text !== title.title.text &&
          tablesIn(items, above?.at ?? 0, title.from).has('indicators');
  };
  for (const [mark, next] of withNext(findMarks(rows))) {
    let start: Mark | null = null;
    let known: Segment | null = null;
    if (mark.title !== null) {
      const runsOn =
        starts.last !== undefined && next?.project !== true && !opens(mark.title, next);
      if (runsOn) continue;
      const above = starts.last?.title ?? null;
      // Two titles in a row: a cover's and the form's own. The later one counts.
      if (above !== null && !named && mark.at <= above.to + 3) starts.last = mark;
      else start = mark;
      named = false;
    } else if (named && isSameHead(items, project, mark.at)) {
      project = mark.at;
    } else if (named) {
      project = mark.at;
      start = { ...mark, at: headStart(items, mark.at, (starts.last?.at ?? -1) + 1) };
    } else {
      project = mark.at;
      named = true;
      known = starts.known();
    }
    if (start !== null) known = starts.push(start);
    if (known !== null) yield known;
  }
  const known = starts.known();
  if (known !== null) yield known;
  if (items.length > 0) yield lastSegment(starts.last, items.length);
}

/** Whether a title is that of a kind that we read. */
export function isOurs({ title }: FoundTitle): boolean {
  return title.kind === 'self-evaluation' || title.kind === 'target';
}

/** So near below its title stands a form's head. */
const headBelow = 4;

function hasHead(items: readonly Item[], at: number): boolean {
  return items
    .slice(at, at + headBelow)
    .some((item) => isHeadRow(item) && textsOf(item).length > 1);
}

/** The tables whose headings stand between two items. */
function tablesIn(items: readonly Item[], from: number, to: number): Set<string> {
  const kinds = new Set<string>();
  for (let index = from; index < to; index += 1) {
    const heading = findHeading(items, index);
    if (heading !== null) kinds.add(heading.kind);
  }
  return kinds;
}

/**
 * Whether a title opens a form though no project name follows it: two tables stand below it, one of which stood above it
 * too. (Below a title printed again on a later page stand only the tables that the form has not had yet.)
 */
function opensForm(
  items: readonly Item[],
  above: Mark | undefined,
  title: FoundTitle,
  end: number,
): boolean {
  const below = tablesIn(items, title.to, end);
  const other = above?.title ?? null;
  // Under another title stand a head and indicators of their own.
  const fresh =
    below.has('indicators') &&
    other !== null &&
    other.title.text !== title.title.text &&
    !isContinued(title.title.text) &&
    (!isOurs(other) || hasHead(items, title.to));
  // What stands above is looked through last: a form may print thousands of titles.
  if (!fresh && below.size < 2) return false;
  const before = tablesIn(items, above?.at ?? 0, title.from);
  if (fresh && before.has('indicators')) return true;
  const again = [...below].some((kind) => kind !== 'indicators' && before.has(kind));
  return below.size > 1 && (before.size === 0 || again);
}
