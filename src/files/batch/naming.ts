import { createHash } from 'node:crypto';

/** Bytes that file systems allow for one name, less what is put behind it. */
const longestName = 200;
/** Bytes of a whole path below `json/`; systems allow 4,096, the folder of the results included. */
const longestPath = 1500;

/** What Windows allows in no name; there, a name may not end with a dot or space either, nor be that of a device. */
const forbidden = /[<>:"|?*\\\u0000-\u001f\u007f]|\p{Cs}/gu;
const device = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/iu;

/**
 * Where a file's JSON goes below `json/`: its own path with `.json`, so that people find it. A part that some file system cannot hold
 * is made harmless and told apart by a hash. It follows from the path alone, so that every machine and every shard names alike.
 */
export function outputName(file: string): string {
  const parts = file.replaceAll('\\', '/').split('/');
  const last = parts.pop() ?? '';
  const folders = parts.map((part, index) =>
    part === '' && index === 0 ? '@root' : folderName(part),
  );
  const path = [...folders, `${partName(last)}.json`].filter((part) => part !== '').join('/');
  return Buffer.byteLength(path) <= longestPath
    ? path
    : `@long/${shortened(last, hashOf(file))}.json`;
}

function folderName(part: string): string {
  if (part === '' || part === '.') return '';
  if (part === '..') return '@up';
  // `a.json/` beside the JSON of a file `a` would be one name twice.
  return /\.json$/iu.test(part) ? shortened(part, hashOf(part)) : partName(part);
}

function partName(part: string): string {
  const plain = part.replace(forbidden, '_') === part && !/[. ]$/u.test(part) && !device.test(part);
  const ours = /^@(?:root|up|long)$|~[0-9a-f]{10}$/u.test(part);
  return plain && !ours && Buffer.byteLength(part) <= longestName
    ? part
    : shortened(part, hashOf(part));
}

function shortened(part: string, hash: string): string {
  let kept = '';
  for (const character of part.replace(forbidden, '_')) {
    if (Buffer.byteLength(kept + character) > longestName - 20) break;
    kept += character;
  }
  return `${kept.replace(device, '_').replace(/[. ]+$/u, '')}~${hash}`;
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 10);
}

/** Part of a whole: `index` from 1 of `count`. */
export interface Shard {
  readonly index: number;
  readonly count: number;
}

/** Whether a path belongs to a part: by its hash, so that every machine decides alike without asking the others. */
export function inShard(file: string, { index, count }: Shard): boolean {
  return createHash('sha256').update(file).digest().readUInt32BE() % count === index - 1;
}
