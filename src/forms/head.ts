import { findUnit, projectLevel } from '../lexicon/index.ts';
import { foldWidth } from '../model/index.ts';
import type { SelfEvaluationForm } from '../schema/index.ts';
import type { Pair } from '../stitch/index.ts';
import type { Reader } from './reader.ts';

type Head = Pick<
  SelfEvaluationForm,
  'title' | 'year' | 'project' | 'department' | 'departmentCode' | 'implementingUnit'
>;

/** How a name and its code stand in one cell: what each pattern's group holds is one where it passes. */
interface Coding {
  readonly before: RegExp;
  readonly behind: RegExp;
  readonly isBefore: (code: string, name: string) => boolean;
  readonly isBehind: (code: string) => boolean;
}

/** Where the label promises a code (主管部门及代码), whatever stands before the name or behind it is one. */
const promised: Coding = {
  before: /^[[【（(]?(\d[\dA-Za-z]*)[\]】）)]?\s*[-—_:：、.]?\s*(?=\p{Script=Han})/u,
  behind: /(?:[-—_:：(（[【]\s*|(?<=\p{Script=Han})(?=\d{3}))(\d[\dA-Za-z]*)\s*[)）\]】]?$/u,
  isBefore: () => true,
  isBehind: () => true,
};

/** Where nothing promises it, a code is in brackets (`[155]云溪县民政局`) or set off from the name (`361-云溪县民政局`). */
const setOff: Coding = {
  before:
    /^(?:[[【(〔]\s*([\dA-Za-z-]+)\s*[\]】)〕]\s*[-—–_:]?|([\dA-Za-z]+(?:-[\dA-Za-z]+)*)\s*[-—–_:]+)\s*(?=[^-\s].*\p{Script=Han})/u,
  behind: /[[【(〔]\s*([\dA-Za-z-]+)\s*[\]】)〕]$/u,
  isBefore: (code, name) =>
    isCode(code, 3) && (!/^\d/.test(name) || /^(?:19|20)\d\d年/.test(name) || isCode(code, 9)),
  isBehind: (code) => isCode(code, 3),
};

/** A unit's code may touch its name where it is one beyond doubt (`018云溪县民政局`, `219001云溪县民政局`; 120急救中心 is a name). */
const unitCode: Coding = {
  ...setOff,
  before: new RegExp(`${setOff.before.source}|^(0\\d{2,}|[1-9]\\d{5,})(?=\\p{Script=Han}{3})`, 'u'),
};

/** A short number behind a project's name may be its own: 政务服务热线(12345). */
const projectCode: Coding = { ...setOff, isBehind: (code) => isCode(code, 6) };

/** A code has some digits, and is no year or span of years: `2024-2025-农村公路养护` is a name. */
function isCode(text: string, digits: number): boolean {
  return text.replace(/\D/g, '').length >= digits && !/^(?:(?:19|20)\d\d(?:-|$))+$/.test(text);
}

/** A name without the code that stands before it or behind it. */
interface CodedName {
  readonly name: string;
  readonly code: string | null;
}

/** Divides a name from its code; several names in one cell, each with a code, stay as printed. */
function divideCode(text: string, coding: Coding): CodedName {
  // Folded, a text keeps its length.
  const folded = foldWidth(text);
  const before = coding.before.exec(folded);
  const behind = coding.behind.exec(folded);
  const [code, name, fits] =
    before === null
      ? [behind?.[1], text.slice(0, behind?.index), coding.isBehind]
      : [before[1] ?? before[2] ?? before[3], text.slice(before[0].length), coding.isBefore];
  return code === undefined || name === '' || !fits(code, foldWidth(name)) || hasCode(name)
    ? { name: text, code: null }
    : { name, code };
}

function hasCode(name: string): boolean {
  return /[、，,;；\s][[【（(]?\d{3,}[-—–_\]】）)]\p{Script=Han}/u.test(name);
}

/** Whether a label promises a code beside the name: 主管部门及代码, or a line that begins with one. */
function holdsCode(pair: Pair): boolean {
  return pair.label.text === '' || /代码|编码|编号/.test(pair.label.text);
}

function divideUnit(pair: Pair, text: string): CodedName {
  return divideCode(text, holdsCode(pair) ? promised : unitCode);
}

function readDepartment(reader: Reader): Pick<Head, 'department' | 'departmentCode'> {
  // 部门：… above a table says it where nothing else does.
  const pair =
    reader.pairWhere('department', () => true, /^(?!部门[:：]?$)/u) ?? reader.pair('department');
  const text = reader.optional('/department', pair?.value);
  if (pair === null || text === null) return { department: text, departmentCode: null };
  const { name, code } = divideUnit(pair, text);
  if (code !== null) reader.place('/departmentCode', pair.value?.units ?? []);
  return { department: name, departmentCode: code ?? readDepartmentCode(reader) };
}

/** The code under a label of its own: 主管部门编码 | 416. */
function readDepartmentCode(reader: Reader): string | null {
  const own = reader.pairWhere(
    'attribute',
    (text) => /^[\dA-Za-z-]{3,}$/.test(foldWidth(text)),
    /^(?:(?:项目)?主管|预算)?部门(?:代码|编码|编号)[:：]?$/u,
  );
  return reader.optional('/departmentCode', own?.value);
}

/** Where the seal goes, and nobody wrote a name: 填报单位：（盖章）. */
const seal = /^[(（]?(?:加盖|单位)?(?:盖章|公章|签章|印章)[)）]?$/u;

/** The unit's name; its code, for which there is no field, goes to the extras. */
function readUnit(reader: Reader): string | null {
  const isName = (text: string): boolean => !seal.test(text);
  const pair =
    reader.pairWhere('implementingUnit', isName) ??
    reader.pairWhere('reportingUnit', isName) ??
    reader.pairWhere('formUnit', (text) => findUnit(text) === null && isName(text));
  const text = reader.optional('/implementingUnit', pair?.value);
  if (pair === null || text === null) return text;
  const { name, code } = divideUnit(pair, text);
  if (code !== null) reader.alsoSays('实施单位代码', code, pair.value?.units ?? []);
  return name;
}

/** A project's name, and its code: of several levels the lowest that is printed, and never a code of a level above the name's. */
function projectPairs(reader: Reader): { readonly name: Pair | null; readonly code: Pair | null } {
  const byLevel = ({ label }: Pair): number => projectLevel(label.text);
  const name = reader.lowest('projectName', byLevel);
  const least = name === null ? 0 : byLevel(name);
  const upper = (pair: Pair): boolean => /级/.test(pair.label.text) && byLevel(pair) < least;
  return { name, code: reader.lowest('projectCode', byLevel, (pair) => !upper(pair)) };
}

/** A code before the name is the project's, unless another is printed: then the name stays as it is. */
function readProject(reader: Reader): Head['project'] {
  const { name, code } = projectPairs(reader);
  const text = reader.optional('/project/name', name?.value);
  const printed = reader.optional('/project/code', code?.value);
  if (text === null) return { name: text, code: printed };
  const divided = divideCode(text, projectCode);
  if (divided.code === null || (printed !== null && printed !== divided.code))
    return { name: text, code: printed };
  if (printed === null) reader.place('/project/code', name?.value?.units ?? []);
  return divided;
}

/** The year of the title, or that of a pair such as 项目年度. */
function readYear(reader: Reader): number | null {
  const { year } = reader.form;
  if (year !== null) {
    reader.place('/year', year.units);
    return year.value;
  }
  const pair = reader.pairWhere(
    'attribute',
    (text) => /^(?:19|20)\d\d年?度?$/.test(foldWidth(text)),
    /^(?:项目|自评|评价|预算|申报|填报|绩效)?年度[:：]?$/,
  );
  if (pair?.value == null) return null;
  reader.place('/year', pair.value.units);
  return Number(foldWidth(pair.value.text).slice(0, 4));
}

/** Reads what stands above the tables: title, year, project, department, unit. */
export function readHead(reader: Reader): Head {
  const { title } = reader.form;
  if (title !== null) reader.place('/title', title.units);
  const year = readYear(reader);
  const project = readProject(reader);
  const department = readDepartment(reader);
  return {
    title: title?.text ?? null,
    year,
    project,
    ...department,
    implementingUnit: readUnit(reader),
  };
}
