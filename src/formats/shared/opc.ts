import { posix } from 'node:path';
import { limits } from '../../model/index.ts';
import { readXml } from './xml.ts';
import type { ZipArchive } from './zip.ts';

/** A relationship of the Open Packaging Conventions (ECMA-376 part 2, clause 8). */
export interface Relationship {
  readonly id: string;
  /** The last segment of the type's URI: `officeDocument`, `styles`, `worksheet` …, alike in transitional and strict files. */
  readonly type: string;
  /** The part's name in the zip. */
  readonly target: string;
}

const namespaces = { 'http://schemas.openxmlformats.org/package/2006/relationships': '' };

/** The relationships of a part, of the whole package where `source` is ''. Links to the outside are left out. */
export async function readRelationships(zip: ZipArchive, source: string): Promise<Relationship[]> {
  const folder = posix.dirname(source);
  const part = await zip.read(
    posix.join(folder, '_rels', `${posix.basename(source)}.rels`),
    limits.zipSidePartBytes,
  );
  const relationships: Relationship[] = [];
  if (part === null) return relationships;
  readXml(part.bytes, namespaces, {
    open: (name, attributes) => {
      if (name === 'Relationship' && attributes['TargetMode'] !== 'External')
        relationships.push(relationship(folder, attributes));
      return true;
    },
    text: () => undefined,
    close: () => undefined,
  });
  return relationships;
}

/** The part that a relationship of some type leads to; undefined where there is none. */
export async function readRelated(
  zip: ZipArchive,
  related: readonly Relationship[],
  type: string,
  most = limits.zipSidePartBytes,
): Promise<Uint8Array | undefined> {
  const target = related.find((relationship) => relationship.type === type)?.target;
  return target === undefined ? undefined : (await zip.read(target, most))?.bytes;
}

function relationship(folder: string, attributes: Readonly<Record<string, string>>): Relationship {
  const target = (attributes['Target'] ?? '').replaceAll('\\', '/');
  return {
    id: attributes['Id'] ?? '',
    type: posix.basename(attributes['Type'] ?? ''),
    target: target.startsWith('/') ? target.slice(1) : posix.join(folder, target),
  };
}
