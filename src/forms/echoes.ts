import { levelKey } from '../lexicon/index.ts';
import { labelKey } from '../model/index.ts';
import type { PerformanceForm } from '../schema/index.ts';

/** The words that the JSON of a form prints as labels, as keys: what the form's own words may be that nobody else knows. */
export class Echoes {
  private readonly keys: ReadonlySet<string>;
  /** Labels of extras, rows' names apart: 实际完成值度量单位 was put together from two rows of a heading. */
  private readonly headings: ReadonlySet<string>;

  constructor(form: PerformanceForm) {
    this.keys = new Set(labelsOf(form).map(labelKey));
    this.headings = new Set(form.extras.map(({ label }) => labelKey(partsOf(label)[1] ?? label)));
  }

  has(text: string): boolean {
    const key = labelKey(text);
    if (this.keys.has(key) || this.keys.has(labelKey(levelKey(text).printed))) return true;
    return (
      key.length > 1 &&
      [...this.headings].some((heading) => heading.startsWith(key) || heading.endsWith(key))
    );
  }
}

function labelsOf(form: PerformanceForm): string[] {
  const levels = form.indicators.flatMap(({ level1, level2 }) => [level1 ?? '', level2 ?? '']);
  const extras = [
    ...form.extras.flatMap(({ label }) => partsOf(label)),
    ...(form.labels ?? []).map(({ text }) => text),
  ];
  return form.kind === 'target'
    ? [...levels, ...extras, ...form.disbursementPlan.map(({ by }) => by)]
    : [
        ...levels,
        ...extras,
        ...form.funds.rows.map(({ label }) => label),
        ...form.groupWeights.flatMap(({ level1, weight }) => [level1, weight, `${weight}%`]),
      ];
}

/** 评分标准（开放次数） is the label of a column, and the name of a row. */
function partsOf(label: string): string[] {
  const at = label.lastIndexOf('（');
  return at > 0 && label.endsWith('）')
    ? [label, label.slice(0, at), label.slice(at + 1, -1)]
    : [label];
}
