import type { Severity } from '../model/index.ts';
import type { Finding } from '../schema/index.ts';
import { printOf, toldOf } from './habits.ts';
import type { Placed, Told } from './habits.ts';
import { uriOf } from './place.ts';
import { isUnverifiable, unreadParts } from './run.ts';
import type { CheckedFile, CheckRun, RuleInfo } from './run.ts';
import { summarise } from './summary.ts';
import { placeWords, projectWords, summaryLines, toldWords } from './words.ts';

const levels: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  info: 'note',
};

/**
 * SARIF 2.1.0 (OASIS). What could not be checked is a result of kind `open`; files that were not read, and what a run could not check,
 * are notifications of its invocation, so that a viewer cannot take silence for a pass.
 */
export function sarifReport(run: CheckRun): string {
  const indexes = new Map(run.rules.map(({ id }, index) => [id, index]));
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'zxpj',
            version: run.version,
            semanticVersion: run.version,
            rules: run.rules.map(ruleOf),
          },
        },
        language: run.language === 'zh' ? 'zh-CN' : 'en-US',
        columnKind: 'utf16CodeUnits',
        invocations: [invocationOf(run)],
        artifacts: run.files.map(artifactOf),
        results: run.files.flatMap((file, artifact) =>
          toldOf(file).map((told) => resultOf(told, artifact, indexes, run)),
        ),
        properties: { summary: summarise(run) },
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

function ruleOf({ id, severity, title, basis, page }: RuleInfo): object {
  return {
    id,
    shortDescription: { text: title },
    fullDescription: { text: `${title}。${basis}` },
    help: { text: page ?? basis, ...(page !== undefined && { markdown: page }) },
    defaultConfiguration: { level: levels[severity] },
  };
}

function invocationOf(run: CheckRun): object {
  const told = run.files.flatMap((checked, index) => {
    const { file, failure } = checked;
    const at = [{ physicalLocation: { artifactLocation: { uri: uriOf(file), index } } }];
    if (failure !== null)
      return [
        {
          level: 'error',
          message: { text: `${file}: ${failure.message}` },
          locations: at,
          descriptor: { id: failure.code },
        },
      ];
    return unreadParts(checked).map(({ code, message }) => ({
      level: 'warning',
      message: { text: `${file}: ${message}` },
      locations: at,
      descriptor: { id: code },
    }));
  });
  const summary = summaryLines(summarise(run), run.language).map((text) => ({
    level: 'note',
    message: { text },
  }));
  return {
    executionSuccessful: run.files.every(({ failure }) => failure === null),
    toolExecutionNotifications: [...told, ...summary],
  };
}

function artifactOf({ file, document }: CheckedFile): object {
  if (document === null) return { location: { uri: uriOf(file) } };
  const { sha256, bytes } = document.source;
  return { location: { uri: uriOf(file) }, length: bytes, hashes: { 'sha-256': sha256 } };
}

/** One result: what repeats has all its places, and says how many they are. */
function resultOf(
  told: Told,
  index: number,
  indexes: ReadonlyMap<string, number>,
  run: CheckRun,
): object {
  const { form, finding, all } = told;
  const { rule, severity, path, printed, expected, range, hint, refs } = finding;
  const open = isUnverifiable(finding);
  const place = placeWords(refs[0], run.language);
  const [first, ...others] = all.map((one) => locationOf(one, index, run));
  return {
    ruleId: rule,
    ...(indexes.has(rule) && { ruleIndex: indexes.get(rule) }),
    // A result that is no failure bears no level (SARIF 3.27.10).
    ...(open ? { kind: 'open', level: 'none' } : { level: levels[severity] }),
    message: { text: toldWords(told, run) },
    locations: [first],
    ...(others.length > 0 && { occurrenceCount: all.length, relatedLocations: others }),
    partialFingerprints: { 'zxpj/v1': printOf(told) },
    properties: {
      form: form.number,
      path,
      printed,
      expected,
      range,
      hint,
      place: place === '' ? null : place,
    },
  };
}

function locationOf({ file, form, finding }: Placed, index: number, run: CheckRun): object {
  const name = projectWords(form, run.language);
  return {
    physicalLocation: { artifactLocation: { uri: uriOf(file), index }, ...regionOf(finding) },
    logicalLocations: [
      { name, fullyQualifiedName: `forms/${form.number}${finding.path}`, kind: 'member' },
    ],
  };
}

/** Lines, where the format has them: a page or a sheet's cell is no region in the sense of SARIF. */
function regionOf({ refs }: Finding): object {
  const [ref] = refs;
  if (ref?.line === undefined) return {};
  return {
    region: { startLine: ref.line, ...(ref.endLine !== undefined && { endLine: ref.endLine }) },
  };
}
