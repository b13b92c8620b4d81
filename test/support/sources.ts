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

/**
 * The message codes that a source file names: the strings in `code: …` and in the first argument of `new InputError(…)`
 * and of any function called `note`, `…Note` or the like.
 */
export function codesIn(path: string): string[] {
  const codes: string[] = [];
  const source = ts.createSourceFile(path, textOf(path), ts.ScriptTarget.ES2023, true);
  const visit = (node: ts.Node): void => {
    const code = codeExpression(node);
    if (code !== undefined) codes.push(...stringsIn(code));
    ts.forEachChild(node, visit);
  };
  visit(source);
  return codes;
}

function codeExpression(node: ts.Node): ts.Node | undefined {
  if (ts.isPropertyAssignment(node)) return node.name.getText() === 'code' ? node.initializer : undefined;
  if (ts.isNewExpression(node)) return node.expression.getText() === 'InputError' ? node.arguments?.[0] : undefined;
  if (ts.isCallExpression(node)) return /note$/iu.test(node.expression.getText()) ? node.arguments[0] : undefined;
  return undefined;
}

/** The strings that an expression may come to: itself, the branches of a condition, a fallback. */
function stringsIn(node: ts.Node): string[] {
  if (ts.isStringLiteral(node)) return [node.text];
  if (ts.isConditionalExpression(node)) return [...stringsIn(node.whenTrue), ...stringsIn(node.whenFalse)];
  if (ts.isBinaryExpression(node)) return [...stringsIn(node.left), ...stringsIn(node.right)];
  return ts.isParenthesizedExpression(node) ? stringsIn(node.expression) : [];
}
