import type { Finding } from '../../../src/schema/index.ts';
import { randomOf } from '../forms/random.ts';
import { documentOf } from './build.ts';
import { type Fault, faults } from './faults.ts';
import { relationsOf } from './relations.ts';
import { type AuditForms, auditSheets } from './run.ts';
import { rowRelations } from './row-relations.ts';
import type { Relation, Sheet, SheetDocument } from './types.ts';

export type Outcome = 'error' | 'warning' | 'info' | 'elsewhere' | 'silent';
export const outcomes: readonly Outcome[] = ['error', 'warning', 'info', 'elsewhere', 'silent'];

/** One form with one fault that exact fractions see, and what the audit says of it. */
export interface Tried {
  readonly kind: string;
  readonly seed: number;
  readonly at: number;
  readonly sheets: readonly Sheet[];
  readonly changed: readonly string[];
  readonly broken: readonly Relation[];
  readonly outcome: Outcome;
  readonly findings: readonly Finding[];
}

/** A finding in a form whose figures hold together. */
export interface Alarm {
  readonly seed: number;
  readonly at: number;
  readonly sheet: Sheet;
  readonly habits: readonly string[];
  readonly finding: Finding;
}

export const brokenIn = (sheet: Sheet): Relation[] =>
  relationsOf(sheet, rowRelations).filter(({ holds }) => !holds);

const key = ({ rule, path, severity, message }: Finding): string =>
  [severity, rule, path, message].join(' ');

function isNear(path: string, cells: readonly string[]): boolean {
  return cells.some(
    (cell) => cell === path || cell.startsWith(`${path}/`) || path.startsWith(`${cell}/`),
  );
}

/** The gravest of what the audit says at the cells of a broken relation. */
function outcomeOf(
  own: readonly Finding[],
  others: readonly Finding[],
  cells: readonly string[],
): Outcome {
  const near = own.filter(({ path }) => isNear(path, cells));
  const gravest = (['error', 'warning', 'info'] as const).find((severity) =>
    near.some((finding) => finding.severity === severity),
  );
  if (gravest === 'error' || gravest === 'warning') return gravest;
  const far = [...own, ...others].some(({ severity }) => severity !== 'info');
  return far ? 'elsewhere' : (gravest ?? 'silent');
}

/** One kind of fault tried on one document; null where the document has no place for it, or where no fraction shows it. */
export function tryFault(
  audit: AuditForms,
  document: SheetDocument,
  kind: string,
  fault: Fault,
): Tried | null {
  const { seed, sheets } = document;
  const random = randomOf(seed * 7919 + kind.length * 31 + (kind.codePointAt(0) ?? 0));
  const at = random.int(sheets.length);
  const own = sheets[at];
  const slipped = own === undefined ? null : fault(own, { random, sisters: sheets.length - 1 });
  if (slipped === null) return null;
  const broken = brokenIn(slipped.sheet);
  if (broken.length === 0) return null;
  const spoilt = sheets.with(at, slipped.sheet);
  const before = auditSheets(audit, sheets).map(({ findings }) => new Set(findings.map(key)));
  const after = auditSheets(audit, spoilt).map(({ findings }, index) =>
    findings.filter((finding) => before[index]?.has(key(finding)) !== true),
  );
  const cells = [...slipped.changed, ...broken.flatMap((relation) => relation.cells)];
  const findings = after[at] ?? [];
  const others = after.toSpliced(at, 1).flat();
  const outcome = outcomeOf(findings, others, cells);
  return { kind, seed, at, sheets: spoilt, changed: slipped.changed, broken, outcome, findings };
}

/** Each kind of fault on so many documents that have a place for it. */
export function measureFaults(
  audit: AuditForms,
  { count, seed, kind = '' }: { count: number; seed: number; kind?: string },
): Tried[] {
  return Object.entries(faults)
    .filter(([name]) => name.includes(kind))
    .flatMap(([name, fault], nth) => {
      const tried: Tried[] = [];
      const first = seed + nth * 1009;
      for (let at = first; tried.length < count && at < first + count * 40; at += 1) {
        const one = tryFault(audit, documentOf(at), name, fault);
        if (one !== null) tried.push(one);
      }
      return tried;
    });
}

/** What the audit says of forms whose figures hold together, remarks aside. */
export function measureClean(
  audit: AuditForms,
  { forms, seed }: { forms: number; seed: number },
): { forms: number; alarms: Alarm[]; findings: Finding[]; habits: Map<string, number> } {
  const alarms: Alarm[] = [];
  const findings: Finding[] = [];
  const habits = new Map<string, number>();
  let seen = 0;
  for (let at = seed; seen < forms; at += 1) {
    const document = documentOf(at);
    auditSheets(audit, document.sheets).forEach((one, index) => {
      const sheet = document.sheets[index];
      if (sheet === undefined) return;
      seen += 1;
      findings.push(...one.findings);
      const names = [...new Set([...document.habits, ...sheet.habits])];
      for (const name of names) habits.set(name, (habits.get(name) ?? 0) + 1);
      for (const finding of one.findings) {
        if (finding.severity !== 'info')
          alarms.push({ seed: at, at: index, sheet, habits: names, finding });
      }
    });
  }
  return { forms: seen, alarms, findings, habits };
}
