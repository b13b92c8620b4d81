import type { RuleMeta } from '../../../src/audit/index.ts';

const cell = (text: string): string => text.replaceAll('|', '\\|');

/** The list of all rules that docs/rules/README.md is. */
export function ruleIndex(rules: readonly RuleMeta[]): string {
  const lines = rules.map(
    ({ id, severity, title, basis }) =>
      `| [${id}](${id}.md) | ${severity} | ${cell(title.zh)} | ${cell(basis.zh)} |`,
  );
  return [
    '# 核对规则',
    '',
    '由 `npm run docs:rules` 从规则的元数据生成，请勿手改。级别可在配置中改为 error、warning、info 或 off。',
    '',
    '| 规则 | 级别 | 核对 | 依据 |',
    '|---|---|---|---|',
    ...lines,
    '',
    '## In English',
    '',
    '| rule | severity | checks | basis |',
    '|---|---|---|---|',
    ...rules.map(
      ({ id, severity, title, basis }) =>
        `| [${id}](${id}.md) | ${severity} | ${cell(title.en)} | ${cell(basis.en)} |`,
    ),
    '',
  ].join('\n');
}
