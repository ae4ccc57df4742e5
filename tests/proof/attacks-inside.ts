import { generateAgeKey } from '#shared/bundle/age-envelope.ts';
import { base64url, base64urlBytes, utf8, utf8Text } from '#shared/bundle/bytes.ts';
import { canonicalJson } from '#shared/bundle/canonical-json.ts';
import { newSeries } from '#shared/bundle/series.ts';
import { sign } from '#shared/bundle/signing-key.ts';
import type { SigningKey } from '#shared/bundle/signing-key.ts';
import type { ZipContent } from '#shared/bundle/stored-zip.ts';
import { flipped, forged, joined, replaced } from './attack.ts';
import type { Attack } from './attack.ts';
import { forge } from './workshop.ts';
import type { Forgery, Workshop } from './workshop.ts';

/** Other bytes for one entry. */
const entry =
  (path: string, change: (bytes: Uint8Array) => Uint8Array) =>
  (entries: readonly ZipContent[]): readonly ZipContent[] =>
    entries.map((each) => (each.path === path ? { path, bytes: change(each.bytes) } : each));
const observations = 'data/observations.csv';
const cells = 'data/cells.csv';

/** A statement signed under a header of the attacker's own making. */
const headed =
  (
    header: (kid: string) => unknown,
    signer: (workshop: Workshop) => SigningKey = (w) => w.signer,
  ) =>
  (workshop: Workshop): Forgery => ({
    jws: (bytes) => {
      const { payload } = JSON.parse(utf8Text(bytes) ?? '') as { payload: string };
      const key = signer(workshop);
      const protectedHeader = base64url(utf8(canonicalJson(header(key.kid))));
      const signature = base64url(sign(utf8(`${protectedHeader}.${payload}`), key));
      return utf8(
        canonicalJson({ payload, signatures: [{ protected: protectedHeader, signature }] }),
      );
    },
  });

type Signed = { payload: string; signatures: { protected: string; signature: string }[] };
const signedEdit =
  (edit: (signed: Signed) => unknown): NonNullable<Forgery['jws']> =>
  (bytes) =>
    utf8(canonicalJson(edit(JSON.parse(utf8Text(bytes) ?? '') as Signed)));

export const statementAttacks: readonly Attack[] = [
  forged('statement-malformed', 'a statement that is no JSON', { jws: () => utf8('<xml/>') }),
  forged('statement-malformed', 'a key twice', {
    jws: replaced('{"payload"', '{"payload":"","payload"'),
  }),
  forged('statement-malformed', 'a blank more', { jws: replaced('{"payload"', '{ "payload"') }),
  forged('statement-malformed', 'an unprotected header', {
    jws: signedEdit((signed) => ({
      ...signed,
      signatures: signed.signatures.map((each) => ({ ...each, header: { kid: 'x' } })),
    })),
  }),
  forged('statement-malformed', 'no signature at all', {
    jws: signedEdit((signed) => ({ ...signed, signatures: [] })),
  }),
  forged('statement-malformed', 'one signature twice', {
    jws: signedEdit((signed) => ({
      ...signed,
      signatures: [...signed.signatures, ...signed.signatures],
    })),
  }),
  forged('statement-malformed', 'a signature in another spelling', {
    jws: signedEdit(({ payload, signatures }) => ({
      payload,
      signatures: signatures.map((each) => ({ ...each, signature: `${each.signature}=` })),
    })),
  }),
  forged(
    'statement-malformed',
    'the algorithm “none”',
    headed((kid) => ({ alg: 'none', kid, typ: 'sct-bundle+jws' })),
  ),
  forged(
    'statement-malformed',
    'an algorithm with a shared secret',
    headed((kid) => ({ alg: 'HS256', kid, typ: 'sct-bundle+jws' })),
  ),
  forged(
    'statement-malformed',
    'a key of its own in the header',
    headed((kid) => ({ alg: 'Ed25519', jwk: {}, kid, typ: 'sct-bundle+jws' })),
  ),
  forged(
    'statement-malformed',
    'an address of a key in the header',
    headed((kid) => ({ alg: 'Ed25519', jku: 'https://x', kid, typ: 'sct-bundle+jws' })),
  ),
  forged(
    'statement-malformed',
    'a critical extension',
    headed((kid) => ({ alg: 'Ed25519', crit: ['b64'], kid, typ: 'sct-bundle+jws' })),
  ),
  forged(
    'statement-malformed',
    'a type that does not exist',
    headed((kid) => ({ alg: 'Ed25519', kid, typ: 'JWT' })),
  ),
  forged('statement-of-other-kind', 'signed as an enrolment request', { typ: 'sct-enrol+jws' }),
  forged('statement-of-other-kind', 'signed as a keyring', { typ: 'sct-keyring+jws' }),
  forged('statement-of-other-kind', 'signed as a root', { typ: 'sct-root+jws' }),
  forged('statement-malformed', 'signed as a receipt', {
    payload: (payload) => ({ ...payload, v: 1 }),
    typ: 'sct-receipt+jws',
  }),
  forged('signature-invalid', 'a changed signature', {
    jws: signedEdit(({ payload, signatures }) => ({
      payload,
      signatures: signatures.map((each) => {
        const bytes = base64urlBytes(each.signature) ?? new Uint8Array();
        return { ...each, signature: base64url(flipped(() => 5)(bytes)) };
      }),
    })),
  }),
  forged('signature-invalid', 'a payload that was changed after signing', {
    jws: signedEdit(({ payload, signatures }) => {
      const said = utf8Text(base64urlBytes(payload) ?? new Uint8Array()) ?? '';
      return { payload: base64url(utf8(said.replace('"seq":5', '"seq":6'))), signatures };
    }),
  }),
  forged('sender-not-enrolled', 'signed by a stranger', ({ stranger }) => ({
    signers: [stranger],
  })),
  forged('signature-invalid', 'signed by a stranger under the district’s name', (workshop) => ({
    signers: [{ ...workshop.stranger, kid: workshop.signer.kid }],
  })),
  forged(
    'sender-not-enrolled',
    'signed by the district and a stranger',
    ({ signer, stranger }) => ({
      signers: [signer, stranger],
    }),
  ),
  forged('sender-not-enrolled', 'in the name of another district', {
    payload: (payload) => ({ ...payload, from: { ...payload.from, unit: '299' } }),
  }),
  forged('sender-not-enrolled', 'in the name of the province', {
    payload: (payload) => ({ ...payload, from: { ...payload.from, unit: '30' } }),
  }),
  forged('bundle-newer-than-program', 'a version of the future', {
    payload: (payload) => ({ ...payload, v: 9 }),
  }),
  forged('statement-malformed', 'version 0', { payload: (payload) => ({ ...payload, v: 0 }) }),
  forged('statement-malformed', 'an unknown member', {
    payload: (payload) => ({ ...payload, urgent: true }),
  }),
  forged('statement-malformed', 'no approval', {
    payload: ({ approved: _, ...payload }) => payload,
  }),
  forged('statement-malformed', 'a number that is none', {
    payload: (payload) => ({ ...payload, seq: 3.5 }),
  }),
  forged('statement-malformed', 'an instant that is none', {
    payload: (payload) => ({ ...payload, created: '2022-08-24T08:00:00+07:00' }),
  }),
];

export const addressAttacks: readonly Attack[] = [
  forged('addressed-to-other', 'signed for another unit', {
    payload: (payload) => ({ ...payload, to: { ...payload.to, unit: '299' } }),
  }),
  {
    name: 'a bundle for somebody else, passed on to the province',
    code: 'addressed-to-other',
    make: async (workshop) => {
      const { recipient } = await generateAgeKey();
      return forge(workshop, {
        payload: (payload) => ({ ...payload, to: { ...payload.to, recipients: [recipient] } }),
      });
    },
  },
];

export const contentsAttacks: readonly Attack[] = [
  forged('contents-differ-from-statement', 'a file more than was signed', {
    entries: (entries) => [...entries, { path: 'data/extra.csv', bytes: utf8('x') }],
    isListed: false,
  }),
  forged('contents-differ-from-statement', 'a file less', {
    entries: (entries) => entries.slice(0, -1),
    isListed: false,
  }),
  forged('contents-differ-from-statement', 'another order', {
    entries: (entries) => [...entries].reverse(),
    isListed: false,
  }),
  forged('contents-differ-from-statement', 'a longer file than was signed', {
    entries: entry(observations, (bytes) => joined(bytes, utf8('\r\n'))),
    isListed: false,
  }),
  forged('bundle-altered', 'other figures of the same length', {
    entries: entry(observations, replaced('28900', '98900')),
    isListed: false,
  }),
  forged('bundle-altered', 'another explanation of the same length', {
    entries: entry(cells, replaced(/.\r\n$/, 'x\r\n')),
    isListed: false,
  }),
  forged('data-malformed', 'a description that leads to the internet', {
    entries: entry('datapackage.json', replaced('"path":"data/', '"path":"http://x/')),
  }),
  forged('data-malformed', 'a description of other files', {
    entries: entry('datapackage.json', replaced('observations.csv', 'observation.csv')),
  }),
];

export const dataAttacks: readonly Attack[] = [
  ...(
    [
      ['a byte order mark', '', '\uFEFF'],
      ['lines that end otherwise', /\r\n/g, '\n'],
      ['a column less', 'COMMENT', 'NOTE'],
      ['a decimal comma', ',28900,', ',"28900,5",'],
      ['a number with an exponent', ',28900,', ',289e2,'],
      ['an accent in two pieces', /,E,\r\n/, ',E,e\u0302\u0301\r\n'],
      ['another period', /2022-08/g, '2023-08'],
    ] as const
  ).map(([name, what, by]) =>
    forged('data-malformed', `figures with ${name}`, {
      entries: entry(observations, replaced(what, by)),
    }),
  ),
  forged('data-malformed', 'a record twice', {
    entries: entry(observations, (bytes) => {
      const [head = '', first = '', ...rest] = (utf8Text(bytes) ?? '').split('\r\n');
      return utf8([head, first, first, ...rest].join('\r\n'));
    }),
  }),
  forged('data-of-other-unit', 'figures of another unit', {
    entries: entry(observations, replaced(/^300,/gm, '299,')),
  }),
  forged('figure-not-following', 'a rate that does not follow from its amounts', {
    entries: entry(observations, replaced(/,(\d\d)\.\d+,E/, ',$1.01,E')),
  }),
];

export const orderAttacks: readonly Attack[] = [
  forged('sequence-replayed', 'an older number of the same report', {
    payload: (payload) => ({ ...payload, seq: 3 }),
  }),
  forged('sequence-fork', 'a number that is taken, with other contents', {
    payload: (payload) => ({ ...payload, seq: 2 }),
  }),
  forged('sequence-fork', 'a next bundle with another past', ({ firstStatement }) => ({
    payload: (payload) => ({ ...payload, prev: firstStatement }),
  })),
  forged('sequence-jump', 'a number far ahead', {
    payload: (payload) => ({ ...payload, seq: 2000, prev: null }),
  }),
  forged('series-unknown', 'an installation that nobody accepted', {
    payload: (payload) => ({ ...payload, from: { ...payload.from, series: newSeries() } }),
  }),
  forged('catalogue-newer', 'a catalogue that the province does not have', {
    payload: (payload) => ({ ...payload, catalogue: 99 }),
  }),
];
