import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it, onTestFinished } from 'vitest';

import { readArguments } from '../../build/demo/arguments.ts';
import { preparePlaces } from '../../build/demo/places.ts';
import { temporaryFolder } from '../helpers/world.ts';

describe('where the demo writes', () => {
  it('clears what an earlier demo left', async () => {
    const out = temporaryFolder('demo', onTestFinished);
    const places = await preparePlaces(out, 'stores');
    writeFileSync(join(places.stick, 'old.age'), '');
    writeFileSync(join(out, 'summary.json'), '{}');
    await preparePlaces(out, 'stores');
    expect(readdirSync(out).sort()).toEqual(['keys', 'screenshots', 'usb']);
    expect(readdirSync(places.stick)).toEqual([]);
  });

  it('leaves a folder with anything else in it alone', async () => {
    const out = temporaryFolder('demo', onTestFinished);
    await preparePlaces(out, 'stores');
    writeFileSync(join(out, 'letter.docx'), 'mine');
    await expect(preparePlaces(out, 'stores')).rejects.toThrow('holds other files');
    expect(readdirSync(out)).toContain('letter.docx');
  });

  it('takes all districts, or those that are named, the first one for the window', () => {
    expect(readArguments([]).units.map(({ code }) => code)).toHaveLength(12);
    expect(readArguments([]).units[0]?.name).toBe('Huyện Thanh Miện');
    const { out, units } = readArguments(['--out', '/somewhere', '--units', '291,300']);
    expect([out, units.map(({ code }) => code)]).toEqual(['/somewhere', ['291', '300']]);
    expect(() => readArguments(['--units', '999'])).toThrow('no sample values');
  });
});
