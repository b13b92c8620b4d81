import { crumbKinds } from './crumbs.ts';
import { gridKinds } from './grid.ts';
import { labelKinds } from './labels.ts';
import { mergedKinds } from './merged.ts';
import { pageKinds } from './pages.ts';
import { rowKinds } from './rows.ts';
import { turnKinds } from './turns.ts';
import type { DamageKind } from './types.ts';

export type { DamageKind, Spelled, TextFormat } from './types.ts';

/** Pages before rows, labels last: a label that was cut wraps as any other. */
export const damageKinds: readonly DamageKind[] = [
  ...pageKinds,
  ...turnKinds,
  ...gridKinds,
  ...labelKinds,
  ...crumbKinds,
  ...mergedKinds,
  ...rowKinds,
];
