import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { bin, zxpj } from '../support/cli.ts';
import { fixtures } from '../support/fixtures.ts';

const input = join(fixtures, 'forms/library-tabbed/input.txt');
const shell = (command: string): ReturnType<typeof spawnSync> =>
  spawnSync('bash', ['-c', command], {
    encoding: 'utf8',
    env: { ...process.env, NODE: process.execPath, BIN: bin, INPUT: input },
  });

describe.skipIf(process.platform === 'win32')('streams', () => {
  it('a reader that closes its end is no error', async () => {
    const child = spawn(process.execPath, [bin, 'schema', 'document']);
    child.stdout.destroy();
    let stderr = '';
    child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
    const [code] = (await once(child, 'close')) as [number];
    expect(stderr).toBe('');
    expect(code).toBe(0);
  });

  it('| head ends quietly, with the exit code of the reading', () => {
    const run = shell('"$NODE" "$BIN" tables "$INPUT" | head -c 1; echo " ${PIPESTATUS[0]}"');
    expect(run.stdout).toBe('[ 0\n');
    expect(run.stderr).toBe('');
  });

  it.skipIf(!existsSync('/dev/full'))('a full disk is told', () => {
    const run = shell('"$NODE" "$BIN" parse "$INPUT" > /dev/full');
    expect(run.stderr).toContain('stdout: 无法写入（ENOSPC）');
    expect(run.status).toBe(2);
  });

  it('a file behind a pipe is read as one', () => {
    const run = shell('"$NODE" "$BIN" parse <(cat "$INPUT") --compact');
    expect(run.stdout).toContain('图书馆夜间开放');
    expect(run.status).toBe(0);
  });

  it('ZXPJ_DEBUG=1 shows where an error came from', async () => {
    const run = await zxpj(['parse', 'none.txt'], { env: { ZXPJ_DEBUG: '1' } });
    expect(run.stderr).toMatch(/^zxpj: none\.txt: 找不到.*\n.*InputError[^]*\n +at /u);
    expect(run.code).toBe(2);
  });
});
