/** Reports whose unit's signature holds, while who prepared or who approved did not sign that. */
import { contentOf, signAct } from '#shared/bundle/act.ts';
import type { ActFacts } from '#shared/bundle/act.ts';
import { base64url, base64urlBytes, sha256Hex, utf8, utf8Text } from '#shared/bundle/bytes.ts';
import { canonicalJson, canonicalJsonBytes } from '#shared/bundle/canonical-json.ts';
import type { Json } from '#shared/bundle/canonical-json.ts';
import { dayField, periodCodeField, unitCodeField } from '#shared/bundle/fields.ts';
import { signJws } from '#shared/bundle/jws.ts';
import type { JwsType } from '#shared/bundle/jws.ts';
import { keyIdOf } from '#shared/bundle/signing-key.ts';
import type { PublicJwk, SigningKey } from '#shared/bundle/signing-key.ts';
import type { ReportStatement, SignedAct } from '#shared/bundle/statement.ts';
import { approver, preparer } from '../shared/bundle/two-offices.ts';
import { flipped, forged, replaced } from './attack.ts';
import type { Attack } from './attack.ts';
import { unsigned } from './workshop.ts';
import type { Forgery, Workshop } from './workshop.ts';

type Act = 'prepared' | 'approved';

/** What the person would have to sign of a statement. */
export function meant(statement: ReportStatement, act: Act): ActFacts {
  const { from, period, revision, files } = statement;
  const content = contentOf(files);
  const named = statement[act];
  if (content === null || named === null) throw new Error('a report of today');
  const kind = act === 'prepared' ? 'prepare' : 'approve';
  const { name, at } = named;
  return { act: kind, unit: from.unit, period, revision, name, at, content, paper: null };
}

/** Another act in the statement, which the unit signs as it stands. */
const acting =
  (act: Act, other: (statement: ReportStatement, workshop: Workshop) => SignedAct | null) =>
  (workshop: Workshop): Forgery => ({
    payload: (payload) => ({ ...payload, [act]: other(payload, workshop) }),
  });

/** An act of other facts, signed by whoever ought to. */
const meaning = (act: Act, other: (facts: ActFacts) => Partial<ActFacts>) =>
  acting(act, (statement) => {
    const facts = meant(statement, act);
    return signAct({ ...facts, ...other(facts) }, act === 'prepared' ? preparer : approver);
  });

/** The approval as some other program might write it. */
const handmade = (
  change: (payload: Readonly<Record<string, unknown>>) => unknown,
  { signer = approver, typ = 'sct-act+jws' }: { signer?: SigningKey; typ?: JwsType } = {},
) =>
  acting('approved', (statement) => {
    const facts = meant(statement, 'approved');
    const payload = { ...facts, v: 1, type: 'sct.act', signing: approver.jwk };
    return jwsAct(facts, utf8Text(signJws(change(payload), typ, [signer]).bytes) ?? '');
  });

function jwsAct({ name, at }: ActFacts, jws: string): SignedAct {
  return { name, at, act: JSON.parse(jws) as Json };
}

type Signed = { payload: string; signatures: { protected: string; signature: string }[] };

/** The right approval, changed after it was signed. */
const changed = (edit: (signed: Signed) => unknown) =>
  acting('approved', (statement) => {
    const facts = meant(statement, 'approved');
    const { act } = signAct(facts, approver);
    return jwsAct(facts, canonicalJson(edit(act as unknown as Signed))); // a JWS is of this form
  });

/** What the people themselves signed of their earlier report, in one that says something else. */
const carriedOver = (statement: (payload: ReportStatement) => ReportStatement): Forgery => ({
  payload: statement,
  isSigned: false,
  ...otherFigures,
});
const otherFigures: Forgery = {
  entries: (entries) =>
    entries.map((each) =>
      each.path === 'data/observations.csv'
        ? { ...each, bytes: replaced(',28900,', ',28901,')(each.bytes) }
        : each,
    ),
};

const digest = sha256Hex(utf8('something else'));
const scan = utf8('%PDF-1.7 signed');
const document = {
  number: '123',
  symbol: 'BC-UBND',
  day: dayField.parse('2022-08-22'),
  signer: 'Chủ tịch UBND huyện',
  sha256: sha256Hex(scan),
};

/** The neutral point: the one signature below holds under it over every message. */
const pointless: PublicJwk = {
  kty: 'OKP',
  crv: 'Ed25519',
  x: base64url(flipped(() => 0)(new Uint8Array(32))),
};

const anybodys = new Uint8Array(64).fill(1, 0, 1);

/** An approval that nobody signed, under a key of small order: lax verifiers take it. */
export function anybodysApproval(statement: ReportStatement): SignedAct {
  const facts = meant(statement, 'approved');
  const payload = { ...facts, v: 1, type: 'sct.act', signing: pointless };
  const signer = { ...approver, kid: keyIdOf(pointless), signNatively: () => anybodys };
  return jwsAct(facts, utf8Text(signJws(payload, 'sct-act+jws', [signer]).bytes) ?? '');
}

/** The preparer's key with stray bits in its last letter: another text, and the same key. */
const respelt: PublicJwk = { ...preparer.jwk, x: withStrayBit(preparer.jwk.x) };

function withStrayBit(x: string): string {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
  const last = letters.indexOf(x.slice(-1));
  return x.slice(0, -1) + letters.charAt(last + 1);
}

/** An approval by who prepared, under a key that looks like another one. */
export function respeltApproval(statement: ReportStatement): SignedAct {
  const facts = meant(statement, 'approved');
  const payload = { ...facts, v: 1, type: 'sct.act', signing: respelt };
  const signer = { ...preparer, kid: keyIdOf(respelt) };
  return jwsAct(facts, utf8Text(signJws(payload, 'sct-act+jws', [signer]).bytes) ?? '');
}

/** The signed document attached and cited, as a leader's approval on paper needs it. */
const onPaper = (paper: Partial<typeof document>, isCited: boolean): Forgery => {
  const path = `attachments/${document.sha256}.pdf`;
  const attachment = { path, name: 'Báo cáo.pdf', form: null, row: null, column: null };
  return {
    entries: (entries) => [...entries.slice(0, 3), { path, bytes: scan }, ...entries.slice(3)],
    payload: (payload) => {
      const facts = { ...meant(payload, 'approved'), act: 'approve-on-paper' } as const;
      const approved = signAct({ ...facts, paper: { ...document, ...paper } }, approver);
      const cited = isCited ? document : null;
      return { ...payload, attachments: [attachment], document: cited, approved };
    },
  };
};

const differing = (at: string, name: string, forgery: Parameters<typeof forged>[2]): Attack => ({
  ...forged('act-differs', name, forgery),
  at,
});

export const actAttacks: readonly Attack[] = [
  differing(
    'content',
    'an approval of other figures',
    meaning('approved', ({ content }) => ({ content: { ...content, observations: digest } })),
  ),
  differing(
    'content',
    'an approval of other cells',
    meaning('approved', ({ content }) => ({ content: { ...content, cells: digest } })),
  ),
  differing(
    'content',
    'somebody who prepared other figures',
    meaning('prepared', ({ content }) => ({ content: { ...content, observations: digest } })),
  ),
  differing(
    'content',
    'other figures under both people’s signatures of the same revision',
    carriedOver((payload) => ({ ...payload, revision: 2 })),
  ),
  differing(
    'revision',
    'both people’s signatures of an earlier revision',
    carriedOver((payload) => payload),
  ),
  differing(
    'revision',
    'an approval of the next revision',
    meaning('approved', ({ revision }) => ({ revision: revision + 1 })),
  ),
  differing(
    'period',
    'an approval of another month',
    meaning('approved', () => ({ period: periodCodeField.parse('2022-09') })),
  ),
  differing(
    'unit',
    'an approval of another district’s report',
    meaning('approved', () => ({ unit: unitCodeField.parse('299') })),
  ),
  differing(
    'act',
    'somebody’s preparing in the place of an approval',
    meaning('approved', () => ({ act: 'prepare' })),
  ),
  differing(
    'act',
    'an approval in the place of preparing',
    meaning('prepared', () => ({ act: 'approve' })),
  ),
  differing('act', 'preparing and approval in each other’s place', {
    payload: (payload) => ({
      ...payload,
      prepared: signAct(meant(payload, 'approved'), approver),
      approved: signAct(meant(payload, 'prepared'), preparer),
    }),
  }),
  differing(
    'name',
    'an approval under another name than was signed',
    acting('approved', (statement) => ({
      ...signAct(meant(statement, 'approved'), approver),
      name: 'Chủ tịch UBND huyện',
    })),
  ),
  differing(
    'name',
    'an approval at another hour than was signed',
    acting('approved', (statement) => ({
      ...signAct(meant(statement, 'approved'), approver),
      at: statement.created,
    })),
  ),
  differing('paper', 'an approval on a paper that the report does not cite', onPaper({}, false)),
  differing('paper', 'an approval on a paper of another number', onPaper({ number: '124' }, true)),
  differing('paper', 'an approval on another scan', onPaper({ sha256: digest }, true)),
  forged(
    'act-signature-invalid',
    'an approval under another key than it names',
    handmade((payload) => payload, { signer: preparer }),
  ),
  forged('act-signature-invalid', 'an approval of a stranger in the approver’s name', (workshop) =>
    handmade((payload) => payload, { signer: { ...workshop.stranger, kid: approver.kid } })(
      workshop,
    ),
  ),
  forged(
    'act-signature-invalid',
    'an approval whose signature was changed',
    changed(({ payload, signatures }) => ({
      payload,
      signatures: signatures.map((each) => {
        const bytes = base64urlBytes(each.signature) ?? new Uint8Array();
        return { ...each, signature: base64url(flipped(() => 5)(bytes)) };
      }),
    })),
  ),
  forged(
    'act-signature-invalid',
    'an approval that was changed after it was signed',
    changed(({ payload, signatures }) => {
      const said = utf8Text(base64urlBytes(payload) ?? new Uint8Array()) ?? '';
      const other = said.replace(/"observations":"[0-9a-f]{64}"/, `"observations":"${digest}"`);
      return { payload: base64url(utf8(other)), signatures };
    }),
  ),
  forged(
    'act-signature-invalid',
    'an approval for which anybody can sign, by a key of small order',
    acting('approved', anybodysApproval),
  ),
  forged(
    'act-signature-invalid',
    'one person’s key in two spellings',
    acting('approved', respeltApproval),
  ),
  forged(
    'act-same-key',
    'one person’s key under preparing and approval',
    acting('approved', (statement) => signAct(meant(statement, 'approved'), preparer)),
  ),
  forged(
    'act-same-key',
    'an approval by the unit’s own key',
    acting('approved', (statement, { signer }) => signAct(meant(statement, 'approved'), signer)),
  ),
  forged(
    'act-same-key',
    'preparing by the unit’s own key',
    acting('prepared', (statement, { signer }) => signAct(meant(statement, 'prepared'), signer)),
  ),
  forged('act-malformed', 'an approval that nobody signed', {
    payload: ({ approved, ...payload }) => ({ ...payload, approved: { ...approved, act: null } }),
  }),
  forged('act-malformed', 'nobody who prepared', {
    payload: (payload) => ({ ...payload, prepared: null }),
  }),
  forged(
    'act-malformed',
    'an approval with a member that nobody knows',
    handmade((payload) => ({ ...payload, urgent: true })),
  ),
  forged(
    'act-malformed',
    'an approval of the future',
    handmade((payload) => ({ ...payload, v: 9 })),
  ),
  forged(
    'act-malformed',
    'an approval on paper without a paper',
    handmade((payload) => ({ ...payload, act: 'approve-on-paper' })),
  ),
  forged(
    'act-malformed',
    'an approval signed as a report',
    handmade((payload) => payload, { typ: 'sct-bundle+jws' }),
  ),
  forged(
    'act-malformed',
    'an approval with no signature',
    changed((signed) => ({ ...signed, signatures: [] })),
  ),
  forged('statement-of-other-kind', 'a report signed as an act', { typ: 'sct-act+jws' }),
  forged('statement-of-other-kind', 'the approval itself in the place of the statement', {
    jws: (bytes) => {
      const signed = JSON.parse(utf8Text(bytes) ?? '') as Signed; // our own statement
      const payload = utf8Text(base64urlBytes(signed.payload) ?? new Uint8Array()) ?? '';
      return canonicalJsonBytes((JSON.parse(payload) as ReportStatement).approved.act);
    },
  }),
  forged('acts-left-out', 'a report of before people signed, after one that they signed', {
    payload: unsigned,
  }),
  forged('acts-left-out', 'the same in another installation’s name', ({ otherSeries }) => ({
    payload: (payload) =>
      unsigned({ ...payload, prev: null, from: { ...payload.from, series: otherSeries } }),
  })),
];
