/** Fractions of whole numbers, so that the forms that test the audit owe nothing to the audit's own arithmetic. */
export interface Ratio {
  readonly top: bigint;
  readonly bottom: bigint;
}

export const ratio = (top: bigint | number, bottom: bigint | number = 1n): Ratio =>
  BigInt(bottom) < 0n
    ? { top: -BigInt(top), bottom: -BigInt(bottom) }
    : { top: BigInt(top), bottom: BigInt(bottom) };
export const plus = (a: Ratio, b: Ratio): Ratio =>
  ratio(a.top * b.bottom + b.top * a.bottom, a.bottom * b.bottom);
export const minus = (a: Ratio, b: Ratio): Ratio => plus(a, ratio(-b.top, b.bottom));
export const times = (a: Ratio, b: Ratio): Ratio => ratio(a.top * b.top, a.bottom * b.bottom);
export const over = (a: Ratio, b: Ratio): Ratio => ratio(a.top * b.bottom, a.bottom * b.top);
export const less = (a: Ratio, b: Ratio): boolean => a.top * b.bottom < b.top * a.bottom;
export const least = (...all: readonly Ratio[]): Ratio =>
  all.reduce((a, b) => (less(b, a) ? b : a));
export const most = (...all: readonly Ratio[]): Ratio => all.reduce((a, b) => (less(a, b) ? b : a));
export const unit = (decimals: number): Ratio => ratio(1n, 10n ** BigInt(decimals));

export type Mode = 'half-up' | 'truncation' | 'ceiling';

/** A value that is not negative, shortened and printed with all of its decimals. */
export function print(value: Ratio, decimals: number, mode: Mode = 'half-up'): string {
  const scaled = value.top * 10n ** BigInt(decimals);
  const whole = scaled / value.bottom;
  const rest = scaled % value.bottom;
  const up = mode === 'ceiling' ? rest > 0n : mode === 'half-up' && rest * 2n >= value.bottom;
  const digits = (up ? whole + 1n : whole).toString().padStart(decimals + 1, '0');
  return decimals === 0 ? digits : `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}

/** The value of printed digits. */
export function parse(digits: string): Ratio {
  const [whole = '0', part = ''] = digits.split('.');
  return ratio(BigInt(whole + part), 10n ** BigInt(part.length));
}

export const decimalsOf = (digits: string): number => digits.split('.')[1]?.length ?? 0;
