import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it, onTestFinished } from 'vitest';

import { ok } from '#shared/kit/result.ts';
import { bareVerdict } from '../../../electron/service/exchange-folder.ts';
import { quarantineOf } from '../../../electron/service/quarantine.ts';
import { smallDisk } from '../../helpers/disk.ts';
import { sealTo } from '../../helpers/exchange.ts';
import { pairOf } from '../../helpers/templates.ts';
import { openTestOffice, password, temporaryFolder } from '../../helpers/world.ts';

const folderOf = (name: string): string => temporaryFolder(name, onTestFinished);
const digest = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
const refused = (fileName: string) => ({
  ...bareVerdict(fileName, 'refused'),
  refusal: { code: 'bundle-cut', facts: {} },
});
const fileOf = (bytes: Uint8Array) => ({ fileName: 'a.age', bytes: ok(bytes) });

describe('a refused file', () => {
  it('is copied under its digest, once, and neither opened nor named as before', async () => {
    const { district, province, stick } = await pairOf('approved', onTestFinished);
    const path = await sealTo(district, stick);
    const cut = readFileSync(path).subarray(0, 900);
    writeFileSync(path, cut);
    writeFileSync(join(stick, 'virus.exe'), 'MZ');
    const place = province.pick(stick);
    const looked = await province.must('inbox.preview', { place, password });
    expect(looked.verdicts.map(({ quarantine }) => quarantine)).toEqual([null, null]);
    for (let round = 0; round < 2; round += 1) {
      const { reading } = await province.must('inbox.preview', { place, password });
      const { verdicts, quarantineFolder } = await province.must('inbox.takeIn', {
        reading: reading ?? '',
      });
      expect(verdicts.find(({ outcome }) => outcome === 'refused')?.quarantine).toEqual({
        fileName: `${digest(cut)}.cachly`,
        refusal: null,
      });
      // Not what is simply no bundle.
      expect(verdicts.find(({ fileName }) => fileName === 'virus.exe')?.quarantine).toBeNull();
      const folder = join(province.office.dataFolder, 'cach-ly');
      expect(quarantineFolder).toBe(folder);
      expect(readdirSync(folder)).toEqual([`${digest(cut)}.cachly`]);
      expect(readFileSync(join(folder, `${digest(cut)}.cachly`)).equals(cut)).toBe(true);
      expect(statSync(join(folder, `${digest(cut)}.cachly`)).mode & 0o177).toBe(0);
    }
    expect(readFileSync(path).equals(cut)).toBe(true);
    province.close();
    district.close();
  });

  it('that is too large, or one too many, is left and said so', async () => {
    const quarantine = quarantineOf(folderOf('data'), { fileCap: 10, totalCap: 15 });
    const keep = (text: string) =>
      quarantine.keep(fileOf(Buffer.from(text)), refused('a.age')).then((kept) => kept.quarantine);
    expect((await keep('x'.repeat(11)))?.refusal?.code).toBe('quarantine-file-too-large');
    expect((await keep('1234567890'))?.refusal).toBeNull();
    expect((await keep('abcdefghij'))?.refusal?.code).toBe('quarantine-full');
    // What lies there already needs no room.
    expect((await keep('1234567890'))?.refusal).toBeNull();
    expect((await keep('12345'))?.refusal).toBeNull();
  });

  it('of many megabytes is copied while other work goes on', async () => {
    const folder = folderOf('data');
    const bytes = Buffer.alloc(40 * 1024 * 1024, 'xyz');
    let turns = 0;
    let isOver = false;
    const turn = (): void => {
      turns += 1;
      if (!isOver) setImmediate(turn);
    };
    setImmediate(turn);
    const { quarantine } = await quarantineOf(folder).keep(fileOf(bytes), refused('a.age'));
    isOver = true;
    // Digesting, writing and reading back take ten pieces each.
    expect(turns).toBeGreaterThan(25);
    const copy = readFileSync(join(folder, 'cach-ly', quarantine?.fileName ?? ''));
    expect(copy.equals(bytes)).toBe(true);
  });

  it('is left where a disk is full, and the import goes on', async ({ skip }) => {
    const disk = smallDisk('256k', onTestFinished);
    if (disk === null) return skip();
    const { district, province, stick } = await pairOf('approved', onTestFinished);
    const good = await sealTo(district, stick);
    const bad = good.replace('_000001_', '_000000_');
    writeFileSync(bad, Buffer.concat([readFileSync(good).subarray(0, 900), Buffer.alloc(400_000)]));
    // The store has room, the quarantine does not: a disk of its own stands in for a full one.
    const folder = join(province.office.dataFolder, 'cach-ly');
    province.close();
    symlinkSync(disk, folder);
    const again = openTestOffice(province.office.dataFolder);
    await again.signIn('receiver');
    const verdicts = await again.must('bundle.receive', { place: again.pick(stick), password });
    expect(verdicts.map(({ outcome, quarantine }) => [outcome, quarantine?.refusal?.code])).toEqual(
      [
        ['refused', 'folder-full'],
        ['accepted', undefined],
      ],
    );
    expect(readdirSync(disk)).toEqual([]);
    again.close();
    district.close();
  });
});
