import { toMatrix } from '../shared/places/geometry.ts';
import { PageMachine } from './machine.ts';
import type { Handler, OperatorCodes, PageContext } from './machine.ts';
import { clipTo, paintImage, pathPainter } from './painting.ts';
import { initialCursor, initialState, moveCursor, transformState } from './state.ts';
import { showText } from './text-operators.ts';

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
