import { readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it, onTestFinished } from 'vitest';

import { durableFolder } from '../../../electron/service/durable-file.ts';
import { temporaryFolder } from '../../helpers/world.ts';

const folderOf = (name: string): string => temporaryFolder(name, onTestFinished);
const content = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('a folder that many files go into', () => {
  it('has them all, whole and under their names, when it confirms', async () => {
    const path = folderOf('many');
    const folder = durableFolder(path);
    const names = Array.from({ length: 30 }, (_, at) => `tệp-${String(at)}.age`);
    const written = names.map((name) => folder.write(name, content(name)));
    expect(await folder.confirm()).toEqual({ ok: true, value: null });
    expect(await Promise.all(written)).toEqual(names.map((value) => ({ ok: true, value })));
    expect(readdirSync(path).sort()).toEqual([...names].sort());
    for (const name of names) expect(readFileSync(join(path, name), 'utf8')).toBe(name);
  });

  it('keeps one copy of the same bytes, and never writes over others, however fast they come', async () => {
    const path = folderOf('same');
    const folder = durableFolder(path);
    writeFileSync(join(path, 'a.age.part'), 'nửa chừng');
    const texts = ['một', 'một', 'hai', 'một', 'hai'];
    const written = await Promise.all(texts.map((text) => folder.write('a.age', content(text))));
    expect(written.map((name) => (name.ok ? name.value : name.refusal.code))).toEqual([
      'a.age',
      'a.age',
      'a-2.age',
      'a.age',
      'a-2.age',
    ]);
    expect(readdirSync(path).sort()).toEqual(['a-2.age', 'a.age']);
  });

  it('that goes away refuses each later file and confirms nothing', async () => {
    const path = folderOf('gone');
    const folder = durableFolder(path);
    expect((await folder.write('a.age', content('một'))).ok).toBe(true);
    rmSync(path, { recursive: true });
    const refused = { ok: false, refusal: { code: 'folder-missing' } };
    expect(await folder.write('b.age', content('hai'))).toMatchObject(refused);
    expect(await folder.confirm()).toMatchObject(refused);
  });
});
