import type { Columns } from './columns.ts';
import { movesAt } from './moves.ts';
import type { Move } from './moves.ts';
import type { Token } from './tokens.ts';

/** A move from a cell, of the cheapest path. */
export interface Placed {
  readonly at: number;
  readonly move: Move;
  readonly state: Columns | null;
}

/** The cheapest way through the cells of a text. */
export interface Path {
  readonly cost: number;
  readonly moves: readonly Placed[];
  /** Every move that was weighed, and where it leads. */
  readonly weighed: Weighed;
}

export interface Node {
  readonly cost: number;
  readonly at: number;
  readonly state: Columns | null;
  readonly before: Node | null;
  readonly move: Move | null;
}

/** What stood open at each place, and how to go on from there. */
export interface Weighed {
  readonly nodes: readonly (readonly Node[])[];
  readonly moves: readonly Going[];
}

type Going = (columns: Columns | null) => readonly Move[];

/** So many open headings are weighed at a place. */
const openStates = 5;

/** What reads the cells at least cost: dynamic programming over places and the heading that is open there. */
export function cheapestPath(tokens: readonly Token[], regular = false): Path {
  const open: Node[][] = tokens.map(() => []);
  open.push([]);
  open[0]?.push({ cost: 0, at: 0, state: null, before: null, move: null });
  const going: Going[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const nodes = open[at] ?? [];
    const moves = remembered(nodes.length === 0 ? () => [] : movesAt(tokens, at, regular));
    going.push(moves);
    for (const node of nodes) {
      for (const move of moves(node.state)) reach(open, node, move);
    }
  }
  const last = (open[tokens.length] ?? []).reduce<Node | null>(
    (best, node) => (best === null || node.cost < best.cost ? node : best),
    null,
  );
  return { cost: last?.cost ?? 0, moves: movesTo(last), weighed: { nodes: open, moves: going } };
}

/** Moves are asked for again when their rivals are weighed, and must be the same then. */
function remembered(going: Going): Going {
  const known = new Map<Columns | null, readonly Move[]>();
  return (columns) => {
    const moves = known.get(columns) ?? going(columns);
    known.set(columns, moves);
    return moves;
  };
}

/** A heading has rows below it. */
const bodies: ReadonlySet<Move['kind']> = new Set<Move['kind']>(['body', 'spacer']);
const headingAlone = 1.5;

/** What a move costs at a place: more where a heading is left without a row. */
export function stepCost(node: Node, move: Move): number {
  const alone = node.move?.kind === 'heading' && !bodies.has(move.kind);
  return move.cost + (alone ? headingAlone : 0);
}

function reach(open: readonly Node[][], node: Node, move: Move): void {
  const at = node.at + move.length;
  const nodes = open[at];
  if (nodes === undefined) return;
  const cost = node.cost + stepCost(node, move);
  const next: Node = { cost, at, state: move.columns, before: node, move };
  const same = nodes.findIndex(({ state }) => state === next.state);
  if (same !== -1) {
    if (next.cost < (nodes[same]?.cost ?? Infinity)) nodes[same] = next;
  } else {
    nodes.push(next);
    if (nodes.length <= openStates) return;
    const dearest = nodes.reduce((worst, one) => (one.cost > worst.cost ? one : worst));
    nodes.splice(nodes.indexOf(dearest), 1);
  }
}

function movesTo(last: Node | null): Placed[] {
  const moves: Placed[] = [];
  for (let node = last; node?.before != null; node = node.before) {
    if (node.move !== null)
      moves.push({ at: node.before.at, move: node.move, state: node.before.state });
  }
  return moves.reverse();
}
