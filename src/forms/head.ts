import { findUnit } from '../lexicon/index.ts';
import { foldWidth } from '../model/index.ts';
import type { SelfEvaluationForm } from '../schema/index.ts';
import type { Pair } from '../stitch/index.ts';
import type { Reader } from './reader.ts';

type Head = Pick<
  SelfEvaluationForm,
  'title' | 'year' | 'project' | 'department' | 'departmentCode' | 'implementingUnit'
>;

/** A code before a name (`219-上海市…`), or behind it in brackets. */
const codeBefore = /^[[【（(]?(\d[\dA-Za-z]*)[\]】）)]?\s*[-—_:：、.]?\s*(?=\p{Script=Han})/u;
const codeBehind = /[-—_:：(（[【]\s*(\d[\dA-Za-z]*)\s*[)）\]】]?$/u;

/** Whether a label promises a code beside the name: 主管部门及代码, or a line that begins with one. */
function holdsCode(pair: Pair): boolean {
  return pair.label.text === '' || /代码|编码|编号/.test(pair.label.text);
}

function readDepartment(reader: Reader): Pick<Head, 'department' | 'departmentCode'> {
  // 部门：… above a table says it where nothing else does.
  const pair =
    reader.pairWhere('department', () => true, /^(?!部门[:：]?$)/u) ?? reader.pair('department');
  const text = reader.optional('/department', pair?.value);
  if (pair === null || text === null || !holdsCode(pair))
    return { department: text, departmentCode: null };
  // Folded, a text keeps its length.
  const folded = foldWidth(text);
  const before = codeBefore.exec(folded);
  const behind = codeBehind.exec(folded);
  const match = before ?? behind;
  if (match === null) return { department: text, departmentCode: null };
  reader.place('/departmentCode', pair.value?.units ?? []);
  const department = before === null ? text.slice(0, match.index) : text.slice(before[0].length);
  return { department, departmentCode: match[1] ?? null };
}

/** 项目名称 with the code that some print in the same cell stays as printed; a code of its own goes to `code`. */
function readProject(reader: Reader): Head['project'] {
  const name = reader.pair('projectName');
  const code = reader.pair('projectCode');
  return {
    name: reader.optional('/project/name', name?.value),
    code: reader.optional('/project/code', code?.value),
  };
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
    /^(?:项目|自评|评价|预算)?年度[:：]?$/,
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
  const unit =
    reader.pair('implementingUnit') ??
    reader.pair('reportingUnit') ??
    reader.pairWhere('formUnit', (text) => findUnit(text) === null);
  return {
    title: title?.text ?? null,
    year,
    project,
    ...department,
    implementingUnit: reader.optional('/implementingUnit', unit?.value),
  };
}
