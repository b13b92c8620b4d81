import { department, projectCode, projectName } from '../forms/names.ts';
import { label, over, prose, value } from '../forms/table.ts';
import type { DraftCell } from '../forms/table.ts';
import type { Block } from '../forms/types.ts';
import { applicationTitles, titles } from '../forms/words.ts';
import { pairRow } from './rows.ts';
import type { Built, Context, ExpectedExtra, Part } from './types.ts';
import { drawOne } from './values.ts';
import { attributes } from './words.ts';

export interface HeadFields {
  readonly title: string;
  readonly year: number | null;
  readonly project: { readonly name: string | null; readonly code: string | null };
  readonly department: string | null;
  readonly departmentCode: string | null;
  readonly implementingUnit: string | null;
}

/** A label with its value, and the fields or the extra that the value is. */
interface HeadPair {
  readonly cells: readonly [DraftCell, DraftCell];
  readonly extra?: ExpectedExtra;
}

const numberedOne = ['一、', '二、', '三、', '四、', '五、', '六、', '七、'];

/** `一、` before the title of a section, counted through the form. */
export const ordinal = (index: number): string => numberedOne[index] ?? '';

const code = (context: Context, length: number): string =>
  String(10 ** (length - 1) + context.random.int(9 * 10 ** (length - 1)));

/** A name with its code before it, as the structure prints it. */
function coded(style: 'dash' | 'brackets', digits: string, name: string): string {
  return style === 'dash' ? `${digits}-${name}` : `[${digits}]${name}`;
}

function projectPairs(context: Context): { pairs: HeadPair[]; project: HeadFields['project'] } {
  const { random, structure, empty, word } = context;
  const { traits } = structure;
  const name = empty ? '' : drawOne(random, projectName);
  const inName = traits.codes === 'project' || traits.codes === 'everywhere';
  const digits = empty ? '' : drawOne(random, projectCode);
  const twoNames = traits.names === 'two-levels' && !empty;
  const pairs: HeadPair[] = [];
  if (twoNames) {
    const above = drawOne(random, projectName);
    pairs.push({
      cells: [label('一级项目名称'), prose(above)],
      extra: { label: '一级项目名称', value: above },
    });
  }
  const printedName = inName ? `${digits}-${name}` : name;
  pairs.push({
    cells: [label(twoNames ? '二级项目名称' : word('project')), prose(printedName, 'project/name')],
  });
  const ownCode = !inName && random.chance(0.35);
  if (ownCode) pairs.push({ cells: [label(word('code')), value(digits, 'project/code')] });
  const known = !empty && (ownCode || inName);
  return { pairs, project: { name: empty ? null : name, code: known ? digits : null } };
}

/** A label that announces the code before the name, or a plain one. */
const departmentWord = ({ random, word }: Context): string =>
  random.chance(0.4) ? '主管部门及代码' : word('department');

function bodyPairs(context: Context): {
  pairs: HeadPair[];
  fields: Pick<HeadFields, 'department' | 'departmentCode' | 'implementingUnit'>;
} {
  const { random, structure, empty, word } = context;
  const { codes } = structure.traits;
  const codeStyle = codes === 'brackets' ? 'brackets' : 'dash';
  const split = codes === 'dash' || codes === 'brackets' || codes === 'everywhere';
  const pairs: HeadPair[] = [];
  const own = empty ? '' : drawOne(random, department);
  const departmentCode = split && !empty ? code(context, 3) : null;
  const unitCode = departmentCode !== null && random.chance(0.5) ? `${departmentCode}001` : null;
  if (random.chance(0.92))
    pairs.push({
      cells: [
        label(
          codeStyle === 'dash' && departmentCode !== null
            ? departmentWord(context)
            : word('department'),
        ),
        prose(departmentCode === null ? own : coded(codeStyle, departmentCode, own), 'department'),
      ],
    });
  const printsDepartment = pairs.length > 0;
  const unit = empty ? '' : drawOne(random, department);
  const printsUnit = !printsDepartment || structure.traits.filer === 'line' || random.chance(0.88);
  if (printsUnit)
    pairs.push({
      cells: [
        label(word('unit')),
        prose(unitCode === null ? unit : coded(codeStyle, unitCode, unit), 'implementingUnit'),
      ],
    });
  return {
    pairs,
    fields: {
      department: printsDepartment && !empty ? own : null,
      departmentCode: printsDepartment ? departmentCode : null,
      implementingUnit: printsUnit && !empty ? unit : null,
    },
  };
}

function attributePairs(context: Context, most: number): HeadPair[] {
  const { random, empty } = context;
  const left = [...attributes];
  return Array.from({ length: random.int(most + 1) }, () => {
    const [[name, values]] = left.splice(random.int(left.length), 1) as [
      (typeof attributes)[number],
    ];
    const text = empty ? '' : random.pick(values);
    return {
      cells: [label(name), value(text)],
      ...(empty ? {} : { extra: { label: name, value: text } }),
    };
  });
}

/** How many pairs stand in each row. */
function chunks(context: Context, count: number): number[] {
  const { random, structure } = context;
  const sizes: number[] = [];
  const perRow = { one: 1, two: 2, three: 3 } as const;
  for (let left = count; left > 0;) {
    const { head } = structure.traits;
    const size = Math.min(left, head === 'mixed' ? 1 + random.int(3) : perRow[head]);
    sizes.push(size);
    left -= size;
  }
  return sizes;
}

/** `1.` before each label, counted through the head. */
function numbered(context: Context, pairs: readonly HeadPair[]): HeadPair[] {
  if (context.structure.traits.numbers !== 'labels') return [...pairs];
  return pairs.map(({ cells: [name, text], ...pair }, index) => ({
    ...pair,
    cells: [{ ...name, text: `${String(index + 1)}.${name.text}` }, text],
  }));
}

function pairParts(context: Context, pairs: readonly HeadPair[]): Part[] {
  let done = 0;
  return chunks(context, pairs.length).map((size) => {
    const row = pairs.slice(done, done + size);
    done += size;
    return {
      width: size * 2,
      rows: (columns) => [
        pairRow(
          'head',
          row.flatMap((pair) => pair.cells),
          columns,
        ),
      ],
    };
  });
}

/** The title line, and where year, annex and unit stand round it. */
function titleOf(context: Context): {
  title: string;
  line: string;
  yearLine: string | null;
  year: number | null;
  annex: string | null;
} {
  const { random, structure, empty } = context;
  const title = random.pick<string>(structure.kind === 'target' ? applicationTitles : titles);
  const placed = structure.traits.year;
  const year = empty || placed === 'none' ? null : 2018 + random.int(10);
  const before =
    placed === 'title' && year !== null ? `${String(year)}${random.pick(['年度', '年'])}` : '';
  const yearLine =
    placed === 'line' && year !== null
      ? random.pick(['（Y年度）', '(Y年度)', '（Y 年度）', 'Y年度']).replace('Y', String(year))
      : null;
  const annex = random.chance(0.2) ? random.pick(['附件3', '附件 2：', '附表1']) : null;
  return { title, line: `${before}${title}`, yearLine, year, annex };
}

/** Who filled the form in and when, on a line above the table; the form names who carries it out besides. */
function filerLine(context: Context): { line: string; extras: ExpectedExtra[] } {
  const { random, word } = context;
  const date = `${String(2020 + random.int(6))}年${String(1 + random.int(4))}月${String(1 + random.int(28))}日`;
  const extras = [{ label: '填报日期', value: date }];
  if (word('unit').startsWith('填报')) return { line: `填报日期：${date}`, extras };
  const who = drawOne(random, department);
  return {
    line: `填报单位：${who}　　填报日期：${date}`,
    extras: [{ label: '填报单位', value: who }, ...extras],
  };
}

/** Title, year and unit above the table or in its first rows; then the pairs of the head in rows of one to three. */
export function head(
  context: Context,
  unitLine: string | null,
): Built<HeadFields> & { readonly titles: readonly Part[] } {
  const { random, structure } = context;
  const { title, line, yearLine, year, annex } = titleOf(context);
  const project = projectPairs(context);
  const bodies = bodyPairs(context);
  const others = attributePairs(context, 3);
  const pairs = random.chance(0.85)
    ? [...project.pairs, ...bodies.pairs, ...others]
    : [...bodies.pairs, ...project.pairs, ...others];
  const inTable = structure.traits.title === 'row';
  const before: Block[] = [];
  if (annex !== null && structure.traits.forms !== 'one-table')
    before.push({ kind: 'line', role: 'annex', text: annex });
  const titles = [line, ...(yearLine === null ? [] : [yearLine])];
  if (!inTable) {
    before.push({ kind: 'line', role: 'title', text: line });
    if (yearLine !== null) before.push({ kind: 'line', role: 'year', text: yearLine });
  }
  const filer = structure.traits.filer === 'line' ? filerLine(context) : null;
  if (filer !== null && !inTable) before.push({ kind: 'line', role: 'head', text: filer.line });
  if (unitLine !== null && !inTable) before.push({ kind: 'line', role: 'unit', text: unitLine });
  const inRows = inTable
    ? [...titles, ...(filer === null ? [] : [filer.line]), ...(unitLine === null ? [] : [unitLine])]
    : [];
  const rowsOfTitle: Part[] = inRows.map((text) => ({
    width: 1,
    rows: (columns) => [{ kind: 'head', cells: [over(label(text), columns)] }],
  }));
  return {
    titles: rowsOfTitle,
    parts: pairParts(context, numbered(context, pairs)),
    fields: { title, year, project: project.project, ...bodies.fields },
    extras: [
      ...pairs.flatMap((pair) => (pair.extra === undefined ? [] : [pair.extra])),
      ...(filer?.extras ?? []),
    ],
    before,
  };
}
