import type { Wordings } from './wording.ts';

/** Why `zxpj check` cannot run, or cannot read what it is to go by. */
export const checkErrors = {
  'baseline-invalid': {
    zh: '基线文件的 {path} 处有误，应为 {expected}。可用 --update-baseline 重写。',
    en: 'the baseline is wrong at {path}, where {expected} is expected. --update-baseline writes it anew.',
  },
  'baseline-not-found': {
    zh: '找不到基线文件。第一次请加 --update-baseline 写出。',
    en: 'there is no such baseline. Write it first with --update-baseline.',
  },
  'config-invalid-value': {
    zh: '配置中 {path} 的值无效，应为 {expected}。',
    en: 'the configuration has a wrong value at {path}, where {expected} is expected.',
  },
  'config-unknown-key': {
    zh: '配置中没有“{key}”这一项，可用：{allowed}。',
    en: 'the configuration has no key "{key}"; it may have {allowed}.',
  },
  'config-unknown-rule': {
    zh: '没有“{rule}”这条规则。用 zxpj rules 查看全部规则。',
    en: 'there is no rule "{rule}". See zxpj rules.',
  },
  'no-file-matches': {
    zh: '没有文件符合这个通配符。请检查路径，并给通配符加上引号。',
    en: 'no file matches this pattern. Check the path, and quote the pattern.',
  },
  'not-our-json': {
    zh: '这份 JSON 的 {path} 处不是 zxpj 输出的样子。请用 zxpj parse 重新输出，或改正这一处。',
    en: 'this JSON is not as zxpj prints it at {path}. Print it anew with zxpj parse, or mend that place.',
  },
  'not-json': {
    zh: '不是有效的 JSON（{cause}）。请检查逗号、引号和括号。',
    en: 'this is no valid JSON ({cause}). Check its commas, quotes and brackets.',
  },
  'nothing-to-check': {
    zh: '没有可核对的文件。请检查路径、清单和 .zxpjignore（zxpj formats 列出能读的格式）。',
    en: 'there is no file to check. Check the paths, the list and .zxpjignore (zxpj formats lists what can be read).',
  },
} as const satisfies Wordings;

/** Wrong usage of `zxpj check`, `rules` and `explain`. */
export const checkUsage = {
  'usage-needs-baseline': {
    zh: '--update-baseline、--reason、--outcome、--by 和 --replace 要与 --baseline 一起用。',
    en: '--update-baseline, --reason, --outcome, --by and --replace need --baseline.',
  },
  'usage-needs-update': {
    zh: '--reason、--outcome、--by 和 --replace 要与 --update-baseline 一起用。',
    en: '--reason, --outcome, --by and --replace need --update-baseline.',
  },
  'usage-needs-paths': {
    zh: '请给出要核对的文件或文件夹，或用 --files-from。用 zxpj check --help 查看用法。',
    en: 'name the files or folders to check, or use --files-from. See zxpj check --help.',
  },
  'usage-stdin-twice': {
    zh: '标准输入只能用一次：- 与 --files-from - 不能同时用。',
    en: 'standard input can be used only once: - and --files-from - exclude each other.',
  },
  'usage-two-reports': {
    zh: '只能有一份报告写到标准输出，其余请写成 --reporter {id}=文件名。',
    en: 'only one report can go to standard output; write the other as --reporter {id}=FILE.',
  },
  'usage-report-file': {
    zh: '--reporter {id}= 后面要写文件名，如 --reporter {id}=文件。',
    en: '--reporter {id}= needs a file name, as --reporter {id}=FILE.',
  },
  'usage-unknown-rule': {
    zh: '没有“{rule}”这条规则。用 zxpj rules 查看全部规则。',
    en: 'there is no rule "{rule}". See zxpj rules.',
  },
} as const satisfies Wordings;

export const checkHelp = {
  'help-check': {
    zh: '复核文件和文件夹中的全部表，列出问题',
    en: 'recompute every form of files and folders',
  },
  'help-check-after': {
    zh: `
示例：
  zxpj check 自评表.pdf                      复核一个文件
  zxpj check 报送/ --fail-on warning         整个文件夹，有警告也算不通过
  zxpj check '报送/**/*.xlsx' --reporter text --reporter sarif=结果.sarif
  git diff --name-only -z | zxpj check --files-from -
  zxpj check 报送/ --baseline 基线.json --update-baseline --reason 已逐项核实
  zxpj check 改好的.json                     改过的 parse 结果重新复核

报告：text（默认）、json、ndjson、sarif、junit、github、gitlab、markdown、csv、
html（复核页）、xlsx（工作簿）；可给多个 --reporter，=文件名 写入文件。
文件夹中只读能识别的扩展名，.zxpjignore（写法同 .gitignore）列出的不读；
直接写出的文件一定会读。

text 报告先列错误，其余按规则汇总：同一规则多次出现只占一行，写明次数和位置；
--each 逐条列出。其他报告同样一事一条，json、ndjson、csv、xlsx 保留每一处。

只读出一部分的文件没有全部核对，按警告计（--partial 可改）：--fail-on warning
时不通过；一项也没能核对时以 2 退出。

退出码：0 没有问题；1 有达到 --fail-on 级别的问题；2 有文件无法读取、没有表、
只读出一部分而一项也没能核对，或用法有误。`,
    en: `
Examples:
  zxpj check report.pdf                     check one file
  zxpj check in/ --fail-on warning          a folder; warnings fail it too
  zxpj check 'in/**/*.xlsx' --reporter text --reporter sarif=out.sarif
  git diff --name-only -z | zxpj check --files-from -
  zxpj check in/ --baseline known.json --update-baseline --reason verified
  zxpj check edited.json                    audit what parse printed anew

Reports: text (default), json, ndjson, sarif, junit, github, gitlab, markdown,
csv, html (the review page), xlsx (a workbook); --reporter may be given several
times, =FILE writes it to a file. Of a folder, files of known endings are read,
unless .zxpjignore (written like .gitignore) names them; a file that is named
is always read.

The text report begins with the errors, the rest stands by rule: what repeats is
one line with its number and places; --each lists all. So do the other reports;
json, ndjson, csv and xlsx keep every place.

A file that was read in part was not checked whole and counts as a warning
(--partial changes that): it fails --fail-on warning; where nothing of it could
be checked, the exit code is 2.

Exit codes: 0 clean; 1 findings at or above --fail-on; 2 a file that cannot be
read, has no form, or was read in part with nothing checked, or wrong usage.`,
  },
  'help-paths': {
    zh: '文件、文件夹或带引号的通配符；- 表示标准输入',
    en: 'files, folders or quoted patterns; - is standard input',
  },
  'help-rules': { zh: '列出全部规则', en: 'list the rules' },
  'help-explain': { zh: '一条规则检查什么、为什么', en: 'what a rule checks, and why' },
  'help-rule': {
    zh: '规则，如 execution-rate（见 zxpj rules）',
    en: 'a rule such as execution-rate (see zxpj rules)',
  },
  'help-option-baseline': {
    zh: '不再报告这个文件里记下的问题',
    en: 'hide the findings that this file lists',
  },
  'help-option-config': {
    zh: '配置文件（默认找 zxpj.config.json）',
    en: 'the configuration (default: zxpj.config.json)',
  },
  'help-option-fail-on': {
    zh: 'error（默认）、warning、info 或 never',
    en: 'error (default), warning, info or never',
  },
  'help-option-each': {
    zh: 'text 报告逐表逐条列出，连同数字和位置',
    en: 'the text report lists every finding under its form',
  },
  'help-option-level': {
    zh: 'text 报告列出的最低级别（默认 warning，提示只计数）',
    en: 'the least level that the text report lists (warning)',
  },
  'help-option-partial': {
    zh: '只读出一部分的文件算什么级别（默认 warning）',
    en: 'what a file read in part counts as (warning)',
  },
  'help-option-check-quiet': {
    zh: 'text 报告只列错误和没读出的部分，不显示进度',
    en: 'the text report keeps to errors; no progress',
  },
  'help-option-files-from': {
    zh: '从清单读文件名，一行一个；- 表示标准输入',
    en: 'read names from a list; - is standard input',
  },
  'help-option-print-config': { zh: '显示生效的配置', en: 'show the configuration that holds' },
  'help-option-reason': { zh: '写入基线的理由', en: 'the reason that goes into the baseline' },
  'help-option-reporter': {
    zh: '报告的种类，可给多个；=FILE 写入文件',
    en: 'a report; may be repeated; =FILE writes it',
  },
  'help-option-update-baseline': {
    zh: '把现有问题写入基线',
    en: 'write the findings of now into the baseline',
  },
  'help-option-outcome': {
    zh: '写入基线的核查结果：属实、误报、已整改、待补材料',
    en: 'what came of it: confirmed, false-alarm, mended, pending',
  },
  'help-option-by': { zh: '写入基线的经办人', en: 'who settled it' },
  'help-option-replace': {
    zh: '基线中已有的理由等一并换成这次写的',
    en: 'replace the reasons that are there, too',
  },
  'baseline-written': {
    zh: '基线已写入 {file}：共 {count} 条，新增 {added} 条，删去 {dropped} 条。',
    en: 'wrote the baseline {file}: entries {count}, new {added}, dropped {dropped}.',
  },
  'baseline-reason': { zh: '写入基线时未说明理由', en: 'no reason was given when it was written' },
  'explain-head': { zh: '级别：{severity}', en: 'Severity: {severity}' },
  'explain-basis': { zh: '依据：', en: 'Basis: ' },
} as const satisfies Wordings;
