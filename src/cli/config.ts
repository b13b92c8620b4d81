import type { JsonFile } from '../files/index.ts';
import { InputError } from '../model/index.ts';
import type { AuditConfig } from '../schema/index.ts';

/** One thing that a schema found wrong, as far as it matters here. */
interface Issue {
  readonly code?: string;
  readonly path: readonly PropertyKey[];
  readonly keys?: readonly string[];
  readonly values?: readonly unknown[];
  readonly expected?: string;
  readonly format?: string;
  readonly minimum?: unknown;
  readonly message: string;
}

/**
 * The configuration that `--config` names, else the one that is found from the working directory upwards, else nothing.
 *
 * @throws InputError where it cannot be read, or says what nobody understands
 */
export async function loadConfig(named: string | undefined): Promise<AuditConfig> {
  const { findConfig, readJson } = await import('../files/index.ts');
  const found = named === undefined ? await findConfig() : await readJson(named);
  return found === null ? {} : checkConfig(found);
}

async function checkConfig({ file, value }: JsonFile): Promise<AuditConfig> {
  const { auditConfigSchema } = await import('../schema/index.ts');
  const { ruleMetadata } = await import('../audit/index.ts');
  const result = auditConfigSchema.safeParse(withoutSchema(value));
  if (!result.success)
    throw configError(
      file,
      result.error.issues[0] as Issue | undefined,
      Object.keys(auditConfigSchema.shape),
    );
  const known = new Set(ruleMetadata.map(({ id }) => id));
  const unknown = Object.keys(result.data.rules ?? {}).find((id) => !known.has(id));
  if (unknown !== undefined) throw new InputError('config-unknown-rule', { file, rule: unknown });
  return result.data;
}

/** `$schema` is for editors. */
function withoutSchema(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || !('$schema' in value)) return value;
  return Object.fromEntries(Object.entries(value).filter(([key]) => key !== '$schema'));
}

function configError(
  file: string,
  issue: Issue | undefined,
  allowed: readonly string[],
): InputError {
  const [key] = issue?.keys ?? [];
  if (issue?.code === 'unrecognized_keys' && key !== undefined) {
    return new InputError('config-unknown-key', {
      file,
      key: [...issue.path, key].join('.'),
      allowed: issue.path.length === 0 ? allowed.join(', ') : 'names, from',
    });
  }
  return new InputError('config-invalid-value', {
    file,
    path: placeOf(issue),
    expected: expectedBy(issue),
  });
}

/** `/rules/fund-parts`; `/` for the whole. */
export function placeOf(issue: Issue | undefined): string {
  return `/${(issue?.path ?? []).map(String).join('/')}`;
}

/** What a schema wanted, in words that need no language. */
export function expectedBy(issue: Issue | undefined): string {
  if (issue?.values !== undefined) return issue.values.map(String).join(' | ');
  if (issue?.format === 'regex') return '"12.50"';
  return issue?.expected ?? issue?.message ?? '?';
}
