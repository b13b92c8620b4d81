import type { FileLine, FormLine, Packed, PageIndex } from '../data.ts';
import { unpack } from './unpack.ts';
import type { OpenForm } from './unpack.ts';

function read(id: string): unknown {
  return JSON.parse(document.getElementById(id)?.textContent ?? 'null');
}

export const index = read('index') as PageIndex;

const kept = new Map<number, OpenForm>();
const most = 200;

/** A form, read when it is first asked for. */
export function formAt(at: number): OpenForm {
  const known = kept.get(at);
  if (known !== undefined) return known;
  const opened = unpack(read(`f${at}`) as Packed);
  if (kept.size >= most) kept.clear();
  kept.set(at, opened);
  return opened;
}

export function lineAt(at: number): FormLine {
  const line = index.forms[at];
  if (line === undefined) throw new RangeError(`form ${at}`);
  return line;
}

export function fileOf(line: FormLine): FileLine {
  const file = index.files[line.file];
  if (file === undefined) throw new RangeError(`file ${line.file}`);
  return file;
}
