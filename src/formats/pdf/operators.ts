import { limits } from '../../model/index.ts';
import { Covers } from './covers.ts';
import { GlyphCollector } from './glyphs.ts';
import { boundsOf, everywhere, intersect, toMatrix } from './geometry.ts';
import type { Matrix, Size } from './geometry.ts';
import { addBar, boxOfPath, maxThickness, readPath } from './paths.ts';
import { initialCursor, initialState, moveCursor, transformState } from './state.ts';
import type { Font, GraphicsState, TextCursor } from './state.ts';
import { showText } from './text-operators.ts';
import { noRulings } from './types.ts';
import type { DrawnGlyph, Rulings } from './types.ts';

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

/** Images larger than this, in points, may be more than a sign or an ornament. */
const largestSign = 40;

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

type Handler = (machine: PageMachine, args: readonly unknown[]) => void;

function number(value: unknown): number {
  return typeof value === 'number' && Number.isFinite(value) ? value : 0;
}

function setFont(machine: PageMachine, name: unknown, size: unknown): void {
  const { state } = machine;
  state.font = typeof name === 'string' ? machine.context.font(name) : null;
  state.fontSize = Math.abs(number(size));
  state.fontDirection = number(size) < 0 ? -1 : 1;
}

function setGraphicsState(machine: PageMachine, entries: unknown): void {
  if (!Array.isArray(entries)) return;
  for (const entry of entries as unknown[]) {
    if (!Array.isArray(entry)) continue;
    const [key, value] = entry as unknown[];
    if (key === 'LW') machine.state.lineWidth = number(value);
    else if (key === 'ca' || key === 'BM' || key === 'SMask') setVeil(machine, key, value);
    else if (key === 'Font' && Array.isArray(value)) setFont(machine, value[0], value[1]);
  }
}

/** What the entries of the graphics state are where what is painted hides what lies below. */
const plain: Readonly<Record<string, unknown>> = { ca: 1, BM: 'source-over', SMask: false };

function setVeil({ state }: PageMachine, key: string, value: unknown): void {
  const veils = new Set(state.veils);
  if (value === plain[key]) veils.delete(key);
  else veils.add(key);
  state.veils = veils;
}

function transform(machine: PageMachine, value: unknown): void {
  const matrix = toMatrix(value);
  if (matrix !== null) transformState(machine.state, matrix);
}

function isWhite(colour: unknown): boolean {
  return colour === '#ffffff';
}

const invisibleModes = new Set([3, 7]);

function paintText(machine: PageMachine, items: unknown): void {
  if (machine.isHidden || !Array.isArray(items)) return;
  const { glyphs, state } = machine;
  glyphs.startRun();
  const invisible = invisibleModes.has(state.textMode);
  showText(state, machine.cursor, items, (glyph) => {
    glyphs.add(glyph, state.clip, invisible);
  });
}

/** An image one pixel thin, stretched to a line, is a border too. */
function paintImage(machine: PageMachine): void {
  if (machine.isHidden) return;
  const { matrix, clip } = machine.state;
  const box = boundsOf([0, 0, 1, 1], matrix);
  if (Math.max(box.x1 - box.x0, box.y1 - box.y0) > largestSign) machine.images += 1;
  addBar(box, clip, machine.rulings);
}

/** Keeps in mind what hides lines that were painted before it. */
function addCover({ covers, rulings, state }: PageMachine, path: Float32Array): void {
  const area =
    state.fillIsPlain && state.veils.size === 0 && state.clipIsBox
      ? boxOfPath(path, state.matrix)
      : null;
  const box = area === null ? null : intersect(area, state.clip);
  if (box !== null && Math.min(box.x1 - box.x0, box.y1 - box.y0) > maxThickness)
    covers.addArea(box, rulings);
}

/** Narrows what shows by a box of the current frame. */
function clipTo(machine: PageMachine, box: unknown): void {
  const { state } = machine;
  state.clip = intersect(state.clip, boundsOf(box, state.matrix));
}

/** The painting operators that close a path, by pdfjs's names: what each does with it. */
const painting: Readonly<Record<string, { stroke: boolean; fill: boolean }>> = {
  stroke: { stroke: true, fill: false },
  closeStroke: { stroke: true, fill: false },
  fill: { stroke: false, fill: true },
  eoFill: { stroke: false, fill: true },
  fillStroke: { stroke: true, fill: true },
  eoFillStroke: { stroke: true, fill: true },
  closeFillStroke: { stroke: true, fill: true },
  closeEOFillStroke: { stroke: true, fill: true },
};

function pathPainter(codes: OperatorCodes): Handler {
  const paints = new Map(Object.entries(painting).map(([name, paint]) => [codes[name], paint]));
  return (machine, [code, data, bounds]) => {
    const paint = paints.get(code as number);
    const path: unknown = Array.isArray(data) ? data[0] : null;
    if (
      paint !== undefined &&
      path instanceof Float32Array &&
      !machine.isHidden &&
      !machine.isCrowded
    ) {
      const { matrix, clip, lineWidth, strokeIsWhite, fillIsWhite } = machine.state;
      if (paint.fill) addCover(machine, path);
      const white = paint.stroke ? strokeIsWhite : fillIsWhite;
      const target = white ? machine.whiteRulings : machine.rulings;
      const [across, down] = [target.horizontal.length, target.vertical.length];
      readPath(path, matrix, { ...paint, lineWidth, clip }, target);
      if (white)
        machine.covers.addWhite(
          { horizontal: target.horizontal.slice(across), vertical: target.vertical.slice(down) },
          machine.rulings,
        );
    }
    // A clipping path takes effect once it has been painted (ISO 32000-1, 8.5.4).
    if (machine.clipsNext) {
      clipTo(machine, bounds);
      machine.state.clipIsBox &&=
        path instanceof Float32Array && boxOfPath(path, machine.state.matrix) !== null;
    }
    machine.clipsNext = false;
  };
}

const stateHandlers: Readonly<Record<string, Handler>> = {
  save: (machine) => {
    machine.save();
  },
  restore: (machine) => {
    machine.restore();
  },
  transform: (machine, args) => {
    transform(machine, args);
  },
  clip: (machine) => {
    machine.clipsNext = true;
  },
  eoClip: (machine) => {
    machine.clipsNext = true;
  },
  setLineWidth: ({ state }, [width]) => {
    state.lineWidth = number(width);
  },
  setGState: (machine, [entries]) => {
    setGraphicsState(machine, entries);
  },
  setFillRGBColor: ({ state }, [colour]) => {
    Object.assign(state, { fillIsWhite: isWhite(colour), fillIsPlain: true });
  },
  setStrokeRGBColor: ({ state }, [colour]) => {
    state.strokeIsWhite = isWhite(colour);
  },
  setFillColorN: ({ state }) => {
    Object.assign(state, { fillIsWhite: false, fillIsPlain: false });
  },
  setFillTransparent: ({ state }) => {
    state.fillIsPlain = false;
  },
  setStrokeColorN: ({ state }) => {
    state.strokeIsWhite = false;
  },
};

const textHandlers: Readonly<Record<string, Handler>> = {
  beginText: (machine) => {
    machine.cursor = initialCursor();
  },
  setFont: (machine, [name, size]) => {
    setFont(machine, name, size);
  },
  setCharSpacing: ({ state }, [value]) => {
    state.characterSpacing = number(value);
  },
  setWordSpacing: ({ state }, [value]) => {
    state.wordSpacing = number(value);
  },
  setHScale: ({ state }, [value]) => {
    state.horizontalScale = number(value) / 100;
  },
  setLeading: ({ state }, [value]) => {
    state.leading = -number(value);
  },
  setTextRise: ({ state }, [value]) => {
    state.rise = number(value);
  },
  setTextRenderingMode: ({ state }, [value]) => {
    state.textMode = number(value);
  },
  moveText: ({ cursor }, [x, y]) => {
    moveCursor(cursor, number(x), number(y));
  },
  setLeadingMoveText: ({ cursor, state }, [x, y]) => {
    state.leading = number(y);
    moveCursor(cursor, number(x), number(y));
  },
  nextLine: ({ cursor, state }) => {
    moveCursor(cursor, 0, state.leading);
  },
  setTextMatrix: (machine, [value]) => {
    const matrix = toMatrix(value);
    if (matrix !== null) machine.cursor = { ...initialCursor(), matrix };
  },
  showText: (machine, [items]) => {
    paintText(machine, items);
  },
};

const structureHandlers: Readonly<Record<string, Handler>> = {
  paintFormXObjectBegin: (machine, [matrix, box]) => {
    machine.save();
    transform(machine, matrix);
    clipTo(machine, box);
  },
  paintFormXObjectEnd: (machine) => {
    machine.restore();
  },
  beginGroup: (machine, [group]) => {
    machine.save();
    // The group of a soft mask shapes what is painted after it; its own text is never seen.
    machine.enter(
      'group',
      typeof group === 'object' && group !== null && 'smask' in group && Boolean(group.smask),
    );
  },
  endGroup: (machine) => {
    machine.leave('group');
    machine.restore();
  },
  beginAnnotation: (machine, [id, , placed, matrix]) => {
    machine.save();
    machine.enter('group', machine.context.isOwnField(id));
    machine.state = initialState(machine.context.matrix);
    transform(machine, placed);
    transform(machine, matrix);
  },
  endAnnotation: (machine) => {
    machine.leave('group');
    machine.restore();
  },
  beginMarkedContent: (machine) => {
    machine.enter('content', false);
  },
  beginMarkedContentProps: (machine, [tag, properties]) => {
    machine.enter('content', tag === 'OC' && !machine.context.isLayerVisible(properties));
  },
  endMarkedContent: (machine) => {
    machine.leave('content');
  },
  paintImageXObject: paintImage,
  paintImageXObjectRepeat: paintImage,
  paintInlineImageXObject: paintImage,
  paintImageMaskXObject: paintImage,
  paintSolidColorImageMask: paintImage,
};

/** The handlers by pdfjs's operator codes. */
export function operatorTable(codes: OperatorCodes): ReadonlyMap<number, Handler> {
  const table = new Map<number, Handler>();
  for (const [name, handler] of Object.entries({
    ...stateHandlers,
    ...textHandlers,
    ...structureHandlers,
  })) {
    const code = codes[name];
    if (code !== undefined) table.set(code, handler);
  }
  if (codes['constructPath'] !== undefined) table.set(codes['constructPath'], pathPainter(codes));
  return table;
}

/** Runs a page's operators through a fresh machine. */
export function runOperators(
  operators: { readonly fnArray: readonly number[]; readonly argsArray: readonly unknown[] },
  table: ReadonlyMap<number, Handler>,
  context: PageContext,
): PageMachine {
  const machine = new PageMachine(context);
  operators.fnArray.forEach((code, index) => {
    const args = operators.argsArray[index];
    table.get(code)?.(machine, Array.isArray(args) ? (args as unknown[]) : []);
  });
  return machine;
}
