import type { Wordings } from './wording.ts';

/** Wrong usage of the command line. */
export const usage = {
  'usage-excess-arguments': {
    zh: '参数太多。用 zxpj {command} --help 查看用法。',
    en: 'too many arguments. See zxpj {command} --help.',
  },
  'usage-invalid-value': {
    zh: '{option} 的值“{value}”无效，可用：{allowed}。',
    en: '"{value}" is no value of {option}; it may be {allowed}.',
  },
  'usage-missing-argument': {
    zh: '缺少参数 {name}。用 zxpj {command} --help 查看用法。',
    en: 'the argument {name} is missing. See zxpj {command} --help.',
  },
  'usage-missing-value': {
    zh: '选项 {option} 缺少值。用 zxpj {command} --help 查看用法。',
    en: 'the option {option} needs a value. See zxpj {command} --help.',
  },
  'usage-unknown-command': {
    zh: '没有“{name}”这个命令{suggestion}。用 zxpj --help 查看全部命令。',
    en: 'there is no command "{name}"{suggestion}. See zxpj --help.',
  },
  'usage-unknown-encoding': {
    zh: '不认识编码“{encoding}”。常用的有 utf-8、gb18030、utf-16le。',
    en: 'the encoding "{encoding}" is unknown. Common ones are utf-8, gb18030 and utf-16le.',
  },
  'usage-unknown-option': {
    zh: '没有“{name}”这个选项{suggestion}。用 zxpj {command} --help 查看用法。',
    en: 'there is no option "{name}"{suggestion}. See zxpj {command} --help.',
  },
} as const satisfies Wordings;
