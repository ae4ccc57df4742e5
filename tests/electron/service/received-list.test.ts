import { describe, expect, it, onTestFinished } from 'vitest';

import { sha256Hex, utf8 } from '#shared/bundle/bytes.ts';
import { parseUnitCode } from '#shared/domain/unit.ts';
import { storeOf } from '../../../electron/service/office.ts';
import { write } from '../../../electron/storage/handle.ts';
import { findReceivedBundle, insertReceived } from '../../../electron/storage/received-sheets.ts';
import { bringAlong, laterCatalogue } from '../../helpers/catalogues.ts';
import { sealTo } from '../../helpers/exchange.ts';
import { receive } from '../../helpers/keyrings.ts';
import { pairOf } from '../../helpers/templates.ts';
import { august2022 as period, periodCode } from '../../helpers/world.ts';

const later = periodCode('2022-09');

/** A province with a report of unit 300 and, after it, one of each of 600 other units for September. */
async function crowded() {
  const { district, province, stick } = await pairOf('approved', onTestFinished);
  await sealTo(district, stick);
  await receive(province, stick);
  const store = storeOf(province.office);
  const [first] = await province.must('bundle.received', {});
  const known = findReceivedBundle(store, first?.id ?? 0);
  if (known === null) throw new Error('a report was received');
  write(store, (handle) => {
    for (let at = 0; at < 600; at += 1) {
      const unit = parseUnitCode(String(1000 + at));
      if (unit === null) throw new Error('a code of four digits');
      const statementSha256 = sha256Hex(utf8(unit));
      const bundle = { ...known, unit, period: later, statementSha256 };
      insertReceived(handle, bundle, new Uint8Array(1), []);
    }
  });
  return province;
}

describe('what was received, where much was', () => {
  it('is listed up to a limit, newest first, and nothing is out of reach behind it', async () => {
    const province = await crowded();
    const newest = await province.must('bundle.received', {});
    expect([newest.length, newest[0]?.unit, newest.at(-1)?.unit]).toEqual([500, '1599', '1100']);
    expect(await province.must('bundle.received', { unit: '300' })).toMatchObject([
      { unit: '300', period, isCurrent: true },
    ]);
    expect(await province.must('bundle.received', { unit: '291' })).toEqual([]);
  });

  it('is of every unit for a period, with the last of those that have nothing there', async () => {
    const province = await crowded();
    bringAlong(province, laterCatalogue());
    for (const asked of [period, later]) {
      const listed = await province.must('bundle.received', { period: asked });
      expect(listed).toHaveLength(601);
      expect(listed.find(({ unit }) => unit === '300')).toMatchObject({
        period,
        isCurrent: true,
        oldCatalogue: expect.any(Number) as number,
      });
    }
  });
});
