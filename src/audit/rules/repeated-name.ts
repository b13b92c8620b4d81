import type { Indicator, TargetIndicator } from '../../schema/index.ts';
import { pointers } from '../pointers.ts';
import { andMore, isApplicable, plainName } from '../rows.ts';
import type { Rule, Words } from '../types.ts';
import { exactly, mismatch } from '../verdict.ts';
import { indicatorWords } from '../words.ts';

type Row = Indicator | TargetIndicator;

/** One name in several groups: what was done cannot also be what came of it. */
export const repeatedName: Rule = {
  meta: {
    id: 'repeated-name',
    severity: 'info',
    title: {
      zh: '同一名称的指标不应列在几个级别下',
      en: 'One indicator does not stand in several groups',
    },
    basis: {
      zh: '产出与效益考核的内容不同；同名指标列在几处，是把一项内容重复计分',
      en: 'Outputs and benefits are different things: one name in several groups counts one thing twice',
    },
    docs: 'docs/rules/repeated-name.md',
  },
  check({ indicators }) {
    const rows = indicators.filter((one) => isApplicable(one) && plainName(one.level3) !== '');
    const repeated = repetitions(indicators);
    const [first] = repeated;
    if (first === undefined) return rows.length === 0 ? [] : [exactly];
    const name = indicatorWords(first.row, first.index);
    const [one, other] = [placeOf(first.earlier), placeOf(first.row)];
    const names = new Set(repeated.map(({ row }) => plainName(row.level3))).size;
    const more = andMore(names - 1, { zh: '个名称重复', en: 'names' });
    return [
      mismatch(
        pointers.indicator(first.index),
        {
          zh: `${name.zh}既列在${one.zh}下，又列在${other.zh}下${more.zh}`,
          en: `The ${name.en} stands under ${one.en} and under ${other.en}${more.en}`,
        },
        { printed: first.row.level3 },
      ),
    ];
  },
};

function placeOf({ level1, level2 }: Row): Words {
  const text = [level1, level2].filter((one) => one !== null && one !== '').join(' › ');
  return { zh: text, en: text };
}

interface Repetition {
  readonly row: Row;
  readonly index: number;
  readonly earlier: Row;
}

function repetitions(indicators: readonly Row[]): Repetition[] {
  const seen = new Map<string, Row>();
  return indicators.flatMap((row, index) => {
    const name = plainName(row.level3);
    if (!isApplicable(row) || name === '' || row.level1 === null) return [];
    const earlier = seen.get(name);
    if (earlier === undefined) seen.set(name, row);
    const isElsewhere = earlier !== undefined && placeOf(earlier).zh !== placeOf(row).zh;
    return isElsewhere ? [{ row, index, earlier }] : [];
  });
}
