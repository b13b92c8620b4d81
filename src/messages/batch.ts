import type { Wordings } from './wording.ts';

/** Why `zxpj batch` or `zxpj merge` cannot go on, or could not read a file. */
export const batchErrors = {
  'batch-folder-in-use': {
    zh: '另一个 zxpj（{host} 上的进程 {pid}）正在写这个文件夹。请等它结束；确认没有在运行时，可删除 {lock} 再试。',
    en: 'another zxpj (process {pid} on {host}) is writing to this folder. Wait for it; if none is running, delete {lock} and try again.',
  },
  'batch-folder-not-empty': {
    zh: '这个文件夹里已有别的文件，不能用来存放结果。请用 --out 指定一个新的文件夹。',
    en: 'there are other files in this folder, so no results can go there. Name a new folder with --out.',
  },
  'batch-nothing-to-read': {
    zh: '没有可读的文件。请检查路径、清单和 .zxpjignore（zxpj formats 列出能读的格式）。',
    en: 'there is no file to read. Check the paths, the list and .zxpjignore (zxpj formats lists what can be read).',
  },
  'batch-report-among-inputs': {
    zh: '报告所在的位置已有一个要读的文件。请把报告写进 {folder}，或写到要读的文件夹之外。',
    en: 'a file to read stands where the report shall go. Write the report into {folder}, or outside the folders that are read.',
  },
  'batch-result-damaged': {
    zh: '结果文件读不出来（{cause}）。请删除它，再运行同一条命令。',
    en: 'this result cannot be read ({cause}). Delete it and run the same command again.',
  },
  'duckdb-missing': {
    zh: '--database 需要 DuckDB（{cause}）。请先运行 npm install @duckdb/node-api。',
    en: '--database needs DuckDB ({cause}). Install it first: npm install @duckdb/node-api.',
  },
  'merge-into-source': {
    zh: '结果不能写进要合并的文件夹。请用 --out 指定另一个文件夹。',
    en: 'the results cannot go into a folder that is merged. Name another one with --out.',
  },
  'merge-no-results': {
    zh: '这里没有 zxpj batch 的结果（files.ndjson）。请检查路径。',
    en: 'there are no results of zxpj batch here (files.ndjson). Check the path.',
  },
  'merge-not-finished': {
    zh: '这里的运行没有完成。请先再运行同一条 zxpj batch 命令，再合并。',
    en: 'the run here was not finished. Run the same zxpj batch command again first.',
  },
  'merge-shard-missing': {
    zh: '缺第 {index} 份（--shard {index}/{count}）的结果。请把全部 {count} 份的文件夹都列出来。',
    en: 'part {index} of {count} (--shard {index}/{count}) is missing. Name the folders of all {count} parts.',
  },
  'merge-options-differ': {
    zh: '这里的结果与其他文件夹的选项不同。请用同样的选项再运行一次 zxpj batch。',
    en: 'these results were made with other options. Run zxpj batch once more with the same ones.',
  },
  'merge-settings-differ': {
    zh: '这里的结果与其他文件夹的版本不同（{version}，{other}）。请用同一版本再运行一次 zxpj batch。',
    en: 'these results were made by another version ({version}, {other}). Run zxpj batch once more with the same one.',
  },
  'file-changed': {
    zh: '读取时文件正在被改写。请等它写完，再运行一次。',
    en: 'the file changed while it was being read. Run again once it is complete.',
  },
  'reader-crashed': {
    zh: '读取这个文件的进程异常退出（{cause}）。请附上文件反馈。',
    en: 'the process that read this file crashed ({cause}). Please report it with the file.',
  },
} as const satisfies Wordings;

export const batchUsage = {
  'usage-batch-needs-out': {
    zh: '请用 --out 指定存放结果的文件夹。用 {command} --help 查看用法。',
    en: 'name the folder for the results with --out. See {command} --help.',
  },
  'usage-batch-needs-paths': {
    zh: '请给出要读的文件或文件夹，或用 --files-from。用 zxpj batch --help 查看用法。',
    en: 'name the files or folders to read, or use --files-from. See zxpj batch --help.',
  },
  'usage-batch-stdin': {
    zh: 'batch 不从标准输入读文件。文件名清单请用 --files-from -。',
    en: 'batch reads no document from standard input. For a list of names use --files-from -.',
  },
  'usage-not-count': {
    zh: '{option} 的值“{value}”无效，应为 1 到 {most} 的整数。',
    en: '"{value}" is no value of {option}; it must be a whole number from 1 to {most}.',
  },
  'usage-shard': {
    zh: '--shard 的值“{value}”无效，应为 i/n，例如 1/4（第 1 份，共 4 份）。',
    en: '"{value}" is no value of --shard; it must be i/n, such as 1/4 (the first of four).',
  },
} as const satisfies Wordings;

export const batchHelp = {
  'help-batch': {
    zh: '读整个文件夹的报送材料，汇总成表',
    en: 'read whole folders of submissions into tables',
  },
  'help-batch-after': {
    zh: `
示例：
  zxpj batch 报送/ --out 结果                 读一个文件夹；中断后再运行同一
                                              条命令即可接着做
  zxpj batch '报送/**/*.pdf' --out 结果 --jobs 4
  find /data -name '*.docx' -print0 | zxpj batch --files-from - --out 结果
  zxpj batch 报送/ --out 结果 --xlsx --reporter html=核对.html
  zxpj batch 报送/ --out 结果 --shard 1/4     分给多台机器，各做一份，再用
                                              zxpj merge 合并

结果文件夹里有：
  forms.csv、indicators.csv、findings.csv   表、指标、问题，可用 Excel 打开
  failed.csv                               没读出的文件和原因
  forms.ndjson                              每行一张表（JSON）
  json/                                     每个文件的 JSON，同 zxpj parse
  report.json                               每个文件的结果和总数
  files.ndjson、run.json                    进度记录；每次运行的时间

退出码：0 全部读出；1 有文件没有读出，或只读出一部分，或有达到 --fail-on 级别
的问题；2 用法有误，或结果无法写入；130 按 Ctrl-C 停止。`,
    en: `
Examples:
  zxpj batch in/ --out results               read a folder; after a break, run
                                             the same command to go on
  zxpj batch 'in/**/*.pdf' --out results --jobs 4
  find /data -name '*.docx' -print0 | zxpj batch --files-from - --out results
  zxpj batch in/ --out results --xlsx --reporter html=page.html
  zxpj batch in/ --out results --shard 1/4   a part for each of four machines,
                                             joined later by zxpj merge

The folder of results holds:
  forms.csv, indicators.csv, findings.csv    tables that open in Excel
  failed.csv                                 files that were not read, and why
  forms.ndjson                               a form a line (JSON)
  json/                                      each file's JSON, as of zxpj parse
  report.json                                each file's outcome, and totals
  files.ndjson, run.json                     what is done; when it was run

Exit codes: 0 all read; 1 some files not read, or read in part, or findings at
the level of --fail-on; 2 wrong usage, or results that cannot be written; 130
stopped by Ctrl-C.`,
  },
  'help-batch-paths': {
    zh: '文件、文件夹或带引号的通配符',
    en: 'files, folders or quoted patterns',
  },
  'help-merge': { zh: '把几份 zxpj batch 的结果合并成一份', en: 'join results of zxpj batch' },
  'help-merge-folders': { zh: '要合并的结果文件夹', en: 'the folders of results' },
  'help-merge-after': {
    zh: `
示例：
  zxpj merge 结果-1 结果-2 --out 结果         合并的结果与一次读完全部文件相同

退出码：0 全部读出；1 有文件没有读出，或只读出一部分；2 用法有误，或不能合并。`,
    en: `
Examples:
  zxpj merge part-1 part-2 --out results     the same as one run over all files

Exit codes: 0 all read; 1 some files not read, or read in part; 2 wrong usage,
or folders that do not go together.`,
  },
  'help-option-batch-fail-on': {
    zh: 'error、warning、info 或 never（默认）',
    en: 'error, warning, info or never (default)',
  },
  'help-option-batch-reporter': {
    zh: '另写一份报告，如 html=核对.html，可给多个',
    en: 'also write a report, as html=page.html; may be repeated',
  },
  'help-option-batch-xlsx': {
    zh: '另写一份 Excel 工作簿，DIR/report.xlsx',
    en: 'also write a workbook, DIR/report.xlsx',
  },
  'help-option-database': { zh: '另写一个 DuckDB 数据库', en: 'also write a DuckDB database' },
  'help-option-out': { zh: '存放结果的文件夹', en: 'the folder for the results' },
  'help-option-jobs': {
    zh: '同时读几个文件，各用一个核（默认为全部的核）',
    en: 'files to read at once, a core each (default: all cores)',
  },
  'help-option-force': {
    zh: '全部重读，不管以前的结果',
    en: 'read everything again, whatever is done',
  },
  'help-option-quiet': { zh: '不显示进度和小结', en: 'show neither progress nor summary' },
  'help-option-shard': { zh: '只做第 i 份，共 n 份，如 1/4', en: 'only part i of n, such as 1/4' },
} as const satisfies Wordings;

/** What a batch shows while it runs and once it has ended, and the headings of its tables. */
export const batchWords = {
  'batch-progress': {
    zh: '{done}/{total}  每秒 {rate} 个  剩 {left}',
    en: '{done}/{total}  {rate} a second  {left} left',
  },
  'batch-progress-failed': { zh: '  失败 {failed}', en: '  failed {failed}' },
  'batch-writing': { zh: '正在汇总……', en: 'writing the tables …' },
  'batch-stopped': {
    zh: '已停止：完成 {done}/{total}。再运行同一条命令即可接着做。',
    en: 'stopped: {done} of {total} done. Run the same command again to go on.',
  },
  'batch-summary-files': {
    zh: '文件 {files} 个：读出 {ok}，部分读出 {partial}，失败 {failed}',
    en: 'files {files}: read {ok}, in part {partial}, failed {failed}',
  },
  'batch-summary-forms': {
    zh: '表 {forms} 张，指标 {indicators} 项；错误 {error}，警告 {warning}，提示 {info}',
    en: 'forms {forms}, indicators {indicators}; errors {error}, warnings {warning}, info {info}',
  },
  'batch-summary-unchanged': {
    zh: '其中 {count} 个以前已读，没有重读',
    en: 'done before and not read again: {count}',
  },
  'batch-summary-duplicates': {
    zh: '有 {count} 个文件与别的文件内容相同（report.json 的 duplicateOf）',
    en: 'files with the content of another: {count} (duplicateOf in report.json)',
  },
  'batch-summary-passed-over': {
    zh: '文件夹中有 {count} 个其他类型的文件没有读',
    en: 'files of other kinds passed over: {count}',
  },
  'batch-summary-others': {
    zh: '文件夹里另有 {count} 个文件的旧结果，不在这次的表里',
    en: 'results of other files from earlier runs, not in these tables: {count}',
  },
  'batch-summary-more': {
    zh: '……还有 {count} 个，见 {file}',
    en: '… and {count} more, see {file}',
  },
  'batch-summary-took': {
    zh: '用时 {time}，结果在 {folder}',
    en: 'took {time}, results in {folder}',
  },
  'batch-kind-self-evaluation': { zh: '自评表', en: 'self-evaluation' },
  'batch-kind-target': { zh: '目标表', en: 'target' },
  'batch-column-file': { zh: '文件', en: 'File' },
  'batch-column-form': { zh: '表序号', en: 'Form' },
  'batch-column-kind': { zh: '表的种类', en: 'Kind' },
  'batch-column-title': { zh: '标题', en: 'Title' },
  'batch-column-year': { zh: '年度', en: 'Year' },
  'batch-column-project': { zh: '项目名称', en: 'Project' },
  'batch-column-project-code': { zh: '项目编码', en: 'Project code' },
  'batch-column-department': { zh: '主管部门', en: 'Department' },
  'batch-column-department-code': { zh: '主管部门代码', en: 'Department code' },
  'batch-column-unit': { zh: '实施单位', en: 'Implementing unit' },
  'batch-column-fund-unit': { zh: '金额单位', en: 'Unit of amounts' },
  'batch-column-initial-budget': { zh: '年初预算数', en: 'Initial budget' },
  'batch-column-annual-budget': { zh: '全年预算数', en: 'Annual budget' },
  'batch-column-executed': { zh: '全年执行数', en: 'Executed' },
  'batch-column-execution-rate': { zh: '执行率(%)', en: 'Execution rate (%)' },
  'batch-column-fund-weight': { zh: '资金分值', en: 'Weight of funds' },
  'batch-column-fund-score': { zh: '资金得分', en: 'Score of funds' },
  'batch-column-indicators': { zh: '指标数', en: 'Indicators' },
  'batch-column-weight': { zh: '总分值', en: 'Total weight' },
  'batch-column-score': { zh: '总得分', en: 'Total score' },
  'batch-column-rating': { zh: '评分等级', en: 'Rating' },
  'batch-column-errors': { zh: '错误', en: 'Errors' },
  'batch-column-warnings': { zh: '警告', en: 'Warnings' },
  'batch-column-infos': { zh: '提示', en: 'Info' },
  'batch-column-exact': { zh: '完全相符', en: 'Exact' },
  'batch-column-within-rounding': { zh: '舍入内相符', en: 'Within rounding' },
  'batch-column-mismatch': { zh: '不符', en: 'Mismatch' },
  'batch-column-unverifiable': { zh: '无法核对', en: 'Not verifiable' },
  'batch-column-number': { zh: '指标序号', en: 'Number' },
  'batch-column-level1': { zh: '一级指标', en: 'Level 1' },
  'batch-column-level2': { zh: '二级指标', en: 'Level 2' },
  'batch-column-level3': { zh: '三级指标', en: 'Level 3' },
  'batch-column-target': { zh: '年度指标值', en: 'Target' },
  'batch-column-target-comparator': { zh: '指标值符号', en: 'Target comparator' },
  'batch-column-target-number': { zh: '指标值数字', en: 'Target number' },
  'batch-column-target-unit': { zh: '指标值单位', en: 'Target unit' },
  'batch-column-actual': { zh: '实际完成值', en: 'Actual' },
  'batch-column-actual-number': { zh: '完成值数字', en: 'Actual number' },
  'batch-column-actual-unit': { zh: '完成值单位', en: 'Actual unit' },
  'batch-column-indicator-weight': { zh: '分值', en: 'Weight' },
  'batch-column-indicator-score': { zh: '得分', en: 'Score' },
  'batch-column-deviation': { zh: '偏差原因分析及改进措施', en: 'Reasons for deviation' },
} as const satisfies Wordings;
