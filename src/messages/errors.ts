import { batchErrors } from './batch.ts';
import { checkErrors } from './check.ts';
import { exportErrors } from './export.ts';
import { officeErrors } from './office.ts';
import { pdfErrors } from './pdf.ts';
import type { Wordings } from './wording.ts';

/**
 * Why a file cannot be read, or a command cannot run (`InputError`). Each names the cause and the next step; the file's
 * name is put before it by whoever prints it.
 */
export const errors = {
  ...batchErrors,
  ...checkErrors,
  ...exportErrors,
  ...officeErrors,
  ...pdfErrors,
  'binary-content': {
    zh: '不是文本，也不是能识别的文档。请确认文件没有损坏，或用 --as 指定格式（zxpj formats 列出全部格式）。',
    en: 'neither text nor a known document. Check that the file is intact, or name its format with --as (see zxpj formats).',
  },
  'empty-file': {
    zh: '文件是空的。请重新导出或下载后再试。',
    en: 'the file is empty. Export or download it again.',
  },
  'file-not-found': {
    zh: '找不到这个文件。请检查路径和文件名。',
    en: 'no such file. Check the path and the name.',
  },
  'file-too-large': {
    zh: '文件超过 {limit} MB 的上限。请拆分后再试。',
    en: 'the file is larger than {limit} MB. Split it and try again.',
  },
  'internal-error': {
    zh: '程序内部错误（{cause}）。请附上文件反馈；设 ZXPJ_DEBUG=1 可看到详情。',
    en: 'internal error ({cause}). Please report it with the file; ZXPJ_DEBUG=1 shows the details.',
  },
  'is-a-directory': {
    zh: '这是一个文件夹。请给出其中的文件。',
    en: 'this is a directory. Name a file in it.',
  },
  'no-permission': {
    zh: '没有读取权限。请检查文件权限，或换一个用户运行。',
    en: 'permission denied. Check the permissions of the file, or run as another user.',
  },
  'not-readable': {
    zh: '读取失败（{cause}）。请检查磁盘和路径。',
    en: 'reading failed ({cause}). Check the disk and the path.',
  },
  'out-of-memory': {
    zh: '读取所需内存超过 {limit} MB，已中止。请拆分文件，或用 --max-memory 放宽。',
    en: 'reading took more than {limit} MB of memory and was ended. Split the file, or allow more with --max-memory.',
  },
  'output-is-input': {
    zh: '输出文件就是输入文件。请用 -o 指定另一个文件名。',
    en: 'the output would overwrite the input. Name another file with -o.',
  },
  'name-not-utf8': {
    zh: '文件名不是 UTF-8 编码，无法打开。请先改名（例如 convmv -f gbk -t utf8 --notest）。',
    en: 'its name is not UTF-8, so it cannot be opened. Rename it first (for example with convmv -f gbk -t utf8 --notest).',
  },
  'output-not-a-folder': {
    zh: '这里（或它的上一级）是一个文件，不是文件夹。请用 --out 指定另一个位置。',
    en: 'this, or what it should stand in, is a file and not a folder. Name another place with --out.',
  },
  'output-not-writable': {
    zh: '无法写入（{cause}）。请检查文件夹是否存在、是否有写入权限、磁盘是否已满。',
    en: 'cannot be written ({cause}). Check that the folder exists, that you may write there, and that the disk is not full.',
  },
  'text-too-large': {
    zh: '文本超过 {limit} 个字符的上限。请拆分后再试。',
    en: 'the text is longer than {limit} characters. Split it and try again.',
  },
  'took-too-long': {
    zh: '读取超过 {seconds} 秒，已中止。请拆分文件，或用 --timeout 放宽。',
    en: 'reading took more than {seconds} s and was ended. Split the file, or allow more with --timeout.',
  },
  undecodable: {
    zh: '文字编码不是 {encoding}。请用 --encoding 指定正确的编码，例如 --encoding gb18030。',
    en: 'the text is not encoded in {encoding}. Name its encoding, for example --encoding gb18030.',
  },
  'unknown-encoding': {
    zh: '不认识编码“{encoding}”。常用的有 utf-8、gb18030、utf-16le。',
    en: 'the encoding "{encoding}" is unknown. Common ones are utf-8, gb18030 and utf-16le.',
  },
  'unknown-format': {
    zh: '无法识别文件格式。请用 --as 指定（zxpj formats 列出全部格式）。',
    en: 'the format is not recognised. Name it with --as (see zxpj formats).',
  },
} as const satisfies Wordings;
