import { checkedFile } from '../../src/report/index.ts';
import type { CheckedFile, CheckRun } from '../../src/report/index.ts';
import type {
  Diagnostic,
  Finding,
  ParsedDocument,
  PerformanceForm,
} from '../../src/schema/index.ts';
import { form } from './audit/forms.ts';

export const rateFinding: Finding = {
  rule: 'execution-rate',
  kind: 'mismatch',
  severity: 'error',
  message: '年度资金总额的执行率印为 69.00%，按 31.20 ÷ 32.50 应为 96.00%',
  path: '/funds/rows/0/executionRate',
  printed: '69.00',
  expected: '96.00',
  range: ['95.96', '96.04'],
  hint: null,
  refs: [{ table: 0, row: 3, column: 6, line: 10 }],
};

const remark: Finding = {
  ...rateFinding,
  rule: 'weight-sum',
  kind: 'unverifiable',
  severity: 'info',
  message: '无法核对：缺总分的分值',
  path: '/total/weight',
  printed: null,
  expected: null,
  range: null,
};

/** A form with findings as the audit would leave them. */
export function formWith(
  findings: readonly Finding[],
  more: Partial<Pick<PerformanceForm, 'project' | 'department'>> = {},
): PerformanceForm {
  const sketch = form({
    funds: { rows: [{ label: '年度资金总额' }, { label: '其他资金' }] },
    indicators: [{ level3: '开放次数' }, { level3: '满意度' }],
  });
  return {
    ...sketch,
    ...more,
    audit: {
      checks: { exact: 5, withinRounding: 1, mismatch: findings.length, unverifiable: 0 },
      findings: [...findings],
    },
  };
}

function documentWith(
  forms: readonly PerformanceForm[],
  diagnostics: readonly Diagnostic[] = [],
): ParsedDocument {
  return {
    schemaVersion: '1.0',
    source: {
      file: 'in/report.txt',
      format: 'tabbed',
      sha256: '0'.repeat(64),
      bytes: 1,
      pages: null,
    },
    status: diagnostics.length > 0 ? 'partial' : 'ok',
    forms: [...forms],
    accounting: { total: 0, placed: 0, labels: 0, outside: 0, markup: 0, unplaced: 0 },
    unplaced: [],
    diagnostics: [...diagnostics],
  };
}

const unplaced: Diagnostic = {
  code: 'text-unplaced',
  severity: 'warning',
  stage: 'forms',
  message: '“机制”没有归入任何字段。',
  refs: [{ line: 20 }],
};

/** A file that could not be read. */
const unreadable: CheckedFile = {
  file: 'in/空.pdf',
  document: null,
  failure: { code: 'empty-file', message: '文件是空的。' },
  forms: [],
};

export function fileWith(
  findings: readonly Finding[],
  { file = 'in/report.txt', ...more }: { file?: string } & Parameters<typeof formWith>[1] = {},
): CheckedFile {
  return checkedFile(file, documentWith([formWith(findings, more)]), null);
}

export function runWith(files: readonly CheckedFile[], more: Partial<CheckRun> = {}): CheckRun {
  const rules = ['execution-rate', 'weight-sum', 'actual-repeats-target'].map((id) => ({
    id,
    severity: 'error' as const,
    title: `${id} 的标题`,
    basis: '依据',
  }));
  return {
    version: '1.2.3',
    language: 'zh',
    failOn: 'error',
    rules,
    files,
    passedOver: 0,
    baseline: null,
    ...more,
  };
}

/** One run with everything that a report must tell: an error, a remark, a file read in part, one not read at all. */
export function fullRun(more: Partial<CheckRun> = {}): CheckRun {
  const partial = checkedFile('in/partial.txt', documentWith([formWith([])], [unplaced]), null);
  return runWith([fileWith([rateFinding, remark]), partial, unreadable], more);
}

/** Texts that try to break out of whatever they are put into. */
export const hostile =
  "=cmd|' /C calc'!A1,\"]]></system-out><script>alert(1)</script>\n::error::x\u001b[31m|`*@all%0A";
