/** What somebody might try at a district: with answers of the province, on the stick and on paper. */
import { base64url, base64urlBytes, sha256Hex, utf8, utf8Text } from '#shared/bundle/bytes.ts';
import { canonicalJson } from '#shared/bundle/canonical-json.ts';
import { unitCodeField } from '#shared/bundle/fields.ts';
import { signJws } from '#shared/bundle/jws.ts';
import type { Receipt } from '#shared/bundle/receipt.ts';
import { signShortReceipt } from '#shared/bundle/short-receipt.ts';
import type { SigningKey } from '#shared/bundle/signing-key.ts';
import { digestOf, forgeAnswer, nextAnswer } from './answer-desk.ts';
import type { AnswerDesk, AnswerForgery } from './answer-desk.ts';
import { flipped } from './attack.ts';

export type AnswerAttack = {
  readonly name: string;
  /** The code that it is refused with, or the outcome where it is no news. */
  readonly code: string;
  /** A file, or a text as it would be typed from paper. */
  readonly make: (desk: AnswerDesk) => Promise<Uint8Array> | Uint8Array | string;
};

const forged = (
  code: string,
  name: string,
  forgery: AnswerForgery | ((desk: AnswerDesk) => AnswerForgery),
): AnswerAttack => ({
  name,
  code,
  make: (desk) => forgeAnswer(desk, typeof forgery === 'function' ? forgery(desk) : forgery),
});

const saying = (code: string, name: string, change: (receipt: Receipt) => unknown): AnswerAttack =>
  forged(code, name, { payload: change });

const unsent = sha256Hex(utf8('a bundle that nobody sent'));
const neighbourCode = unitCodeField.parse('299');
const ownCode = unitCodeField.parse('300');
const from = (receipt: Receipt, unit: Receipt['to']['unit']): Receipt => ({
  ...receipt,
  from: { ...receipt.from, unit },
});

const fileAttacks: readonly AnswerAttack[] = [
  { name: 'the older answer again', code: 'already-received', make: ({ accepted }) => accepted },
  {
    name: 'an answer with a changed bit',
    code: 'bundle-altered',
    make: ({ returned }) => flipped((bytes) => bytes.length - 40)(returned),
  },
  { name: 'half an answer', code: 'bundle-cut', make: ({ returned }) => returned.slice(0, 300) },
  {
    name: 'the neighbour’s answer under our name',
    code: 'not-addressed-to-this-key',
    make: ({ theirAnswer }) => theirAnswer,
  },
  {
    name: 'our own report under an answer’s name',
    code: 'addressed-to-other',
    make: ({ report }) => report,
  },
  {
    name: 'the neighbour’s report under an answer’s name',
    code: 'not-addressed-to-this-key',
    make: ({ theirReport }) => theirReport,
  },
  forged('receipt-of-unknown-bundle', 'an answer to the neighbour’s bundle', ({ theirs }) => ({
    payload: (receipt) => ({ ...receipt, about: theirs.about }),
  })),
  saying('receipt-of-unknown-bundle', 'an answer to a bundle that was never sent', (receipt) => ({
    ...receipt,
    about: { ...receipt.about, statement: unsent },
  })),
  forged('receipt-of-unknown-bundle', 'the neighbour’s own word', ({ neighbour }) => ({
    payload: (receipt) => from(receipt, neighbourCode),
    signer: neighbour,
  })),
  forged('receipt-of-unknown-bundle', 'the district’s own word', ({ own }) => ({
    payload: (receipt) => from(receipt, ownCode),
    signer: own,
  })),
  forged('sender-not-enrolled', 'the neighbour in the province’s name', ({ neighbour }) => ({
    signer: neighbour,
  })),
  forged('sender-not-enrolled', 'a stranger in the province’s name', ({ stranger }) => ({
    signer: stranger,
  })),
  forged('signature-invalid', 'a stranger under the province’s key', ({ province, stranger }) => ({
    signer: { ...stranger, kid: province.kid },
  })),
  forged('signature-invalid', 'a return that was made an acceptance', {
    payload: (receipt) => ({ ...receipt, outcome: 'refused', code: 'data-malformed' }),
    jws: rewritten(
      '"code":"data-malformed"',
      '"code":null',
      '"outcome":"refused"',
      '"outcome":"accepted"',
    ),
  }),
  saying('addressed-to-other', 'an answer for another unit that we can read', (receipt) => ({
    ...receipt,
    to: { ...receipt.to, unit: neighbourCode },
  })),
  forged('addressed-to-other', 'an answer for another computer, passed on', ({ theirs }) => ({
    payload: (receipt) => ({ ...receipt, to: { ...receipt.to, recipients: theirs.to.recipients } }),
  })),
  forged('statement-malformed', 'an answer signed as a report', { typ: 'sct-bundle+jws' }),
  forged('statement-malformed', 'an answer signed as a catalogue', {
    payload: (receipt) => ({ ...receipt, v: 1 }),
    typ: 'sct-catalogue+jws',
  }),
  forged('statement-malformed', 'an answer signed as drafts', {
    payload: (receipt) => ({ ...receipt, v: 1 }),
    typ: 'sct-drafts+jws',
  }),
  forged('statement-of-other-kind', 'an answer signed as its short form', {
    typ: 'sct-receipt-short+jws',
  }),
  forged('statement-of-other-kind', 'an answer signed as an act', { typ: 'sct-act+jws' }),
  forged('contents-differ-from-statement', 'an answer with a file beside it', {
    more: [{ name: 'data/cells.csv', data: utf8('x') }],
  }),
  forged('contents-differ-from-statement', 'an answer with a plan beside it', {
    more: [{ name: 'data/catalogue.json', data: utf8('{}') }],
  }),
  saying('statement-malformed', 'an acceptance with a code', (receipt) => ({
    ...receipt,
    code: 'data-malformed',
  })),
  saying('statement-malformed', 'an acceptance with remarks', (receipt) => ({
    ...receipt,
    remarks: [{ form: 'B01', row: 'HI_COVERAGE', column: null, text: 'x' }],
  })),
  saying('statement-malformed', 'a refusal without a code', (receipt) => ({
    ...receipt,
    outcome: 'refused',
  })),
  saying('statement-malformed', 'a return without a reason', (receipt) => ({
    ...receipt,
    outcome: 'returned',
  })),
  saying('statement-malformed', 'notes that are none', (receipt) => ({
    ...receipt,
    outcome: 'accepted-with-notes',
  })),
  saying('statement-malformed', 'an outcome that there is not', (receipt) => ({
    ...receipt,
    outcome: 'approved',
  })),
  saying('statement-malformed', 'an answer of before remarks, with remarks', (receipt) => ({
    ...receipt,
    v: 1,
  })),
  saying('statement-malformed', 'an answer with a member that nobody knows', (receipt) => ({
    ...receipt,
    urgent: true,
  })),
  saying('bundle-newer-than-program', 'an answer of the future', (receipt) => ({
    ...receipt,
    v: 9,
  })),
];

/** A statement's text changed after it was signed, pair by pair. */
function rewritten(...pairs: readonly string[]): NonNullable<AnswerForgery['jws']> {
  return (bytes) => {
    const signed = JSON.parse(utf8Text(bytes) ?? '') as { payload: string }; // our own statement
    const payload = changedText(signed.payload, pairs);
    return utf8(canonicalJson({ ...signed, payload }));
  };
}

function changedText(payload: string, pairs: readonly string[]): string {
  let said = utf8Text(base64urlBytes(payload) ?? new Uint8Array()) ?? '';
  for (let at = 0; at < pairs.length; at += 2) {
    said = said.replace(pairs[at] ?? '', pairs[at + 1] ?? '');
  }
  return base64url(utf8(said));
}

/** The short form of a next answer, changed and signed by whoever. */
const paper = (
  code: string,
  name: string,
  make: (desk: AnswerDesk) => { readonly receipt?: Receipt; readonly signer?: SigningKey },
): AnswerAttack => ({
  name: `on paper: ${name}`,
  code,
  make: (desk) => {
    const { receipt = nextAnswer(desk.receipt), signer = desk.province } = make(desk);
    return signShortReceipt(receipt, digestOf(receipt), signer);
  },
});

/** The paper of the last answer, its three parts changed. */
const parts = (
  code: string,
  name: string,
  change: (header: string, payload: string, signature: string) => readonly string[],
): AnswerAttack => ({
  name: `on paper: ${name}`,
  code,
  make: ({ short }) => {
    const [header = '', payload = '', signature = ''] = short.split('.');
    return change(header, payload, signature).join('.');
  },
});

const headed = (header: object): string => base64url(utf8(canonicalJson(header)));

/** A JWS in its general form as three parts. */
function compact(bytes: Uint8Array): string {
  const { payload, signatures } = JSON.parse(utf8Text(bytes) ?? '') as {
    payload: string;
    signatures: { protected: string; signature: string }[];
  }; // what was just signed
  const [first] = signatures;
  return [first?.protected, payload, first?.signature].join('.');
}

const paperAttacks: readonly AnswerAttack[] = [
  {
    name: 'on paper: the last answer again',
    code: 'already-received',
    make: ({ short }) => short,
  },
  paper('addressed-to-other', 'the neighbour’s answer', ({ theirs }) => ({ receipt: theirs })),
  paper('receipt-of-unknown-bundle', 'about the neighbour’s bundle', ({ receipt, theirs }) => ({
    receipt: { ...nextAnswer(receipt), about: theirs.about },
  })),
  paper('receipt-of-unknown-bundle', 'about a bundle that was never sent', ({ receipt }) => ({
    receipt: { ...nextAnswer(receipt), about: { ...receipt.about, statement: unsent } },
  })),
  paper('receipt-of-unknown-bundle', 'the neighbour’s own word', ({ receipt, neighbour }) => ({
    receipt: from(nextAnswer(receipt), neighbourCode),
    signer: neighbour,
  })),
  paper('sender-not-enrolled', 'the neighbour in the province’s name', ({ neighbour }) => ({
    signer: neighbour,
  })),
  paper('signature-invalid', 'a stranger under the province’s key', ({ province, stranger }) => ({
    signer: { ...stranger, kid: province.kid },
  })),
  parts('signature-invalid', 'a return made an acceptance', (header, payload, signature) => [
    header,
    changedText(payload, ['"outcome":"returned"', '"outcome":"accepted"']),
    signature,
  ]),
  parts('signature-invalid', 'one letter otherwise', (header, payload, signature) => [
    header,
    payload,
    (signature.startsWith('A') ? 'B' : 'A') + signature.slice(1),
  ]),
  parts('statement-malformed', 'without its signature', (header, payload) => [header, payload]),
  parts('statement-malformed', 'an empty signature', (header, payload) => [header, payload, '']),
  parts('statement-malformed', 'a part more', (...all) => [...all, 'x']),
  parts('statement-malformed', 'the algorithm “none”', (_, payload, signature) => [
    headed({ alg: 'none', kid: 'x'.repeat(43), typ: 'sct-receipt-short+jws' }),
    payload,
    signature,
  ]),
  {
    name: 'on paper: a whole answer in the place of its short form',
    code: 'statement-of-other-kind',
    make: ({ receipt, province }) =>
      compact(signJws(nextAnswer(receipt), 'sct-receipt+jws', [province]).bytes),
  },
  {
    name: 'on paper: the whole answer signed as a short form',
    code: 'statement-malformed',
    make: ({ receipt, province }) =>
      compact(signJws({ ...nextAnswer(receipt), v: 1 }, 'sct-receipt-short+jws', [province]).bytes),
  },
];

export const answerAttacks: readonly AnswerAttack[] = [...fileAttacks, ...paperAttacks];
