/** Readings ask about rows that stand close together: what was worked out for so many is kept, and all older is let go. */
const mostKept = 512;

/** What was worked out for the last few hundred objects; it goes with them. */
class Recent<K extends object, V> {
  private known = new WeakMap<K, V>();
  private size = 0;

  get(key: K): V | undefined {
    return this.known.get(key);
  }

  set(key: K, value: V): V {
    if (this.size >= mostKept) {
      this.known = new WeakMap();
      this.size = 0;
    }
    this.size += 1;
    this.known.set(key, value);
    return value;
  }
}

interface Found<R> {
  readonly value: R;
}

/** A function of an object, worked out once: readings that compete ask the same of the same rows. */
export function memoOf<A extends object, R>(work: (a: A) => R): (a: A) => R {
  const known = new Recent<A, Found<R>>();
  return (a) => (known.get(a) ?? known.set(a, { value: work(a) })).value;
}

/** The same for two objects. Of the second there are few for each first one. */
export function memoPair<A extends object, B extends object, R>(
  work: (a: A, b: B) => R,
): (a: A, b: B) => R {
  const known = new Recent<A, { readonly b: B; readonly value: R }[]>();
  return (a, b) => {
    const own = known.get(a) ?? known.set(a, []);
    for (const before of own) if (before.b === b) return before.value;
    const value = work(a, b);
    own.push({ b, value });
    return value;
  };
}

/** So many places of a list are kept: those of the rows around the one that is being read. */
const mostPlaces = 128;

/** The same for a list, or what holds one, and a place in it. */
export function memoAt<A extends object, R>(
  work: (list: A, index: number) => R,
): (list: A, index: number) => R {
  const known = new Recent<A, Map<number, Found<R>>>();
  return (list, index) => {
    const own = known.get(list) ?? known.set(list, new Map());
    const before = own.get(index);
    if (before !== undefined) return before.value;
    const value = work(list, index);
    if (own.size >= mostPlaces) own.clear();
    own.set(index, { value });
    return value;
  };
}

/** What was worked out for rows that begin alike, and for those that go on from there. */
interface Branch<A extends object, R> {
  readonly row: A;
  found?: Found<R>;
  readonly next: Branch<A, R>[];
}

/** The same for a few rows together. */
export function memoRows<A extends object, R>(
  work: (rows: readonly A[]) => R,
): (rows: readonly A[]) => R {
  const known = new Recent<A, Branch<A, R>>();
  return (rows) => {
    const [first, ...more] = rows;
    if (first === undefined) return work(rows);
    let branch = known.get(first) ?? known.set(first, { row: first, next: [] });
    for (const row of more) {
      let further = branch.next.find((one) => one.row === row);
      if (further === undefined) {
        further = { row, next: [] };
        branch.next.push(further);
      }
      branch = further;
    }
    branch.found ??= { value: work(rows) };
    return branch.found.value;
  };
}
