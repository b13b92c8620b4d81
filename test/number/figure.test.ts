import { describe, expect, it } from 'vitest';
import { figure, withoutArtefact } from '../../src/number/index.ts';

const read = (digits: string): [string, number] => {
  const { value, decimals } = figure(digits);
  return [value.toFixed(), decimals];
};

describe('a printed figure', () => {
  it('keeps its value to the last digit and counts trailing zeros as printed', () => {
    expect(read('10.00')).toEqual(['10', 2]);
    expect(read('0.1')).toEqual(['0.1', 1]);
    expect(read('123456789012345678901234567890.12')).toEqual([
      '123456789012345678901234567890.12',
      2,
    ]);
  });

  it('snaps to the nearest shorter one from ten decimals on, not before', () => {
    expect(read('98.21000000000001')).toEqual(['98.21', 2]);
    expect(read('9.7799999999999994')).toEqual(['9.78', 2]);
    expect(read('0.000000001')).toEqual(['0.000000001', 9]);
    expect(read('0.00000000001')).toEqual(['0', 0]);
    expect(read('98.210000001')).toEqual(['98.210000001', 9]);
    expect(read('98.21000000101')).toEqual(['98.210000001', 9]);
  });

  it('counts no more digits of a long quotient than a binary float is sure of', () => {
    expect(read('17.186250999200638')).toEqual(['17.186250999200638', 13]);
    expect(read('12345678901234567890.1234567891')[1]).toBe(0);
  });

  it('snaps within 1e-11 and no further', () => {
    expect(read('5.25000000001')).toEqual(['5.25', 2]);
    expect(read('5.25000000002')).toEqual(['5.25000000002', 11]);
  });
});

describe('a float artefact', () => {
  it('stands for a short figure', () => {
    expect(withoutArtefact('98.21000000000001')).toBe('98.21');
    expect(withoutArtefact('99.99999999999999')).toBe('100');
  });

  it('is neither a short figure nor a long quotient', () => {
    expect(withoutArtefact('98.21')).toBeNull();
    expect(withoutArtefact('98.25137433155081')).toBeNull();
    expect(withoutArtefact('98.210000001')).toBeNull();
  });
});
