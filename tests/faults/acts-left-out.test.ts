import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from 'vitest';

import { storeOf } from '../../electron/service/office.ts';
import { write } from '../../electron/storage/handle.ts';
import { insertEnrolledSeries } from '../../electron/storage/keyrings.ts';
import type { ReportStatement } from '#shared/bundle/statement.ts';
import { periodCodeField } from '#shared/bundle/fields.ts';
import { describeRefusal } from '#shared/text/translate.ts';
import { sealTo } from '../helpers/exchange.ts';
import { newFolder, pair, receive } from '../helpers/keyrings.ts';
import { storeContents } from '../helpers/store-contents.ts';
import { password } from '../helpers/world.ts';
import type { TestOffice } from '../helpers/world.ts';
import { replaced } from '../proof/attack.ts';
import { bundleName, forge, takenApart, unsigned } from '../proof/workshop.ts';
import type { Forgery } from '../proof/workshop.ts';

/** A province that has nothing yet, and what hands it reports that the district never sealed so. */
async function before() {
  const { district, province } = await pair('approved');
  await sealTo(district, newFolder('first'));
  const workshop = await takenApart(district, 1);
  const { otherSeries } = workshop;
  write(storeOf(province.office), (handle) => {
    insertEnrolledSeries(handle, '300', otherSeries, province.office.clock.now());
  });
  const sent = async (
    facts: Partial<ReportStatement>,
    made: (payload: ReportStatement) => unknown,
    forgery: Forgery = {},
  ): Promise<string> => {
    const payload = (good: ReportStatement) => made({ ...good, prev: null, ...facts });
    const folder = newFolder('sent');
    writeFileSync(join(folder, bundleName), await forge(workshop, { ...forgery, payload }));
    return folder;
  };
  const first = { unit: '300', series: otherSeries } as ReportStatement['from'];
  return { province, sent, otherComputer: first };
}

const signed = (payload: ReportStatement): unknown => payload;

/** The same figures of the year after, as the program of those days sent them. */
const nextYear: Forgery = {
  entries: (entries) =>
    entries.map((entry) =>
      entry.path.startsWith('data/')
        ? { ...entry, bytes: replaced(/2022-08/g, '2023-08')(entry.bytes) }
        : entry,
    ),
};
const inNextYear = { period: periodCodeField.parse('2023-08') };

async function verdictOn(province: TestOffice, folder: string): Promise<string | undefined> {
  const verdicts = await receive(province, folder);
  const verdict = verdicts.find(({ fileName }) => fileName === bundleName);
  return verdict?.refusal?.code ?? verdict?.outcome;
}

describe('a report that nobody but the unit signed', () => {
  it('is taken while people of the unit never signed, and answered again later', async () => {
    const { province, sent } = await before();
    const old = await sent({ seq: 1 }, unsigned);
    expect(await verdictOn(province, old)).toBe('accepted');
    expect(await verdictOn(province, await sent({ seq: 2 }, unsigned))).toBe('accepted');
    expect(await verdictOn(province, await sent({ seq: 5 }, signed))).toBe('accepted');
    expect(await verdictOn(province, old)).toBe('already-received');
  });

  it('is refused after one that people signed, whatever its period or computer', async () => {
    const { province, sent, otherComputer } = await before();
    expect(await verdictOn(province, await sent({ seq: 5 }, signed))).toBe('accepted');
    const contents = storeContents(province);
    const next = await sent({ seq: 6 }, unsigned);
    expect(await verdictOn(province, next)).toBe('acts-left-out');
    const other = await sent({ seq: 7, ...inNextYear }, unsigned, nextYear);
    expect(await verdictOn(province, other)).toBe('acts-left-out');
    const elsewhere = await sent({ seq: 1, from: otherComputer }, unsigned);
    expect(await verdictOn(province, elsewhere)).toBe('acts-left-out');
    expect(storeContents(province)).toBe(contents);
    // The unit can be told, signed; what it seals with signatures is taken.
    const place = { place: province.pick(next), fileName: bundleName, note: '', password };
    expect(await province.must('answer.refuse', place)).toMatchObject({ code: 'acts-left-out' });
    expect(await verdictOn(province, await sent({ seq: 8 }, signed))).toBe('accepted');
    const told = describeRefusal({ code: 'acts-left-out', facts: { unit: '300' } }, 'vi');
    expect(told.text).toContain('300');
  });

  it('may come late: its number says that it was sealed before', async () => {
    const { province, sent } = await before();
    expect(await verdictOn(province, await sent({ seq: 5 }, signed))).toBe('accepted');
    const late = await sent({ seq: 4, ...inNextYear }, unsigned, nextYear);
    expect(await verdictOn(province, late)).toBe('accepted');
  });
});
