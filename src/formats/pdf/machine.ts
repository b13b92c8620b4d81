import { limits } from '../../model/index.ts';
import { Covers } from './covers.ts';
import { GlyphCollector } from './glyphs.ts';
import { everywhere } from '../shared/places/geometry.ts';
import type { Matrix, Size } from '../shared/places/geometry.ts';
import { initialCursor, initialState } from './state.ts';
import type { Font, GraphicsState, TextCursor } from './state.ts';
import { noRulings } from '../shared/places/types.ts';
import type { DrawnGlyph, Rulings } from '../shared/places/types.ts';

/** What pdfjs calls its operators, by name. */
export type OperatorCodes = Readonly<Record<string, number>>;

/** What the walk over a page needs from outside. */
export interface PageContext {
  /** From user space to the page as it is shown, in points from its top left. */
  readonly matrix: Matrix;
  readonly size: Size;
  font(name: string): Font | null;
  isLayerVisible(group: unknown): boolean;
  /** Whether a form field is read from its value, and not as it is drawn. */
  isOwnField(id: unknown): boolean;
}

type Scope = 'content' | 'group';

/** The graphics machine: one page's operators go in, its glyphs and rulings come out. */
export class PageMachine {
  readonly glyphs: GlyphCollector;
  readonly rulings = noRulings();
  /** Rulings in white: they show only between coloured areas. */
  readonly whiteRulings = noRulings();
  readonly covers = new Covers();
  images = 0;
  /** The path being built will narrow what shows. */
  clipsNext = false;
  readonly context: PageContext;
  state: GraphicsState;
  cursor: TextCursor = initialCursor();
  readonly #stack: GraphicsState[] = [];
  /** Whether each open marked content and each open group is hidden, and how many are. */
  readonly #open: Readonly<Record<Scope, boolean[]>> = { content: [], group: [] };
  #hiddenDepth = 0;

  constructor(context: PageContext) {
    this.context = context;
    this.glyphs = new GlyphCollector(context.size);
    this.state = initialState(context.matrix);
  }

  get isHidden(): boolean {
    return this.#hiddenDepth > 0;
  }

  save(): void {
    this.#stack.push({ ...this.state });
  }

  restore(): void {
    this.state = this.#stack.pop() ?? this.state;
  }

  enter(scope: Scope, hidden: boolean): void {
    this.#open[scope].push(hidden);
    if (hidden) this.#hiddenDepth += 1;
  }

  leave(scope: Scope): void {
    if (this.#open[scope].pop() === true) this.#hiddenDepth -= 1;
  }

  /** Adds text that no operator draws. */
  write(glyphs: readonly DrawnGlyph[]): void {
    this.glyphs.startRun();
    for (const glyph of glyphs) this.glyphs.add(glyph, everywhere, false);
  }

  /** More lines were painted than a page of tables has; the rest was left out. */
  get isCrowded(): boolean {
    return countOf(this.rulings) + countOf(this.whiteRulings) >= limits.pdfPageRulings;
  }

  /** The page's borders: white ones, which show only between coloured areas, where there are no others. */
  get borders(): Rulings {
    const { whiteRulings } = this;
    const rulings = this.covers.showing(this.rulings);
    const areas = [...rulings.areas, ...whiteRulings.areas];
    return { ...(countOf(rulings) > rulings.areas.length ? rulings : whiteRulings), areas };
  }
}

function countOf({ horizontal, vertical, dots, areas }: Rulings): number {
  return horizontal.length + vertical.length + dots.length + areas.length;
}

/** What one of pdfjs's operators does to the machine. */
export type Handler = (machine: PageMachine, args: readonly unknown[]) => void;
