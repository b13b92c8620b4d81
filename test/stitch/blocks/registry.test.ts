import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { loadAdapter, detectFormat } from '../../../src/formats/index.ts';
import { recognisers } from '../../../src/stitch/blocks/index.ts';
import { start } from '../../../src/stitch/cover/state.ts';
import type { Claim, Recogniser, Rows, State } from '../../../src/stitch/cover/types.ts';
import { fixtureCases } from '../../support/fixtures.ts';
import { filesUnder, root } from '../../support/sources.ts';
import { freeze, itemsIn, segmentsIn } from '../../support/stitch.ts';

describe('recognisers', () => {
  it('have an id of their own and say what they read', () => {
    const ids = recognisers.map(({ meta }) => meta.id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { meta } of recognisers) {
      expect(meta.id).toMatch(/^[a-z]+(?:-[a-z]+)*$/u);
      expect(meta.reads.length, meta.id).toBeGreaterThan(15);
    }
    expect(new Set(recognisers.map(({ meta }) => meta.reads)).size).toBe(ids.length);
  });

  it('that a file of src/stitch/blocks exports are all registered', async () => {
    const found = new Set<unknown>();
    for (const path of filesUnder('src/stitch/blocks')) {
      const exported = (await import(pathToFileURL(join(root, path)).href)) as Record<
        string,
        unknown
      >;
      for (const value of Object.values(exported)) if (isRecogniser(value)) found.add(value);
    }
    expect(found).toEqual(new Set(recognisers));
  });
});

function isRecogniser(value: unknown): value is Recogniser {
  return typeof value === 'object' && value !== null && 'meta' in value && 'claims' in value;
}

const shown = ({ length, cost, reading, state }: Claim): unknown => ({
  length,
  cost,
  reading,
  state,
});

/** The rows of a fixture's first form, frozen. */
async function rowsOf(path: string): Promise<Rows> {
  const bytes = await readFile(path);
  const adapter = await loadAdapter(detectFormat(bytes, path));
  const items = itemsIn((await adapter.read(bytes, { name: path })).value);
  const [segment] = segmentsIn(items);
  return freeze({
    items,
    title: segment?.title ?? null,
    end: segment?.to ?? items.length,
    repeated: new Set<string>(),
  });
}

/** Claims of all recognisers at each item, in some of the states that the claims above lead to. */
function claimsIn(rows: Rows): unknown[] {
  const states: State[][] = Array.from({ length: rows.end + 1 }, () => []);
  states[0]?.push(start);
  const all: unknown[] = [];
  for (let at = 0; at < rows.end; at += 1) {
    for (const state of (states[at] ?? []).slice(0, 4)) {
      for (const { claims } of recognisers) {
        for (const claim of claims(rows, at, freeze(state))) {
          all.push(shown(claim));
          states[Math.min(at + claim.length, rows.end)]?.push(claim.state);
        }
      }
    }
  }
  return all;
}

const names = ['library-tabbed', 'target-platform-export', 'hebei-numbered-sections'];

describe('claims', () => {
  it.each(fixtureCases('forms').filter(({ name }) => names.includes(name)))(
    '$name: change nothing, and are the same when asked again',
    async ({ input = '' }) => {
      const rows = await rowsOf(input);
      const first = claimsIn(rows);
      expect(first.length).toBeGreaterThan(2 * rows.end);
      expect(claimsIn(rows)).toEqual(first);
    },
  );

  it.each(fixtureCases('forms').filter(({ name }) => names.includes(name)))(
    '$name: cover at least one row each, within the form, and cost nothing less than 0',
    async ({ input = '' }) => {
      const rows = await rowsOf(input);
      for (const { claims } of recognisers) {
        for (let at = 0; at < rows.end; at += 1) {
          for (const { length, cost, reading } of claims(rows, at, start)) {
            expect(length).toBeGreaterThan(0);
            expect(at + length).toBeLessThanOrEqual(rows.end);
            expect(cost).toBeGreaterThanOrEqual(0);
            expect(reading).not.toBe('');
          }
        }
      }
    },
  );
});
