import type { Claim, Recogniser, Rows, State } from './types.ts';
import { costs } from './settings.ts';

/** A block on the path: the claim that won, where, and the best of its rivals. */
export interface Step {
  readonly at: number;
  readonly by: string;
  readonly claim: Claim;
  /** By how much the best path through another reading of one of these items is dearer; Infinity where there is none. */
  readonly margin: number;
  readonly rival: { readonly by: string; readonly reading: string } | null;
  /** The same for each recogniser that would read one of these items otherwise. */
  readonly margins: ReadonlyMap<string, number>;
}

interface Node {
  readonly at: number;
  state: State;
  /** The least cost from the form's first item to here. */
  cost: number;
  via: Edge | null;
  /** The least cost from here to the form's end. */
  rest: number;
  readonly edges: Edge[];
}

interface Edge {
  readonly from: Node;
  readonly to: Node;
  readonly by: string;
  readonly claim: Claim;
}

function keyOf(state: State): string {
  const { indicators, funds, goal } = state.tables;
  const tables = `${state.heading?.id ?? ''} ${indicators?.id ?? ''} ${funds?.id ?? ''} ${goal?.id ?? ''}`;
  const flags =
    (state.bare ? 1 : 0) +
    (state.total ? 2 : 0) +
    (state.closed ? 4 : 0) +
    (state.pageBreak ? 8 : 0) +
    16 * Math.min(state.goals, 2);
  return `${state.kind} ${tables} ${String(flags)}`;
}

/** Covers a form's items with claims at least cost. */
export function shortestPath(rows: Rows, recognisers: readonly Recogniser[], start: State): Step[] {
  const layers: Map<string, Node>[] = Array.from({ length: rows.end + 1 }, () => new Map());
  const first: Node = { at: 0, state: start, cost: 0, via: null, rest: Infinity, edges: [] };
  layers[0]?.set(keyOf(start), first);
  for (let at = 0; at < rows.end; at += 1) {
    for (const node of kept(layers[at] ?? new Map<string, Node>())) {
      for (const recogniser of recognisers) {
        for (const claim of recogniser.claims(rows, at, node.state))
          extend(layers, node, recogniser.meta.id, claim, rows.end);
      }
    }
  }
  return stepsOf(layers, rows.end);
}

/** Nodes that a cheaper path may still need: few states, none much dearer than the best. */
function kept(layer: ReadonlyMap<string, Node>): Node[] {
  const nodes = [...layer.values()].sort((a, b) => a.cost - b.cost);
  const least = nodes[0]?.cost ?? 0;
  return nodes.slice(0, costs.beam).filter(({ cost }) => cost <= least + costs.despair);
}

function extend(
  layers: readonly Map<string, Node>[],
  from: Node,
  by: string,
  claim: Claim,
  end: number,
): void {
  const at = Math.min(from.at + claim.length, end);
  const layer = layers[at];
  if (layer === undefined) return;
  const key = keyOf(claim.state);
  const cost = from.cost + claim.cost;
  const known = layer.get(key);
  const to: Node = known ?? { at, state: claim.state, cost, via: null, rest: Infinity, edges: [] };
  const edge: Edge = { from, to, by, claim };
  from.edges.push(edge);
  if (known === undefined) {
    to.via = edge;
    layer.set(key, to);
  } else if (cost < known.cost - 1e-9) {
    // The cheaper way's trail counts from here on; nothing below was read yet.
    Object.assign(known, { state: edge.claim.state, cost, via: edge });
  }
}

function stepsOf(layers: readonly Map<string, Node>[], end: number): Step[] {
  const last = [...(layers[end] ?? new Map<string, Node>()).values()].sort(
    (a, b) => a.cost + endCost(a.state) - b.cost - endCost(b.state),
  );
  const goal = last[0];
  if (goal === undefined) return [];
  for (const node of last) node.rest = endCost(node.state);
  for (let at = end - 1; at >= 0; at -= 1) {
    for (const node of layers[at]?.values() ?? []) {
      for (const { to, claim } of node.edges) node.rest = Math.min(node.rest, claim.cost + to.rest);
    }
  }
  const path: Edge[] = [];
  for (let edge = goal.via; edge !== null; edge = edge.from.via) path.unshift(edge);
  const least = goal.cost + goal.rest;
  return path.map((edge) => stepOf(layers, edge, least));
}

/** What it costs to end in a state: a heading without a row. */
function endCost(state: State): number {
  return state.bare ? costs.heading.lacking : 0;
}

function stepOf(layers: readonly Map<string, Node>[], edge: Edge, least: number): Step {
  const [from, to] = [edge.from.at, edge.to.at];
  let margin = Infinity;
  let rival: Step['rival'] = null;
  const margins = new Map<string, number>();
  for (let at = Math.max(0, from - 2); at < to; at += 1) {
    for (const node of layers[at]?.values() ?? []) {
      for (const other of node.edges) {
        if (other.to.at <= from || sameReading(other, edge)) continue;
        const dearer = node.cost + other.claim.cost + other.to.rest - least;
        if (dearer < (margins.get(other.by) ?? Infinity)) margins.set(other.by, dearer);
        if (dearer < margin) {
          margin = dearer;
          rival = { by: other.by, reading: other.claim.reading };
        }
      }
    }
  }
  return { at: from, by: edge.by, claim: edge.claim, margin, rival, margins };
}

function sameReading(other: Edge, edge: Edge): boolean {
  return (
    other.claim.reading === edge.claim.reading &&
    other.from.at === edge.from.at &&
    other.to.at === edge.to.at
  );
}
