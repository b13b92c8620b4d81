/** Adds items to a list one by one: a spread into `push` overflows the stack where a document has hundreds of thousands. */
export function append<T>(list: T[], items: Iterable<T>): void {
  for (const item of items) list.push(item);
}

/** The largest of some numbers, `start` for none. */
export function largest(numbers: Iterable<number>, start: number): number {
  let found = start;
  for (const number of numbers) if (number > found) found = number;
  return found;
}
