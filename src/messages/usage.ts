import { batchUsage } from './batch.ts';
import { checkUsage } from './check.ts';
import type { Wordings } from './wording.ts';

/** Wrong usage of the command line. */
export const usage = {
  ...batchUsage,
  ...checkUsage,
  'usage-excess-arguments': {
    zh: '参数太多。用 {command} --help 查看用法。',
    en: 'too many arguments. See {command} --help.',
  },
  'usage-invalid-value': {
    zh: '{option} 的值“{value}”无效，可用：{allowed}。',
    en: '"{value}" is no value of {option}; it may be {allowed}.',
  },
  'usage-missing-argument': {
    zh: '缺少参数 {name}。用 {command} --help 查看用法。',
    en: 'the argument {name} is missing. See {command} --help.',
  },
  'usage-missing-option': {
    zh: '请加上 {name}。用 {command} --help 查看用法。',
    en: 'add {name}. See {command} --help.',
  },
  'usage-missing-value': {
    zh: '选项 {name} 缺少值。用 {command} --help 查看用法。',
    en: 'the option {name} needs a value. See {command} --help.',
  },
  'usage-not-positive': {
    zh: '{option} 的值“{value}”无效，应为大于 0 的数。',
    en: '"{value}" is no value of {option}; it must be a number above 0.',
  },
  'usage-unknown-command': {
    zh: '没有“{name}”这个命令。用 zxpj --help 查看全部命令。',
    en: 'there is no command "{name}". See zxpj --help.',
  },
  'usage-unknown-command-similar': {
    zh: '没有“{name}”这个命令，是不是 {similar}？用 zxpj --help 查看全部命令。',
    en: 'there is no command "{name}"; did you mean {similar}? See zxpj --help.',
  },
  'usage-unknown-option': {
    zh: '没有“{name}”这个选项。用 {command} --help 查看用法。',
    en: 'there is no option "{name}". See {command} --help.',
  },
  'usage-unknown-option-similar': {
    zh: '没有“{name}”这个选项，是不是 {similar}？用 {command} --help 查看用法。',
    en: 'there is no option "{name}"; did you mean {similar}? See {command} --help.',
  },
  'usage-compare-stdin': {
    zh: '标准输入只能用一次：两份文件中只能有一份是 -。',
    en: 'standard input can be used only once: one of the two files may be -.',
  },
} as const satisfies Wordings;
