import { readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { ensureCompatAddon, headersPrefix } from '../../build/runtime/compat-sqlite.mjs';
import { editSource, sourceEdits } from '../../build/runtime/compat-sqlite-source.mjs';
import { plant, temporaryFolder } from './temporary-folder.ts';

async function failureOf(cache: string, env: NodeJS.ProcessEnv): Promise<string> {
  const error: unknown = await ensureCompatAddon({ cache, env }).then(
    () => null,
    (reason: unknown) => reason,
  );
  expect(error).toMatchObject({ name: 'SetupFault' });
  const line = error instanceof Error ? error.message : '';
  expect(line).not.toContain('\n');
  expect(readdirSync(cache)).toEqual([]);
  return line;
}

describe('better-sqlite3 for the stand-in runtime', () => {
  it('names the programs that a build lacks, and leaves nothing', async () => {
    const line = await failureOf(temporaryFolder(), { PATH: temporaryFolder() });
    expect(line).toContain('python3, make, g++ cannot be found');
    expect(line).toContain('apt-get install python3 make g++');
  });

  it('says in one line why a build failed, and leaves nothing', async () => {
    const broken = temporaryFolder();
    for (const program of ['python3', 'make', 'g++']) plant(broken, { [program]: 'not a program' });
    const line = await failureOf(temporaryFolder(), { PATH: broken });
    expect(line).toContain('better-sqlite3 could not be built');
  });

  it('finds Node headers only where both files that a build needs are', () => {
    const prefix = temporaryFolder();
    expect(headersPrefix({ PATH: '', npm_config_nodedir: prefix })).not.toBe(prefix);
    plant(prefix, { 'include/node/node_api.h': '', 'include/node/common.gypi': '' });
    expect(headersPrefix({ PATH: '', npm_config_nodedir: prefix })).toBe(prefix);
    expect(path.isAbsolute(prefix)).toBe(true);
  });
});

describe('the edits of its source', () => {
  it('refuse a source that is not the one they were made for', () => {
    const [edit] = sourceEdits;
    expect(edit && editSource('something else', edit)).toBeNull();
    expect(edit && editSource('NAPI_VERSION=10 NAPI_VERSION=10', edit)).toBeNull();
    expect(edit && editSource('NAPI_VERSION=10', edit)).toBe('NAPI_VERSION=8');
  });
});
