import { readdirSync } from 'node:fs';

import { describe, expect, it, onTestFinished } from 'vitest';

import { approve, fillSheet, sealTo, setUpPair } from '../helpers/exchange.ts';
import { sheetOf } from '../helpers/sheets.ts';
import { august2022, password, temporaryFolder } from '../helpers/world.ts';

describe('the report of August 2022, from the district to the province and back', () => {
  it('ends with "Tỉnh đã tiếp nhận" on the district’s screen', async () => {
    const folder = temporaryFolder('main-job', onTestFinished);
    const stick = temporaryFolder('stick', onTestFinished);
    const { district, province } = await setUpPair(folder, stick);

    await fillSheet(district);
    const sheet = await sheetOf(district);
    expect(sheet.findings).toEqual([]);
    expect([sheet.filled, sheet.toFill]).toEqual([18, 18]);

    await approve(district);
    const path = await sealTo(district, stick);
    expect(path).toMatch(/SCT1_30_300_2022-08_000001_\d{8}\.age$/);

    const verdicts = await province.must('bundle.receive', {
      place: province.pick(stick),
      password,
    });
    const accepted = verdicts.filter((verdict) => verdict.outcome === 'accepted');
    expect(accepted).toMatchObject([
      { unit: '300', unitName: 'Huyện Thanh Miện', period: '2022-08', revision: 1, refusal: null },
    ]);
    expect(readdirSync(stick)).toContain(accepted[0]?.receiptFileName);

    const view = await province.must('consolidation.view', { period: august2022 });
    expect(view.missingUnits).toHaveLength(11);
    const insurance = view.rows.find((row) => row.row === 'HI_COVERAGE');
    expect(insurance).toMatchObject({
      total: { kind: 'number', number: '92', status: 'estimated', counted: 1, expected: 12 },
      target: { value: '92', comparison: '>=' },
      difference: '0',
      met: true,
    });

    const receipts = await district.must('receipt.import', {
      folder: district.pick(stick),
      password,
    });
    expect(receipts.filter((verdict) => verdict.outcome === 'accepted')).toHaveLength(1);
    const [bundle] = await district.must('bundle.list', { period: august2022 });
    expect(bundle).toMatchObject({ stage: 'received', receipt: { outcome: 'accepted' } });
    const after = await sheetOf(district);
    expect(after.submission?.state).toBe('received');
    district.close();
    province.close();
  });
});
