import { join } from 'node:path';

import type { PeriodCode } from '#shared/domain/period.ts';
import { sheetOf } from './sheets.ts';
import type { TypedCell } from './sheets.ts';
import { august2022, password, setUpOffice } from './world.ts';
import type { TestOffice } from './world.ts';

/** A district and the province that know each other, and the stick between them. */
export type Pair = {
  readonly district: TestOffice;
  readonly province: TestOffice;
  readonly stick: string;
};

/** Sets up the province and one district, and carries the keys both ways on the stick. */
export async function setUpPair(folder: string, stick: string, unit = '300'): Promise<Pair> {
  const province = await setUpOffice(join(folder, 'province'), 'province', '30');
  const district = await setUpOffice(join(folder, unit), 'district', unit);
  await introduce(district, province, stick);
  return { district, province, stick };
}

/** First trust: request, fingerprints read out, keyring back. Both sides are signed in before. */
export async function introduce(
  district: TestOffice,
  province: TestOffice,
  stick: string,
): Promise<void> {
  const request = await district.must('trust.writeRequest', {
    folder: district.pick(stick),
    password,
  });
  const reply = await province.must('trust.enrol', {
    file: province.pick(join(stick, request.fileName)),
    fingerprint: request.trust.ownFingerprint,
    folder: province.pick(stick),
    password,
  });
  await district.must('trust.acceptKeyring', {
    file: district.pick(join(stick, reply.fileName)),
    fingerprint: reply.trust.ownFingerprint,
  });
}

/**
 * Fills every row of Biểu 01 of a period with plausible figures; the rates are all inside their usual
 * range.
 */
export async function fillSheet(office: TestOffice, period = august2022): Promise<void> {
  const { rows } = await sheetOf(office, period);
  const cells = rows
    .filter(({ fillable }) => fillable.length > 0)
    .flatMap(({ row, fillable }) => plausibleCells(row, fillable.includes('numerator')));
  await office.must('sheet.record', { period, form: 'B01', cells });
}

/** Fills what a unit's own plan has to say before it can be sent. */
export async function fillPlan(office: TestOffice, period: PeriodCode): Promise<void> {
  const row = 'SO_KY_HIEU';
  const cells = [
    { row, column: 'content', typed: '45/KH-UBND' },
    { row, column: 'day', typed: '29/4/2022' },
  ];
  await office.must('sheet.record', { period, form: 'KH', cells });
}

function plausibleCells(row: string, hasAmounts: boolean): TypedCell[] {
  const { numerator, denominator } = plausibleAmounts(row);
  return [
    ...(hasAmounts
      ? [
          { row, column: 'numerator', typed: numerator },
          { row, column: 'denominator', typed: denominator },
        ]
      : [{ row, column: 'value', typed: '9,5' }]),
    { row, column: 'status', typed: 'estimated' },
  ];
}

/** Takes a filled sheet through submission, check and approval, each by its own account. */
export async function approve(office: TestOffice, period = august2022): Promise<void> {
  for (const [account, action] of [
    ['recorder', 'submit'],
    ['checker', 'check'],
    ['approver', 'approve'],
  ] as const) {
    await office.signIn(account);
    await office.must('submission.act', { period, action, reason: null, password });
  }
  await office.signIn('recorder');
}

/** Opens a report that was sealed again, as revisions begin. */
export async function reopen(
  office: TestOffice,
  reason = 'bổ sung số liệu',
  period = august2022,
): Promise<void> {
  await office.must('submission.act', { period, action: 'revise', reason, password: null });
}

/** Seals an approved period and writes the bundle to the stick; gives the file's path. */
export async function sealTo(
  office: TestOffice,
  stick: string,
  period = august2022,
): Promise<string> {
  const sealed = await office.must('bundle.seal', { period, password });
  await office.must('bundle.copy', { id: sealed.id, folder: office.pick(stick) });
  return join(stick, sealed.fileName);
}

function plausibleAmounts(row: string): {
  readonly numerator: string;
  readonly denominator: string;
} {
  switch (row) {
    case 'AGRI_VALUE_PER_HA':
      return { numerator: '1.425.300,5', denominator: '8.120,4' };
    case 'POVERTY_RATE':
      return { numerator: '612', denominator: '40.125' };
    case 'DOM_REV_VS_EST':
      return { numerator: '215.400', denominator: '310.000' };
    case 'POOR_HH_REDUCTION':
      return { numerator: '612', denominator: '1.020' };
    case 'NTM_MODEL_COMMUNE':
      return { numerator: '1', denominator: '16' };
    case 'SI_COVERAGE':
    case 'URBANIZATION':
    case 'TRAINED_LABOR_CERT':
      return { numerator: '28.900', denominator: '71.200' };
    default:
      return { numerator: '92', denominator: '100' };
  }
}
