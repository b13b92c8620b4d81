import type { Diagnostic } from '../schema/index.ts';
import { toldOf } from './habits.ts';
import { statusOf } from './run.ts';
import type { CheckedFile, CheckedForm, CheckRun, Failure, ReportedFinding } from './run.ts';
import { summarise } from './summary.ts';
import type { Summary } from './summary.ts';

/** A checked form as JSON shows it: whose it is, what was checked, what was found; the form itself is what `parse` prints. */
interface FormRecord {
  readonly number: number;
  readonly kind: string;
  readonly title: string | null;
  readonly year: number | null;
  readonly project: { readonly name: string | null; readonly code: string | null };
  readonly department: string | null;
  readonly implementingUnit: string | null;
  readonly checks: CheckedForm['checks'];
  readonly findings: readonly ReportedFinding[];
}

interface FileRecord {
  readonly file: string;
  readonly status: 'ok' | 'partial' | 'failed';
  readonly format: string | null;
  readonly sha256: string | null;
  readonly failure: Failure | null;
  readonly diagnostics: readonly Diagnostic[];
  readonly forms: readonly FormRecord[];
  /** What repeats through the file: one rule and severity, how often, in which forms; each place stands with its form. */
  readonly repeated: readonly {
    readonly rule: string;
    readonly severity: ReportedFinding['severity'];
    readonly count: number;
    readonly forms: readonly number[];
    readonly fingerprints: readonly string[];
  }[];
}

/** A run as `--reporter json` prints it. */
export interface RunRecord {
  readonly tool: { readonly name: 'zxpj'; readonly version: string };
  readonly failOn: CheckRun['failOn'];
  readonly summary: Summary;
  readonly files: readonly FileRecord[];
}

export function runRecord(run: CheckRun): RunRecord {
  return {
    tool: { name: 'zxpj', version: run.version },
    failOn: run.failOn,
    summary: summarise(run),
    files: run.files.map(fileRecord),
  };
}

export function fileRecord(checked: CheckedFile): FileRecord {
  const { file, document, failure, forms } = checked;
  return {
    file,
    status: statusOf(checked),
    format: document?.source.format ?? null,
    sha256: document?.source.sha256 ?? null,
    failure,
    diagnostics: document?.diagnostics.filter(({ severity }) => severity !== 'info') ?? [],
    forms: forms.map(formRecord),
    repeated: toldOf(checked)
      .filter(({ all }) => all.length > 1)
      .map(({ finding: { rule, severity }, all }) => ({
        rule,
        severity,
        count: all.length,
        forms: [...new Set(all.map(({ form }) => form.number))],
        fingerprints: all.map(({ finding }) => finding.fingerprint),
      })),
  };
}

function formRecord({ number, form, checks, findings }: CheckedForm): FormRecord {
  const { kind, title, year, project, department, implementingUnit } = form;
  return { number, kind, title, year, project, department, implementingUnit, checks, findings };
}
