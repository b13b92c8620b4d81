import { joinPieces, leaves, makeUnit, pieceOf, splitUnit } from '../../src/model/index.ts';
import { describe, expect, it } from 'vitest';
import { piece } from '../support/stitch.ts';

describe('pieceOf', () => {
  it('is null for a unit that shows nothing', () => {
    expect(pieceOf(makeUnit(' \u3000\n', []))).toBeNull();
  });
});

describe('joinPieces', () => {
  it('puts texts together in order, folding white space where they meet', () => {
    const parts = [piece('可持'), null, piece('续影'), piece('响指标')];
    const joined = joinPieces(parts);
    expect(joined?.text).toBe('可持续影响指标');
    expect(joined?.units).toEqual(parts.flatMap((part) => part?.units ?? []));
  });

  it('keeps two Latin words or numbers apart', () => {
    expect(joinPieces([piece('good'), piece('work')])?.text).toBe('good work');
    expect(joinPieces([piece('10'), piece('10')])?.text).toBe('10 10');
  });

  it('gives a lone piece as it is, and null for none', () => {
    const lone = piece('名称');
    expect(joinPieces([null, lone])).toBe(lone);
    expect(joinPieces([null, null])).toBeNull();
    expect(joinPieces([])).toBeNull();
  });

  it('names a unit once', () => {
    const lone = piece('名称');
    expect(joinPieces([lone, lone])?.units).toHaveLength(1);
  });
});

describe('splitUnit', () => {
  it('cuts a unit into parts that leaves tells instead of it', () => {
    const unit = makeUnit('填表人：王某', [{ line: 3 }]);
    const whole = makeUnit('备注', []);
    const parts = splitUnit(unit, ['填表人：', '王某', ' ']);
    expect(parts.map((part) => part?.text ?? null)).toEqual(['填表人：', '王某', null]);
    const leaf = leaves([unit, whole]);
    expect(leaf.map(({ raw }) => raw)).toEqual(['填表人：', '王某', ' ', '备注']);
    expect(leaf[0]?.origins).toEqual([{ line: 3 }]);
    expect(leaf.reduce((sum, { size }) => sum + size, 0)).toBe(unit.size + whole.size);
  });

  it('cuts a copy that counts for nothing into parts that count for nothing', () => {
    const parts = splitUnit({ ...makeUnit('单位：万元', []), size: 0 }, ['单位：', '万元']);
    expect(parts.flatMap((part) => part?.units.map(({ size }) => size) ?? [])).toEqual([0, 0]);
  });
});
