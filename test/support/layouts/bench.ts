import type { ParsedDocument } from '../../../src/schema/index.ts';
import { describe } from '../forms/compare.ts';
import { documentsOf } from './generate.ts';
import type { LayoutDocument } from './generate.ts';
import { judge } from './judge.ts';
import type { DocumentVerdict } from './judge.ts';
import { layoutFormats, printLayout } from './print.ts';
import type { LayoutFormat, PrintedLayout } from './print.ts';
import type { SetName } from './structure.ts';

export type Parse = (
  bytes: Uint8Array,
  options: { name: string; as: string },
) => Promise<ParsedDocument>;

export interface BenchOptions {
  readonly set: SetName | 'both';
  readonly count: number;
  readonly seed: number;
  readonly formats: readonly LayoutFormat[];
  /** Names of damage, or none. */
  readonly damage: readonly string[];
}

export interface Case {
  readonly document: LayoutDocument;
  readonly format: LayoutFormat;
  readonly printed: PrintedLayout;
  readonly verdict: DocumentVerdict;
}

async function read(
  parse: Parse,
  { text, reader, extension }: PrintedLayout,
): Promise<ParsedDocument | Error> {
  try {
    return await parse(new TextEncoder().encode(text), {
      name: `layout.${extension}`,
      as: reader,
    });
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

/** Reads every document in every format. */
export async function measure(parse: Parse, options: BenchOptions): Promise<Case[]> {
  const cases: Case[] = [];
  for (const document of documentsOf(options.set, options.count, options.seed)) {
    for (const format of options.formats) {
      const printed = printLayout(document, format, options.damage);
      const parsed = await read(parse, printed);
      cases.push({ document, format, printed, verdict: judge(document, printed.samples, parsed) });
    }
  }
  return cases;
}

export interface Figures {
  readonly forms: number;
  readonly fields: number;
  readonly wrongFields: number;
  readonly wrong: number;
  /** Wrong, and the document said nothing. */
  readonly silent: number;
  /** Right, and the document said something. */
  readonly doubted: number;
}

const wrongIn = (verdict: DocumentVerdict): boolean =>
  verdict.forms.some((form) => form.differences.length > 0);

/** A right form is doubted only where all forms of its document are right: else the doubt is the other's. */
export function figuresOf(cases: readonly Case[]): Figures {
  const all = cases.flatMap(({ verdict }) =>
    verdict.forms.map((form) => ({ form, verdict, wrong: form.differences.length > 0 })),
  );
  return {
    forms: all.length,
    fields: all.reduce((sum, { form }) => sum + form.fields, 0),
    wrongFields: all.reduce(
      (sum, { form }) => sum + Math.min(form.differences.length, form.fields),
      0,
    ),
    wrong: all.filter(({ wrong }) => wrong).length,
    silent: all.filter(({ wrong, verdict }) => wrong && !verdict.doubted).length,
    doubted: all.filter(({ verdict }) => verdict.doubted && !wrongIn(verdict)).length,
  };
}

function groupBy<T>(list: readonly T[], keyOf: (one: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const one of list) {
    const key = keyOf(one);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [one]);
    else group.push(one);
  }
  return groups;
}

/** A share of few forms may be chance: what is left of it when chance is taken off. */
const sure = ({ share, figures }: { share: number; figures: Figures }): number =>
  share - 1 / Math.sqrt(figures.forms);

/** The structural choices whose forms are wrong most often, those that few forms have behind those that many have. */
export function worstFeatures(cases: readonly Case[], most: number): string[] {
  const byFeature = groupBy(
    cases.flatMap((one) => one.document.features.map((feature) => ({ feature, one }))),
    ({ feature }) => feature,
  );
  return [...byFeature]
    .map(([feature, list]) => {
      const figures = figuresOf(list.map(({ one }) => one));
      return { feature, figures, share: figures.wrong / figures.forms };
    })
    .filter(({ figures }) => figures.forms >= 10)
    .sort((a, b) => sure(b) - sure(a))
    .slice(0, most)
    .map(
      ({ feature, figures, share }) =>
        `${feature.padEnd(28)} ${(100 * share).toFixed(1).padStart(5)} % of ${String(figures.forms)} forms wrong, ${String(figures.silent)} silent`,
    );
}

/** The fields that are wrong most often, with an example of each. */
export function worstFields(cases: readonly Case[], most: number): string[] {
  const differences = cases.flatMap(({ verdict }) =>
    verdict.forms.flatMap((form) => form.differences),
  );
  const byField = groupBy(differences, ({ path }) =>
    path.startsWith('extras/') ? 'extras' : path.replace(/\d+/g, 'n'),
  );
  return [...byField]
    .sort((a, b) => b[1].length - a[1].length)
    .slice(0, most)
    .map(([path, list]) => {
      const [first] = list;
      return `${String(list.length).padStart(6)} ${path.padEnd(30)} ${JSON.stringify(first?.expected)} → ${JSON.stringify(first?.got)}`;
    });
}

/** One failing case: what it is made of, and where it differs. */
export function describeCase({ document, format, printed, verdict }: Case): string {
  const parts = verdict.forms.map((form, index) =>
    form.differences.length === 0
      ? ''
      : `form ${String(index)}: ${String(form.differences.length)} of ${String(form.fields)} wrong\n${describe(form.differences, 10)}`,
  );
  const said =
    verdict.crash === null ? (verdict.doubted ? 'doubted' : 'SILENT') : `CRASH ${verdict.crash}`;
  const damage = printed.damage.length === 0 ? '' : ` [${printed.damage.join(' ')}]`;
  return [
    `seed ${String(document.seed)} (${document.set}) ${format}${damage}, ${said}`,
    `  ${document.features.filter((one) => !/=(?:none|plain|one|line|yes)$/.test(one)).join(' ')}`,
    ...parts.filter((part) => part !== ''),
  ].join('\n');
}

export const isWrong = ({ verdict }: Case): boolean => wrongIn(verdict);
export const allFormats = Object.keys(layoutFormats) as LayoutFormat[];
