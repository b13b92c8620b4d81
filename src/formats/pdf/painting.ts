import { boundsOf, intersect } from '../shared/places/geometry.ts';
import type { Handler, OperatorCodes, PageMachine } from './machine.ts';
import { addBar, boxOfPath, maxThickness, readPath } from './paths.ts';

/** Images larger than this, in points, may be more than a sign or an ornament. */
const largestSign = 40;

/** An image one pixel thin, stretched to a line, is a border too. */
export function paintImage(machine: PageMachine): void {
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
export function clipTo(machine: PageMachine, box: unknown): void {
  const { state } = machine;
  state.clip = intersect(state.clip, boundsOf(box, state.matrix));
}

/** Whether a path's lines are drawn, and its area coloured. */
interface Paint {
  readonly stroke: boolean;
  readonly fill: boolean;
}

/** The painting operators that close a path, by pdfjs's names: what each does with it. */
const painting: Readonly<Record<string, Paint>> = {
  stroke: { stroke: true, fill: false },
  closeStroke: { stroke: true, fill: false },
  fill: { stroke: false, fill: true },
  eoFill: { stroke: false, fill: true },
  fillStroke: { stroke: true, fill: true },
  eoFillStroke: { stroke: true, fill: true },
  closeFillStroke: { stroke: true, fill: true },
  closeEOFillStroke: { stroke: true, fill: true },
};

/** Adds the lines and areas of a path, and what they hide. */
function paintPath(machine: PageMachine, path: Float32Array, paint: Paint): void {
  if (machine.isHidden || machine.isCrowded) return;
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

/** The handler of constructPath, which carries the operator that closes the path. */
export function pathPainter(codes: OperatorCodes): Handler {
  const paints = new Map(Object.entries(painting).map(([name, paint]) => [codes[name], paint]));
  return (machine, [code, data, bounds]) => {
    const paint = paints.get(code as number);
    const path: unknown = Array.isArray(data) ? data[0] : null;
    if (paint !== undefined && path instanceof Float32Array) paintPath(machine, path, paint);
    // A clipping path takes effect once it has been painted (ISO 32000-1, 8.5.4).
    if (machine.clipsNext) {
      clipTo(machine, bounds);
      machine.state.clipIsBox &&=
        path instanceof Float32Array && boxOfPath(path, machine.state.matrix) !== null;
    }
    machine.clipsNext = false;
  };
}
