import { sampleAccounts, samplePassword } from '../sample/people.ts';
import { sampleRows } from '../sample/values.ts';
import { approve, introduce, recordRows, reportState, sealTo, setUp } from '../sample/work.ts';
import type { Desk } from '../sample/desk.ts';
import type { Chain } from './journal.ts';
import type { DemoPlaces } from './places.ts';

/**
 * One district's whole report through the window's bridge: the same calls to the same services as
 * the pages make. `atProvince` waits until the province's desk is free.
 */
export async function reportOverBridge(
  district: Desk,
  chain: Chain,
  unit: string,
  places: DemoPlaces,
  atProvince: (work: (province: Desk) => Promise<void>) => Promise<void>,
): Promise<void> {
  await chain.step('first run, accounts, keys', async () => {
    await setUp(district, 'district', unit);
    return `${sampleAccounts('district').length} accounts`;
  });
  await chain.step('enrolment request, reply, keyring', async () => {
    await atProvince((province) => introduce(district, province, places.stick));
    return 'enrolled';
  });
  await chain.step('record Biểu 01', async () => {
    return `${await recordRows(district, sampleRows(unit))} cells`;
  });
  await chain.step('submit, check, approve', async () => {
    await approve(district);
    return reportState(district);
  });
  await chain.step('seal, write to the stick, read back', async () => {
    return (await sealTo(district, places.stick)).fileName;
  });
}

/** Takes the province's receipt in; the report has to end as received. */
export async function receiptOverBridge(
  district: Desk,
  chain: Chain,
  places: DemoPlaces,
): Promise<void> {
  await chain.step('import the receipt', async () => {
    const [{ name }] = sampleAccounts('district');
    await district.must('session.signIn', { name, password: samplePassword });
    await district.must('receipt.import', {
      folder: await district.pickFolder(places.stick),
      password: samplePassword,
    });
    const state = await reportState(district);
    if (state !== 'received') throw new Error(`the report is ${state}`);
    return state;
  });
}
