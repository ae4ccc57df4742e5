// `npm run seed [-- --data DIR] [--side district|province]`: a filled sample store to try things in.
// Without --data the store is made in a new folder under the system's temporary one.
import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';

import type { Side } from '#shared/domain/role.ts';
import { openSampleOffice } from './sample/office.ts';
import { sampleAccounts, sampleNow, samplePassword } from './sample/people.ts';
import { provinceSampleRows, sampleRows, sampleUnits } from './sample/values.ts';
import { approve, introduce, recordRows, sealTo, setUp } from './sample/work.ts';

const district = '300';
const version = 'sample';

try {
  const { data, side } = readArguments();
  const folder = await emptyFolder(data);
  await (side === 'district' ? seedDistrict(folder) : seedProvince(folder));
  console.log(describeStore(folder, side));
} catch (error) {
  console.error(`seed: ${error instanceof Error ? error.message : String(error)}`);
  process.exit(1);
}

function readArguments(): { readonly data: string | null; readonly side: Side } {
  const { values } = parseArgs({
    options: { data: { type: 'string' }, side: { type: 'string', default: 'district' } },
  });
  const { side } = values;
  if (side !== 'district' && side !== 'province') {
    throw new Error('--side is district or province');
  }
  return { data: values.data ?? null, side };
}

/** The folder of the store. One that holds something is left alone: it may be somebody's ledger. */
async function emptyFolder(data: string | null): Promise<string> {
  if (data === null) return mkdtemp(join(tmpdir(), 'so-chi-tieu-mau-'));
  const folder = resolve(data);
  await mkdir(folder, { recursive: true });
  if ((await readdir(folder)).length > 0) throw new Error(`${folder} is not empty`);
  return folder;
}

/** Huyện Thanh Miện with the report of August 2022 recorded and not yet sent for checking. */
async function seedDistrict(folder: string): Promise<void> {
  const office = openSampleOffice(folder, version);
  await setUp(office, 'district', district);
  await recordRows(office, sampleRows(district));
  office.close();
}

/** The province with its own indicators and the bundles of all sample districts received. */
async function seedProvince(folder: string): Promise<void> {
  const aside = await mkdtemp(join(tmpdir(), 'so-chi-tieu-usb-'));
  try {
    const stick = join(aside, 'usb');
    await mkdir(stick);
    const province = openSampleOffice(folder, version);
    await setUp(province, 'province', '30');
    for (const unit of sampleUnits) {
      const office = openSampleOffice(join(aside, unit), version);
      await setUp(office, 'district', unit);
      await introduce(office, province, stick);
      await recordRows(office, sampleRows(unit));
      await approve(office);
      await sealTo(office, stick);
      office.close();
    }
    await recordRows(province, provinceSampleRows());
    const verdicts = await province.must('bundle.receive', {
      place: await province.pickFolder(stick),
      password: samplePassword,
    });
    const accepted = verdicts.filter(({ outcome }) => outcome === 'accepted').length;
    province.close();
    if (accepted !== sampleUnits.length) throw new Error(`only ${accepted} bundles were accepted`);
  } finally {
    await rm(aside, { recursive: true, force: true });
  }
}

function describeStore(folder: string, side: Side): string {
  const accounts = sampleAccounts(side).map(
    ({ name, displayName }) => `  ${name.padEnd(12)} ${displayName}`,
  );
  return [
    'Sample store (invented figures, marked "Số liệu mẫu" in every row):',
    `  ${folder}`,
    '',
    `Accounts, all with the password ${samplePassword}:`,
    ...accounts,
    '',
    'Open it:',
    `  npm start -- --data=${folder} --now=${sampleNow}`,
  ].join('\n');
}
