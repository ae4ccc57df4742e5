import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from 'vitest';

import { builtInCatalogue } from '#shared/catalogue/built-in.ts';
import { en } from '#shared/text/en.ts';
import { phoneCodes } from '#shared/text/refusal-codes.ts';
import { describeRefusal, languages } from '#shared/text/translate.ts';
import { vi } from '#shared/text/vi.ts';

const root = join(import.meta.dirname, '../../..');
const messages = { vi: leaves(vi), en: leaves(en) };

describe('messages in two languages', () => {
  it('have the same keys, and none is empty', () => {
    expect([...messages.en.keys()].sort()).toEqual([...messages.vi.keys()].sort());
    expect(messages.vi.size).toBeGreaterThan(300);
    for (const language of languages) {
      expect([...messages[language]].filter(([, text]) => text.trim() === '')).toEqual([]);
    }
  });

  it('fill in the same facts', () => {
    const differing = [...messages.vi].filter(
      ([key, text]) => facts(text).join() !== facts(messages.en.get(key) ?? '').join(),
    );
    expect(differing).toEqual([]);
  });

  it('D50 are NFC', () => {
    const all = [...messages.vi, ...messages.en];
    expect(all.filter(([, text]) => text.normalize('NFC') !== text)).toEqual([]);
  });

  it('never shout', () => {
    const all = [...messages.vi, ...messages.en];
    expect(all.filter(([, text]) => text.includes('!'))).toEqual([]);
  });
});

describe('refusals', () => {
  const used = codesInSource();

  it('that the source can make have a message of their own in both languages', () => {
    expect(used.size).toBeGreaterThan(60);
    const silent = [...used].filter(([code]) => !Object.hasOwn(phoneCodes, code));
    expect(silent).toEqual([]);
    for (const code of used.keys()) {
      expect(messages.vi.get(`refusals.${code}`), code).toBeTruthy();
      expect(messages.en.get(`refusals.${code}`), code).toBeTruthy();
    }
  });

  it('have a code for the phone that no other has', () => {
    expect(new Set(Object.values(phoneCodes)).size).toBe(Object.keys(phoneCodes).length);
  });

  it('without a message are told as the internal fault that they are', () => {
    const told = describeRefusal({ code: 'never-heard-of', facts: {} }, 'vi');
    expect(told.phoneCode).toBe(phoneCodes['internal-fault']);
    expect(told.text).toContain('never-heard-of');
  });

  it('tell their facts', () => {
    const refusal = { code: 'password-too-short', facts: { shortest: 8 } };
    expect(describeRefusal(refusal, 'vi').text).toContain('từ 8 ký tự');
    expect(describeRefusal(refusal, 'en').text).toContain('8');
  });
});

describe('findings', () => {
  it.each(builtInCatalogue.checks.map(({ message }) => message))('%s has a message', (code) => {
    expect(messages.vi.get(`findings.${code}`)).toBeTruthy();
  });
});

/** The codes in `refuse('…')` and in refusals written out, with the file of each. */
function codesInSource(): ReadonlyMap<string, string> {
  const codes = new Map<string, string>();
  for (const folder of ['shared', 'electron']) {
    for (const file of readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })) {
      if (!file.endsWith('.ts')) continue;
      const text = readFileSync(join(root, folder, file), 'utf8');
      const found = text.matchAll(
        /(?:refuse\(\s*|refusal: \{ code: |return \{ code: )'([a-z-]+)'/g,
      );
      for (const [, code = ''] of found) codes.set(code, `${folder}/${file}`);
    }
  }
  return codes;
}

function facts(text: string): readonly string[] {
  return [...text.matchAll(/\{\{\s*([^}]+?)\s*\}\}/g)].map(([, name = '']) => name).sort();
}

function leaves(tree: object, path = ''): Map<string, string> {
  return new Map(
    Object.entries(tree).flatMap(([name, value]: [string, unknown]) => {
      const key = path === '' ? name : `${path}.${name}`;
      if (typeof value === 'string') return [[key, value] as const];
      return typeof value === 'object' && value !== null ? [...leaves(value, key)] : [];
    }),
  );
}
