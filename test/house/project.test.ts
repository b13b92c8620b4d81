import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import packageJson from '../../package.json' with { type: 'json' };
import { jsonSchema, schemaNames } from '../../src/schema/index.ts';
import { filesUnder, root, textOf } from '../support/sources.ts';

describe('the project', () => {
  it('pins every package', () => {
    const versions = Object.entries({
      ...packageJson.dependencies,
      ...packageJson.devDependencies,
    });
    expect(versions.filter(([, version]) => !/^\d+\.\d+\.\d+(?:-[\w.]+)?$/u.test(version))).toEqual(
      [],
    );
  });

  it('publishes the schemas that the sources make (npm run schemas)', () => {
    for (const name of schemaNames) {
      expect(JSON.parse(textOf(`schemas/${name}.schema.json`))).toEqual(jsonSchema(name));
    }
    expect(filesUnder('schemas')).toHaveLength(schemaNames.length);
  });

  it('has tests for every room of src', () => {
    const rooms = readdirSync(join(root, 'src'), { withFileTypes: true }).filter((entry) =>
      entry.isDirectory(),
    );
    const tested = filesUnder('test').filter((path) => path.endsWith('.test.ts'));
    const untested = rooms
      .map(({ name }) => name)
      .filter((room) => !tested.some((path) => path.startsWith(`test/${room}/`)));
    expect(untested).toEqual([]);
  });
});
