/** A province and a district with throw-away keys that are the same in every run. */
import { contentToSign, signAct } from '#shared/bundle/act.ts';
import { generateSigningSeed, signingKeyFromSeed } from '#shared/bundle/signing-key.ts';
import type { SigningKey } from '#shared/bundle/signing-key.ts';
import { generateAgeKey } from '#shared/bundle/age-envelope.ts';
import type { AgeKey } from '#shared/bundle/age-envelope.ts';
import { sha256Hex, utf8 } from '#shared/bundle/bytes.ts';
import type { Sha256 } from '#shared/bundle/bytes.ts';
import { periodCodeField, unitCodeField } from '#shared/bundle/fields.ts';
import type { CellRecord } from '#shared/bundle/cell-record.ts';
import type { KeyringFacts } from '#shared/bundle/keyring.ts';
import { senderKeyIn } from '#shared/bundle/keyring.ts';
import type { ObservationRecord } from '#shared/bundle/observation.ts';
import type { OpenContext } from '#shared/bundle/open.ts';
import type { ReceiptFacts } from '#shared/bundle/receipt.ts';
import type { Attachment, ReportToSeal, SealedReport } from '#shared/bundle/seal.ts';
import { newSeries } from '#shared/bundle/series.ts';
import type { SeriesId } from '#shared/bundle/series.ts';
import type { ReportFacts } from '#shared/bundle/statement.ts';
import { parseInstant } from '#shared/kit/clock.ts';
import type { Instant } from '#shared/kit/clock.ts';
import type { Result } from '#shared/kit/result.ts';

const provinceCode = unitCodeField.parse('30');
export const districtCode = unitCodeField.parse('291');
export const otherDistrictCode = unitCodeField.parse('292');
export const august2022 = periodCodeField.parse('2022-08');

export type Office = {
  readonly signing: SigningKey;
  readonly working: AgeKey;
  readonly escrow: AgeKey;
  readonly series: SeriesId;
};

/** An office with new keys. */
export async function newOffice(): Promise<Office> {
  return {
    signing: signingKeyFromSeed(generateSigningSeed()),
    working: await generateAgeKey(),
    escrow: await generateAgeKey(),
    series: newSeries(),
  };
}

/** An instant that a test states. */
function at(text: string): Instant {
  const instant = parseInstant(text);
  if (instant === null) throw new Error(`No instant: ${text}`);
  return instant;
}

export const somewhen = at('2022-08-24T01:00:00.000Z');

/** The value that must have been granted; a refusal is the test's failure. */
export function granted<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`Refused: ${JSON.stringify(result.refusal)}`);
  return result.value;
}

/** The code of the refusal, or `accepted`. */
export function codeOf(result: Result<unknown>): string {
  return result.ok ? 'accepted' : result.refusal.code;
}

export function someDigest(of: string): Sha256 {
  return sha256Hex(utf8(of));
}

export function keyringFacts(province: Office, district: Office): KeyringFacts {
  return {
    province: provinceCode,
    version: 2,
    issued: somewhen,
    signing: [province.signing.jwk],
    working: province.working.recipient,
    escrow: province.escrow.recipient,
    units: [
      {
        unit: districtCode,
        jwk: district.signing.jwk,
        recipient: district.working.recipient,
        validFrom: somewhen,
        status: 'active',
        revokedSeq: null,
      },
    ],
  };
}

export const someObservations: readonly ObservationRecord[] = [
  {
    refArea: '291',
    timePeriod: '2022-08',
    indicator: 'HI_COVERAGE',
    numerator: '123456',
    denominator: '134000',
    value: '92.13',
    status: 'E',
    comment: 'Số liệu Bảo hiểm xã hội, "ước" đến 15/8;\nsẽ rà soát, đối chiếu',
  },
  {
    refArea: '291',
    timePeriod: '2022-08',
    indicator: 'POVERTY_RATE',
    numerator: null,
    denominator: null,
    value: '...',
    status: 'L',
    comment: null,
  },
  {
    refArea: '291',
    timePeriod: '2022-08',
    indicator: 'CHILD_LABOUR',
    numerator: null,
    denominator: null,
    value: '-',
    status: 'A',
    comment: null,
  },
];

const aboutCells = { refArea: '291', timePeriod: '2022-08' } as const;
export const someCells: readonly CellRecord[] = [
  {
    ...aboutCells,
    form: 'B01',
    row: 'HI_COVERAGE',
    column: 'why.change-large.result',
    value: 'Rà soát lại đối tượng, "bỏ trùng";\ncó bảng kê kèm theo',
  },
  { ...aboutCells, form: 'B03', row: 'V.1', column: 'plan', value: '1250.5' },
  { ...aboutCells, form: 'B03', row: 'V.1', column: 'inPeriod', value: '-' },
  { ...aboutCells, form: 'B03', row: 'V.1', column: 'cumulative', value: '...' },
];

export function reportFacts(province: Office, district: Office): ReportFacts {
  return {
    from: { unit: districtCode, series: district.series },
    to: {
      unit: provinceCode,
      recipients: [province.working.recipient, province.escrow.recipient],
    },
    period: august2022,
    forms: [
      { code: 'B01', version: 1 },
      { code: 'B03', version: 1 },
    ],
    catalogue: 1,
    seq: 7,
    prev: someDigest('statement 6'),
    revision: 1,
    created: somewhen,
    app: '0.1.0',
    keyring: 2,
    lastReceipt: null,
    audit: { n: 2, head: someDigest('audit') },
    prepared: null,
    approved: { name: 'Lãnh đạo duyệt', at: somewhen, act: null },
    document: null,
  };
}

/** Two people of the district, each with a key of their own. */
export const preparer = signingKeyFromSeed(new Uint8Array(32).fill(1));
export const approver = signingKeyFromSeed(new Uint8Array(32).fill(2));

/** A report as both people signed it, whatever it says. */
export function signedByPeople(report: ReportToSeal): ReportToSeal {
  const { facts, observations, cells } = report;
  const content = contentToSign({ observations, cells }, facts);
  // Tables that cannot be written are refused before anybody looks at who signed.
  if (!content.ok) return report;
  const { period, revision } = facts;
  const { unit } = facts.from;
  const act = {
    unit,
    period,
    revision,
    at: somewhen,
    content: content.value,
    paper: null,
  } as const;
  const prepared = { ...act, act: 'prepare', name: 'Cán bộ nhập liệu' } as const;
  const approved = { ...act, act: 'approve', name: 'Lãnh đạo duyệt' } as const;
  return {
    ...report,
    facts: {
      ...facts,
      prepared: signAct(prepared, preparer),
      approved: signAct(approved, approver),
    },
  };
}

export const someAttachment: Attachment = {
  bytes: utf8('%PDF-1.7 sample'),
  kind: 'pdf',
  name: 'Báo cáo tháng 8.pdf',
  form: 'B01',
  row: 'HI_COVERAGE',
  column: null,
};

export function reportToSeal(
  province: Office,
  district: Office,
  facts: Partial<ReportFacts> = {},
  tables: Partial<Pick<ReportToSeal, 'observations' | 'cells'>> = {},
): ReportToSeal {
  return signedByPeople({
    facts: { ...reportFacts(province, district), ...facts },
    observations: someObservations,
    cells: someCells,
    ...tables,
    auditSegment: ['{"action":"record","n":1}', '{"action":"approve","n":2}'],
    attachments: [someAttachment],
    signer: district.signing,
    ownRecipient: district.working.recipient,
  });
}

export function receiptFacts(
  province: Office,
  district: Office,
  about: SealedReport,
): ReceiptFacts {
  const { statement } = about;
  return {
    from: { unit: provinceCode, series: province.series },
    to: { unit: districtCode, recipients: [district.working.recipient] },
    seq: 3,
    created: somewhen,
    about: {
      statement: about.statementSha256,
      file: about.fileSha256,
      unit: statement.from.unit,
      series: statement.from.series,
      seq: statement.seq,
      period: statement.period,
      revision: statement.revision,
    },
    outcome: 'accepted',
    code: null,
    note: null,
    remarks: [],
    answeredBy: 'Cán bộ tiếp nhận',
    previous: null,
    counts: { rows: 3, cells: 4 },
    auditHeadSeen: statement.audit.head,
    keyring: 2,
    catalogue: 1,
  };
}

/** How the province opens files. */
export function provinceContext(province: Office, district: Office): OpenContext {
  return contextOf('30', province, keyringFacts(province, district));
}

/** How the district opens files. */
export function districtContext(province: Office, district: Office): OpenContext {
  return contextOf('291', district, keyringFacts(province, district));
}

export function contextOf(unit: string, office: Office, facts: KeyringFacts): OpenContext {
  return {
    unit,
    identities: [office.working.identity],
    findSenderKey: senderKeyIn({ ...facts, roots: [] }),
  };
}
