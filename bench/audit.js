/**
 * What the audit misses, and what it alarms about in vain: forms made by exact fractions, clean and with one fault each.
 *
 *     node bench/audit.js
 *       --forms 10000     clean forms
 *       --count 50        documents for each kind of fault
 *       --seed 1          where the generator starts
 *       --kind TEXT       kinds of fault whose name holds TEXT
 *       --show 5          the first faults that no error or warning tells, and the first false alarms
 *       --auditor FILE    a bundle that exports auditForms; the sources where left out
 */
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { load } from './load.js';

const { values: options } = parseArgs({
  options: {
    forms: { type: 'string', default: '10000' },
    count: { type: 'string', default: '50' },
    seed: { type: 'string', default: '1' },
    kind: { type: 'string', default: '' },
    show: { type: 'string', default: '0' },
    auditor: { type: 'string', default: '' },
  },
});

const bench = await load('test/support/audit-forms/measure.ts');
const { auditForms } =
  options.auditor === ''
    ? await load('src/audit/index.ts')
    : await import(pathToFileURL(resolve(options.auditor)).href);

const seed = Number(options.seed);
const show = Number(options.show);
const share = (part, whole) => `${((100 * part) / Math.max(1, whole)).toFixed(2)} %`;

function describe({ form }) {
  const rows = form.funds.rows ?? [];
  const columns = [
    'label',
    'initialBudget',
    'annualBudget',
    'executed',
    'weight',
    'executionRate',
    'score',
  ];
  for (const row of rows)
    console.log(`    ${columns.map((column) => row[column] ?? '-').join(' | ')}`);
  if (rows.length === 0) console.log(`    ${JSON.stringify([form.funds, form.disbursementPlan])}`);
  for (const one of form.indicators)
    console.log(
      `    ${[one.level3, one.target.text, one.actual?.text, one.weight, one.score, one.deviation].map((text) => text ?? '-').join(' | ')}`,
    );
  if (form.total !== undefined)
    console.log(
      `    ${JSON.stringify(form.total)} ${form.rating ?? ''} ${JSON.stringify(form.groupWeights)}`,
    );
}

function told({ severity, rule, path, message }) {
  console.log(`  → ${severity} ${rule} ${path} ${message}`);
}

function clean() {
  const { forms, alarms, habits } = bench.measureClean(auditForms, {
    forms: Number(options.forms),
    seed,
  });
  const of = (severity) => alarms.filter(({ finding }) => finding.severity === severity);
  const formsOf = (list) => new Set(list.map((one) => `${one.seed} ${one.at}`)).size;
  console.log(
    `${forms} clean forms, ${habits.size} habits: ${of('error').length} false errors; false warnings in ${formsOf(of('warning'))} forms (${share(formsOf(of('warning')), forms)})`,
  );
  const names = alarms.map(({ finding }) => `${finding.severity} ${finding.rule}`);
  for (const name of new Set(names))
    console.log(`  ${String(names.filter((one) => one === name).length).padStart(5)} ${name}`);
  for (const one of alarms.slice(0, show)) {
    console.log(`\n  seed ${one.seed}, form ${one.at}: ${one.habits.join('; ')}`);
    describe(one.sheet);
    told(one.finding);
  }
}

function faults() {
  const tried = bench.measureFaults(auditForms, {
    count: Number(options.count),
    seed,
    kind: options.kind,
  });
  const counts = (list) =>
    Object.fromEntries(
      bench.outcomes.map((outcome) => [
        outcome,
        list.filter((one) => one.outcome === outcome).length,
      ]),
    );
  const all = counts(tried);
  const kinds = [...new Set(tried.map(({ kind }) => kind))];
  console.log(
    `${tried.length} forms with one fault of ${kinds.length} kinds: error or warning ${share(all.error + all.warning, tried.length)} (error ${share(all.error, tried.length)}), told as info ${share(all.info, tried.length)}, only elsewhere ${share(all.elsewhere, tried.length)}, silent ${share(all.silent, tried.length)}`,
  );
  for (const kind of kinds) {
    const own = counts(tried.filter((one) => one.kind === kind));
    if (own.info + own.elsewhere + own.silent > 0)
      console.log(
        `  ${kind.padEnd(52)} ${Object.entries(own)
          .map(([name, many]) => `${name} ${many}`)
          .join('  ')}`,
      );
  }
  const missed = tried.filter(({ outcome }) => outcome !== 'error' && outcome !== 'warning');
  for (const one of missed.slice(0, show)) {
    console.log(
      `\n  ${one.kind}, seed ${one.seed}, form ${one.at}, ${one.outcome}: ${one.changed.join(' ')}`,
    );
    console.log(`  broken: ${one.broken.map(({ name }) => name).join(', ')}`);
    describe(one.sheets[one.at]);
    one.findings.forEach(told);
  }
}

const started = performance.now();
if (Number(options.forms) > 0) clean();
if (Number(options.count) > 0) faults();
console.log(`${((performance.now() - started) / 1000).toFixed(1)} s`);
