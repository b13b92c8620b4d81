import type { Columns } from './columns.ts';
import { isBlock } from './roles.ts';
import type { Move } from './moves.ts';
import { stepCost } from './search.ts';
import type { Path, Placed, Weighed } from './search.ts';
import type { Token } from './tokens.ts';

/**
 * How much dearer it is to read each cell as something else than the cheapest path does: in another row, another column, as a
 * label instead of a value. Infinity where nothing else was weighed, and for cells that say nothing.
 */
export function margins(path: Path, tokens: readonly Token[]): number[] {
  const { cost, moves, weighed } = path;
  const chosen = tokens.map(() => '');
  for (const placed of moves) {
    for (let index = 0; index < placed.move.length; index += 1)
      chosen[placed.at + index] = readingOf(placed, index, tokens);
  }
  const found = tokens.map(() => Infinity);
  const rest = restCosts(weighed);
  for (const [at, nodes] of weighed.nodes.entries()) {
    for (const node of nodes) {
      for (const move of weighed.moves[at]?.(node.state) ?? []) {
        const more = node.cost + stepCost(node, move) + leftBehind(rest, at, move) - cost;
        if (more < farthest) weigh(found, chosen, { at, move, state: node.state }, more, tokens);
      }
    }
  }
  return found;
}

/** Rivals that are dearer by more are none. */
const farthest = 3;

function weigh(
  found: number[],
  chosen: readonly string[],
  placed: Placed,
  more: number,
  tokens: readonly Token[],
): void {
  for (let index = 0; index < placed.move.length; index += 1) {
    const at = placed.at + index;
    if (more >= (found[at] ?? 0) || tokens[at]?.facts.blank !== false) continue;
    const reading = readingOf(placed, index, tokens);
    if (reading !== '' && chosen[at] !== '' && reading !== chosen[at]) found[at] = more;
  }
}

/** What is still to be paid from each open place to the end. */
function restCosts({ nodes, moves }: Weighed): readonly ReadonlyMap<Columns | null, number>[] {
  const rest: Map<Columns | null, number>[] = nodes.map(() => new Map());
  for (const node of nodes.at(-1) ?? []) rest.at(-1)?.set(node.state, 0);
  for (let at = moves.length - 1; at >= 0; at -= 1) {
    for (const node of nodes[at] ?? []) {
      const costs = (moves[at]?.(node.state) ?? []).map(
        (move) => stepCost(node, move) + leftBehind(rest, at, move),
      );
      rest[at]?.set(node.state, Math.min(...costs));
    }
  }
  return rest;
}

function leftBehind(
  rest: readonly ReadonlyMap<Columns | null, number>[],
  at: number,
  move: Move,
): number {
  return rest[at + move.length]?.get(move.columns) ?? Infinity;
}

/** What a move takes a cell for; blank where it makes no difference. */
function readingOf({ at, move, state }: Placed, index: number, tokens: readonly Token[]): string {
  const token = tokens[at + index];
  if (token === undefined || token.facts.blank || isBlock(token.facts)) return '';
  const row = String(firstShown(at, move.length, tokens));
  if (move.aligned !== null) {
    const role = state?.roles[move.aligned.places[index] ?? -1];
    return `${row} ${role ?? ''}`;
  }
  if (move.kind === 'pair') return index === 0 ? 'label' : `value ${row}`;
  if (move.kind === 'heading') return 'heading';
  return move.kind === 'total' ? `total ${row}` : 'alone';
}

function firstShown(at: number, length: number, tokens: readonly Token[]): number {
  for (let index = at; index < at + length; index += 1)
    if (tokens[index]?.facts.blank === false) return index;
  return at;
}
