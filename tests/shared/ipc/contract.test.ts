import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from 'vitest';

import { isCallName } from '#shared/ipc/contract.ts';
import { createClient } from '#shared/ipc/client.ts';
import { callNames, recordingRouter } from './recording-router.ts';

const tests = join(import.meta.dirname, '../..');

describe('the contract', () => {
  it('names every call as noun.verb', () => {
    expect(callNames.filter((name) => !/^[a-z]+\.[a-z][A-Za-z]*$/.test(name))).toEqual([]);
  });

  it('knows its own names only, never what objects inherit', () => {
    expect(['__proto__', 'constructor', 'toString'].filter(isCallName)).toEqual([]);
  });

  it('has each call made by some test against the real services', () => {
    const made = new Set<string>();
    for (const folder of ['electron', 'faults', 'scenario', 'helpers']) {
      for (const file of readdirSync(join(tests, folder), { recursive: true, encoding: 'utf8' })) {
        if (!file.endsWith('.ts')) continue;
        const text = readFileSync(join(tests, folder, file), 'utf8');
        const calls = text.matchAll(/\b(?:must|call|refusal|fails)\(\s*'([a-z]+\.[A-Za-z]+)'/g);
        for (const [, name = ''] of calls) made.add(name);
      }
    }
    expect(callNames.filter((name) => !made.has(name))).toEqual([]);
  });
});

describe('the client', () => {
  it('sends name and input as they are, and gives back what comes', async () => {
    const { route, reached } = recordingRouter(() => null);
    const reply = await createClient(route)('session.setLanguage', { language: 'en' });
    expect(reached).toEqual([['session.setLanguage', { language: 'en' }]]);
    expect(reply).toEqual({ ok: false, refusal: { code: 'reached', facts: {} } });
  });
});
