import { closesForm, continuesNumbering, looksOutside, opensForm } from './evidence.ts';
import type { Run, Segment } from './segments.ts';

/** What stands between two segments. */
export interface Gap {
  /** Paragraphs of the cell before it, as far as they are surely not outside the table. */
  readonly inside: readonly Run[];
  /** Text outside: the table ends here. */
  readonly outside: readonly Run[];
  /** The table ends here. */
  readonly hard: boolean;
  /** Text stands right before the next cell, with no blank line to end the row. */
  readonly touching: boolean;
  readonly blanks: number;
}

/** Tells the paragraphs of a cell from the text around tables, behind the segment at `index`. */
export function gapBehind(segments: readonly Segment[], index: number): Gap {
  const { runs, blanks, newPage } = segments[index] ?? noSegment;
  const inside = runs.length === 0 ? 0 : countInside(segments, index);
  const hard = inside < runs.length || newPage || index >= segments.length - 1;
  return {
    inside: runs.length === inside ? runs : runs.slice(0, inside),
    outside: runs.length === inside ? [] : runs.slice(inside),
    hard,
    touching: !hard && runs.length > 0 && blanks === 0,
    blanks,
  };
}

const noSegment: Pick<Segment, 'runs' | 'blanks' | 'newPage'> = {
  runs: [],
  blanks: 0,
  newPage: false,
};

/** Whether a form ends with a segment or the one before it, or begins with the next. */
function endsForm(segments: readonly Segment[], index: number): boolean {
  const cellsOf = (at: number): Segment['cells'] => segments[at]?.cells ?? [];
  return (
    index + 1 >= segments.length ||
    opensForm(cellsOf(index + 1)) ||
    closesForm(cellsOf(index)) ||
    closesForm(cellsOf(index - 1))
  );
}

/** How many of the runs behind a segment go on with its last cell. */
function countInside(segments: readonly Segment[], index: number): number {
  const segment = segments[index];
  const last = segment?.cells.at(-1);
  if (segment === undefined || last === undefined) return 0;
  const ended = segment.newPage || endsForm(segments, index);
  const paragraphs = last.paragraphs.slice(-20);
  for (const [position, { blanks, lines }] of segment.runs.entries()) {
    const first = lines[0]?.text ?? '';
    const numbered = continuesNumbering(paragraphs, first);
    if (!numbered && (ended || blanks > 1 || lines.some(({ text }) => looksOutside(text))))
      return position;
    paragraphs.push(...lines);
  }
  return segment.runs.length;
}
