import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

export const root = fileURLToPath(new URL('../../', import.meta.url));

/** Paths below the project's root, with `/`, of the files in a folder and its folders. */
export function filesUnder(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length).replaceAll('\\', '/'))
    .sort();
}

/** The text of a file below the project's root. */
export function textOf(path: string): string {
  return readFileSync(join(root, path), 'utf8');
}

/** A message code as a source file names it, with the names of the data it is given where they can be seen. */
export interface CodeUse {
  readonly path: string;
  readonly code: string;
  readonly data: readonly string[] | null;
}

/**
 * The message codes that a source file names: the strings in `code: …` and in the first argument of `new InputError(…)`
 * and of any function called `note`, `…Note`, `add…` or the like.
 */
export function codesIn(path: string): CodeUse[] {
  const uses: CodeUse[] = [];
  const source = ts.createSourceFile(path, textOf(path), ts.ScriptTarget.ES2023, true);
  const visit = (node: ts.Node): void => {
    const found = codeExpression(node);
    if (found !== undefined)
      for (const code of stringsIn(found.code)) uses.push({ path, code, data: found.data });
    ts.forEachChild(node, visit);
  };
  visit(source);
  return uses;
}

function codeExpression(node: ts.Node): { code: ts.Node; data: string[] | null } | undefined {
  if (ts.isObjectLiteralExpression(node)) return codeProperty(node);
  if (ts.isNewExpression(node))
    return node.expression.getText() === 'InputError' ? codeArgument(node) : undefined;
  if (!ts.isCallExpression(node) || !/note$|^add\w*$/iu.test(node.expression.getText()))
    return undefined;
  const found = codeArgument(node);
  // `add` may add anything: a code has a hyphen.
  return found !== undefined && stringsIn(found.code).every((text) => text.includes('-'))
    ? found
    : undefined;
}

/** `{ code: …, data: … }` */
function codeProperty(
  node: ts.ObjectLiteralExpression,
): { code: ts.Node; data: string[] | null } | undefined {
  const property = (name: string): ts.ObjectLiteralElementLike | undefined =>
    node.properties.find((one) => one.name?.getText() === name);
  const [code, data] = [property('code'), property('data')];
  if (code === undefined || !ts.isPropertyAssignment(code)) return undefined;
  return {
    code: code.initializer,
    data: data && ts.isPropertyAssignment(data) ? keysOf(data.initializer) : null,
  };
}

/** `(code, { … })` */
function codeArgument(
  node: ts.CallExpression | ts.NewExpression,
): { code: ts.Node; data: string[] | null } | undefined {
  const [code, ...rest] = node.arguments ?? [];
  if (code === undefined) return undefined;
  const data = rest.find((argument) => ts.isObjectLiteralExpression(argument));
  return { code, data: data === undefined ? (rest.length === 0 ? [] : null) : keysOf(data) };
}

/** The keys of an object that is written out; null where some come from elsewhere. */
function keysOf(node: ts.Node): string[] | null {
  if (
    !ts.isObjectLiteralExpression(node) ||
    node.properties.some((property) => ts.isSpreadAssignment(property))
  )
    return null;
  return node.properties.map((property) => property.name?.getText() ?? '');
}

/** The strings that an expression may come to: itself, the branches of a condition, a fallback. */
function stringsIn(node: ts.Node): string[] {
  if (ts.isStringLiteral(node)) return [node.text];
  if (ts.isConditionalExpression(node))
    return [...stringsIn(node.whenTrue), ...stringsIn(node.whenFalse)];
  if (ts.isBinaryExpression(node)) return [...stringsIn(node.left), ...stringsIn(node.right)];
  return ts.isParenthesizedExpression(node) ? stringsIn(node.expression) : [];
}
