import type { Rule, Rules } from './rulings.ts';

/** How near two lines must come, in points, to touch. */
const touch = 3;
/** Orphan verticals closed at the page's ends must be at least this many, or they are decoration. */
const minOrphans = 3;

/** A line sticks out of its frame by more than this, in points, where it is a border. */
const stub = 8;

/** One straight piece of border. */
export interface Edge {
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

/** Borders that hang together, in a closed frame. */
export interface Outline {
  readonly horizontal: readonly Edge[];
  readonly vertical: readonly Edge[];
  /** What of the horizontal edges was painted; the rest closes what was left open. */
  readonly painted: readonly Edge[];
}

interface Component {
  readonly horizontal: Edge[];
  readonly vertical: Edge[];
}

function edgesOf(rules: readonly Rule[]): Edge[] {
  return rules.flatMap(({ at, spans }) => spans.map(([from, to]) => ({ at, from, to })));
}

/** Pairs of edges that are tried for a crossing; a page with more shows no table. */
const maxPairs = 20_000_000;

/**
 * Gathers a page's borders into frames: what touches belongs together; frames left open are closed.
 *
 * @returns null where there are more borders than any page of tables has
 */
export function findOutlines(rules: Rules): Outline[] | null {
  const [across, down] = [edgesOf(rules.horizontal), edgesOf(rules.vertical)];
  if (across.length * down.length > maxPairs) return null;
  const components = connect(across, down);
  const framed = components.filter(
    ({ horizontal, vertical }) => horizontal.length > 0 && vertical.length > 0,
  );
  const loose = components
    .filter(({ horizontal }) => horizontal.length === 0)
    .flatMap(({ vertical }) => vertical);
  const orphans = loose.filter((edge) => !adopt(edge, framed));
  return [...framed, ...gatherOrphans(orphans)].map(close);
}

/** Gives a vertical as long as a frame to that frame: a merged cell beside it fills the page, open above and below. */
function adopt(edge: Edge, framed: readonly Component[]): boolean {
  const [host] = framed.filter(
    ({ vertical }) =>
      near(edge.from, Math.min(...vertical.map(({ from }) => from))) &&
      near(edge.to, Math.max(...vertical.map(({ to }) => to))),
  );
  host?.vertical.push(edge);
  return host !== undefined;
}

/** Union-find over the crossings of horizontal and vertical edges. */
function connect(horizontal: readonly Edge[], vertical: readonly Edge[]): Component[] {
  const parent = Array.from({ length: horizontal.length + vertical.length }, (_, index) => index);
  const find = (index: number): number => {
    let root = index;
    while (parent[root] !== root) root = parent[root] ?? root;
    parent[index] = root;
    return root;
  };
  horizontal.forEach((h, i) => {
    vertical.forEach((v, j) => {
      if (cross(h, v)) parent[find(i)] = find(horizontal.length + j);
    });
  });
  const components = new Map<number, Component>();
  const member = (index: number): Component => {
    const root = find(index);
    let component = components.get(root);
    if (component === undefined)
      components.set(root, (component = { horizontal: [], vertical: [] }));
    return component;
  };
  horizontal.forEach((edge, index) => member(index).horizontal.push(edge));
  vertical.forEach((edge, index) => member(horizontal.length + index).vertical.push(edge));
  return [...components.values()];
}

function cross(h: Edge, v: Edge): boolean {
  return (
    v.at >= h.from - touch && v.at <= h.to + touch && h.at >= v.from - touch && h.at <= v.to + touch
  );
}

/** Verticals that meet no horizontal: a row so high that it has neither its start nor its end on this page. */
function gatherOrphans(vertical: readonly Edge[]): Component[] {
  const groups: Component[] = [];
  for (const edge of vertical) {
    const group = groups.find(
      ({ vertical: [first] }) =>
        first !== undefined && near(first.from, edge.from) && near(first.to, edge.to),
    );
    if (group === undefined) groups.push({ horizontal: [], vertical: [edge] });
    else group.vertical.push(edge);
  }
  return groups.filter((group) => group.vertical.length >= minOrphans);
}

function near(one: number, other: number): boolean {
  return Math.abs(one - other) <= touch;
}

/**
 * Closes the frame. Rows and merged cells that run over a page's end leave it open there, wholly or under some columns; some
 * tables have no outer verticals.
 */
function close({ horizontal, vertical }: Component): Outline {
  const rows = [
    ...horizontal,
    ...closing(vertical, horizontal, -1),
    ...closing(vertical, horizontal, 1),
  ];
  const sides = [...closing(rows, vertical, -1), ...closing(rows, vertical, 1)];
  return { horizontal: rows, vertical: [...vertical, ...sides], painted: horizontal };
}

/**
 * The edge that joins the outermost ends of `lines`, at the place of the outermost edge across them where one is near.
 *
 * @param side -1 for the side of small coordinates, 1 for the other
 */
function closing(lines: readonly Edge[], across: readonly Edge[], side: -1 | 1): Edge[] {
  const end = (edge: Edge): number => side * (side === 1 ? edge.to : edge.from);
  const farthest = Math.max(...lines.map(end));
  const ends = lines.filter((edge) => near(end(edge), farthest)).map(({ at }) => at);
  const outermost = Math.max(...across.map(({ at }) => side * at), -Infinity);
  if (outermost > farthest + touch) return [];
  const sticksOut = ends.length === 1 && farthest - outermost > stub;
  const bounds = [...ends, ...(ends.length > 1 || sticksOut ? overhang(lines, across) : [])];
  if (bounds.length < 2) return [];
  return [
    {
      at: side * (near(outermost, farthest) ? outermost : farthest),
      from: Math.min(...bounds),
      to: Math.max(...bounds),
    },
  ];
}

/** Where the lines across end that stick out beyond the outermost of `lines`: the table has no outer frame on that side. */
function overhang(lines: readonly Edge[], across: readonly Edge[]): number[] {
  const [first, last] = [
    Math.min(...lines.map(({ at }) => at)),
    Math.max(...lines.map(({ at }) => at)),
  ];
  const [from, to] = [
    Math.min(...across.map((edge) => edge.from)),
    Math.max(...across.map((edge) => edge.to)),
  ];
  return [...(first - from > stub ? [from] : []), ...(to - last > stub ? [to] : [])];
}
