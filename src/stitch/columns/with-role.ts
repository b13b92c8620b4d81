import type { Column, Role } from '../types.ts';

/** A column in another role. All columns are made alike (rows/alike.ts says why). */
export function withRole({ from, to, heading, told }: Column, role: Role): Column {
  return told === undefined ? { role, from, to, heading } : { role, from, to, heading, told };
}

/** A column in the role that what stands below it tells. */
export function toldRole({ from, to, heading }: Column, role: Role): Column {
  return { role, from, to, heading, told: true };
}
