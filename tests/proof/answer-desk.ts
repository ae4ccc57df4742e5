/** Where bad answers are made: a district whose report came back, its province, and a neighbour. */
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';

import { encryptFor } from '#shared/bundle/age-envelope.ts';
import { sha256Hex } from '#shared/bundle/bytes.ts';
import { canonicalJsonBytes } from '#shared/bundle/canonical-json.ts';
import { signJws } from '#shared/bundle/jws.ts';
import type { JwsType } from '#shared/bundle/jws.ts';
import { openBundle } from '#shared/bundle/open.ts';
import type { OpenedBundle } from '#shared/bundle/open.ts';
import type { Receipt } from '#shared/bundle/receipt.ts';
import { signShortReceipt } from '#shared/bundle/short-receipt.ts';
import { generateSigningSeed, signingKeyFromSeed } from '#shared/bundle/signing-key.ts';
import type { SigningKey } from '#shared/bundle/signing-key.ts';
import { ok } from '#shared/kit/result.ts';
import { withOfficeKeys } from '../../electron/service/key-use.ts';
import { approve, fillSheet, introduce, sealTo } from '../helpers/exchange.ts';
import type { Pair } from '../helpers/exchange.ts';
import { storeContents } from '../helpers/store-contents.ts';
import { password, setUpOffice } from '../helpers/world.ts';
import type { TestOffice } from '../helpers/world.ts';
import { rawZip } from '../shared/bundle/raw-zip.ts';
import { granted } from '../shared/bundle/two-offices.ts';

/** All that an attacker may have in hand, and more. */
export type AnswerDesk = {
  /** The last word of the province: the report is returned. */
  readonly receipt: Receipt;
  readonly returned: Uint8Array;
  /** What the province said before that, which the district knows. */
  readonly accepted: Uint8Array;
  readonly short: string;
  /** The district's own report, the neighbour's, and the answer to the neighbour. */
  readonly report: Uint8Array;
  readonly theirReport: Uint8Array;
  readonly theirAnswer: Uint8Array;
  readonly theirs: Receipt;
  readonly province: SigningKey;
  readonly neighbour: SigningKey;
  readonly own: SigningKey;
  /** A key that nobody enrolled. */
  readonly stranger: SigningKey;
};

/** A name that makes the district look at a file; what it says is never trusted. */
const answerName = 'SCT1_300_30_2022-08_000900_12345678.age';

/** Has district 300 take two answers of the province, the second one of which returns its report. */
export async function openAnswerDesk(pair: Pair, folder: string): Promise<AnswerDesk> {
  const { district, province, stick } = pair;
  const neighbour = await setUpOffice(join(folder, 'neighbour'), 'district', '299');
  await introduce(neighbour, province, stick);
  const { fileName } = await province.must('trust.writeKeyring', { folder: province.pick(stick) });
  const file = district.pick(join(stick, fileName));
  await district.must('trust.acceptKeyring', { file, fingerprint: '' });
  await fillSheet(neighbour);
  await approve(neighbour);
  const exchange = join(folder, 'exchange');
  mkdirSync(exchange);
  const report = readFileSync(await sealTo(district, exchange));
  const theirReport = readFileSync(await sealTo(neighbour, exchange));
  await province.must('bundle.receive', { place: province.pick(exchange), password });
  const answers = (unit: string): string[] =>
    readdirSync(exchange).filter((name) => name.startsWith(`SCT1_${unit}_30_`));
  const [first = ''] = answers('300');
  const bundles = await province.must('bundle.received', {});
  const bundle = bundles.find(({ unit }) => unit === '300')?.id ?? 0;
  const note = 'Thiếu thuyết minh.';
  const given = await province.must('answer.give', { bundle, answer: 'returned', note, password });
  const sequence = given.receipts[0]?.sequence ?? 0;
  await province.must('answer.write', { sequence, folder: province.pick(exchange) });
  const second = answers('300').find((name) => name !== first) ?? '';
  for (const name of [first, second]) {
    const taken = district.pick(join(exchange, name));
    await district.must('receipt.import', { folder: taken, password });
  }
  const keys = {
    province: await signerOf(province),
    neighbour: await signerOf(neighbour),
    own: await signerOf(district),
    stranger: signingKeyFromSeed(generateSigningSeed()),
  };
  const returned = readFileSync(join(exchange, second));
  const theirAnswer = readFileSync(join(exchange, answers('299')[0] ?? ''));
  const [receipt, theirs] = [
    await receiptOf(district, '300', returned, keys.province),
    await receiptOf(neighbour, '299', theirAnswer, keys.province),
  ];
  neighbour.close();
  const short = signShortReceipt(receipt, digestOf(receipt), keys.province);
  const accepted = readFileSync(join(exchange, first));
  return { receipt, returned, accepted, short, report, theirReport, theirAnswer, theirs, ...keys };
}

/** The digest that names a receipt. */
export function digestOf(receipt: Receipt): ReturnType<typeof sha256Hex> {
  return sha256Hex(canonicalJsonBytes(receipt));
}

async function signerOf({ office }: TestOffice): Promise<SigningKey> {
  const kept = await withOfficeKeys(office, password, ({ signer }) =>
    Promise.resolve(ok(signingKeyFromSeed(Uint8Array.from(signer.seed)))),
  );
  return granted(kept);
}

async function receiptOf(
  { office }: TestOffice,
  unit: string,
  bytes: Uint8Array,
  province: SigningKey,
): Promise<Receipt> {
  const opened: OpenedBundle = granted(
    await withOfficeKeys(office, password, ({ identity }) =>
      openBundle(bytes, { unit, identities: [identity], findSenderKey: () => province.jwk }),
    ),
  );
  if (opened.kind !== 'receipt') throw new Error('a receipt was written');
  return opened.receipt;
}

/** What is done differently; everything else is as in a next answer of the province. */
export type AnswerForgery = {
  readonly payload?: (receipt: Receipt) => unknown;
  readonly typ?: JwsType;
  readonly signer?: SigningKey;
  readonly jws?: (bytes: Uint8Array) => Uint8Array;
  readonly more?: readonly { readonly name: string; readonly data: Uint8Array }[];
};

/** A next answer that accepts the report after all, with what a forgery changes. */
export async function forgeAnswer(
  { receipt, province }: AnswerDesk,
  { payload, typ = 'sct-receipt+jws', signer = province, jws, more = [] }: AnswerForgery = {},
): Promise<Uint8Array> {
  const next = nextAnswer(receipt);
  const signed = signJws(payload?.(next) ?? next, typ, [signer]).bytes;
  const statement = { name: 'statement.jws', data: jws?.(signed) ?? signed };
  const archive = rawZip([statement, ...more]);
  return granted(await encryptFor(archive, receipt.to.recipients));
}

/** The answer that a district in trouble would like to have. */
export function nextAnswer(receipt: Receipt): Receipt {
  const previous = digestOf(receipt);
  return { ...receipt, seq: 900, outcome: 'accepted', note: null, remarks: [], previous };
}

/** What the district says of a file on a stick of its own, or of a text typed from paper. */
export async function answerTaken(
  { district }: Pick<Pair, 'district'>,
  given: Uint8Array | string,
  folder: string,
): Promise<{ readonly said: string; readonly before: string; readonly after: string }> {
  const before = storeContents(district);
  const said = await saidOf(district, given, folder);
  return { said, before, after: storeContents(district) };
}

async function saidOf(
  district: TestOffice,
  given: Uint8Array | string,
  folder: string,
): Promise<string> {
  if (typeof given === 'string') {
    const reply = await district.call('receipt.enter', { text: given });
    return reply.ok ? reply.value.outcome : reply.refusal.code;
  }
  mkdirSync(folder);
  writeFileSync(join(folder, answerName), given);
  const place = { folder: district.pick(folder), password };
  const verdicts = await district.must('receipt.import', place);
  const verdict = verdicts.find(({ fileName }) => fileName === basename(answerName));
  return verdict?.refusal?.code ?? verdict?.outcome ?? 'nothing';
}
