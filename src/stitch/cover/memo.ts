/**
 * A function of two objects, worked out once for each pair: readings that compete ask the same of the same rows. What was
 * worked out goes with the objects.
 */
export function memoPair<A extends object, B extends object, R>(
  work: (a: A, b: B) => R,
): (a: A, b: B) => R {
  const known = new WeakMap<A, WeakMap<B, { readonly value: R }>>();
  return (a, b) => {
    let own = known.get(a);
    if (own === undefined) known.set(a, (own = new WeakMap()));
    const before = own.get(b);
    if (before !== undefined) return before.value;
    const value = work(a, b);
    own.set(b, { value });
    return value;
  };
}

/** The same for a list and a place in it. */
export function memoAt<A extends object, R>(
  work: (list: A, index: number) => R,
): (list: A, index: number) => R {
  const known = new WeakMap<A, Map<number, { readonly value: R }>>();
  return (list, index) => {
    let own = known.get(list);
    if (own === undefined) known.set(list, (own = new Map()));
    const before = own.get(index);
    if (before !== undefined) return before.value;
    const value = work(list, index);
    own.set(index, { value });
    return value;
  };
}
