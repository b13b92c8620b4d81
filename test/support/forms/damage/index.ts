import { labelKinds } from './labels.ts';
import { rowKinds } from './rows.ts';
import type { DamageKind } from './types.ts';

export { textFormats } from './types.ts';
export type { DamageKind, Spelled, TextFormat } from './types.ts';

export const damageKinds: readonly DamageKind[] = [...labelKinds, ...rowKinds];
