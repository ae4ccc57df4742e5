/** What somebody might try at a district with the province's plan, the catalogue as data. */
import { encryptFor } from '#shared/bundle/age-envelope.ts';
import { sha256Hex, utf8 } from '#shared/bundle/bytes.ts';
import { canonicalJsonBytes } from '#shared/bundle/canonical-json.ts';
import { CATALOGUE_PATH } from '#shared/bundle/catalogue-statement.ts';
import type { CatalogueStatement } from '#shared/bundle/catalogue-statement.ts';
import { appVersionField } from '#shared/bundle/fields.ts';
import { signJws } from '#shared/bundle/jws.ts';
import type { JwsType } from '#shared/bundle/jws.ts';
import type { SigningKey } from '#shared/bundle/signing-key.ts';
import { laterCatalogue } from '../helpers/catalogues.ts';
import { rawZip } from '../shared/bundle/raw-zip.ts';
import { granted } from '../shared/bundle/two-offices.ts';
import type { AnswerDesk } from './answer-desk.ts';
import type { AnswerAttack } from './attacks-answers.ts';

/** What is done differently; everything else is as in the plan's next version. */
type PlanForgery = {
  readonly plan?: Uint8Array;
  readonly payload?: (statement: CatalogueStatement) => unknown;
  readonly typ?: JwsType;
  readonly signer?: SigningKey;
  /** The file beside the statement, other than the one that was signed. */
  readonly files?: readonly { readonly name: string; readonly data: Uint8Array }[];
};

const next = laterCatalogue();
const good = canonicalJsonBytes(next);

/** The province's next plan for district 300, with what a forgery changes. */
export async function forgePlan(
  { receipt, province }: AnswerDesk,
  { plan = good, payload, typ = 'sct-catalogue+jws', signer = province, files }: PlanForgery = {},
): Promise<Uint8Array> {
  const { from, to, created, keyring } = receipt;
  const sha256 = sha256Hex(plan);
  const statement: CatalogueStatement = {
    ...{ v: 1, type: 'sct.catalogue', from, to, seq: 901, created, keyring },
    app: appVersionField.parse('0.1.0'),
    catalogue: { version: next.version, sha256 },
    files: [{ path: CATALOGUE_PATH, bytes: plan.length, sha256 }],
  };
  const { bytes } = signJws(payload?.(statement) ?? statement, typ, [signer]);
  const beside = files ?? [{ name: CATALOGUE_PATH, data: plan }];
  const archive = rawZip([{ name: 'statement.jws', data: bytes }, ...beside]);
  return granted(await encryptFor(archive, to.recipients));
}

const forged = (
  code: string,
  name: string,
  forgery: PlanForgery | ((desk: AnswerDesk) => PlanForgery),
): AnswerAttack => ({
  name: `a plan: ${name}`,
  code,
  make: (desk) => forgePlan(desk, typeof forgery === 'function' ? forgery(desk) : forgery),
});

const otherOfSameLength = new TextEncoder().encode(
  new TextDecoder().decode(good).replace('HI_COVERAGE', 'HJ_COVERAGE'),
);

export const planAttacks: readonly AnswerAttack[] = [
  forged('sender-not-enrolled', 'of a stranger in the province’s name', ({ stranger }) => ({
    signer: stranger,
  })),
  forged('sender-not-enrolled', 'of the neighbour in the province’s name', ({ neighbour }) => ({
    signer: neighbour,
  })),
  forged('signature-invalid', 'of a stranger under the province’s key', (desk) => ({
    signer: { ...desk.stranger, kid: desk.province.kid },
  })),
  forged('statement-malformed', 'signed as a report', { typ: 'sct-bundle+jws' }),
  forged('statement-malformed', 'signed as an answer', { typ: 'sct-receipt+jws' }),
  forged('statement-malformed', 'signed as drafts', { typ: 'sct-drafts+jws' }),
  forged('statement-of-other-kind', 'signed as a keyring', { typ: 'sct-keyring+jws' }),
  forged('statement-of-other-kind', 'signed as an act', { typ: 'sct-act+jws' }),
  forged('bundle-altered', 'other words of the same length than were signed', {
    files: [{ name: CATALOGUE_PATH, data: otherOfSameLength }],
  }),
  forged('contents-differ-from-statement', 'without the plan', { files: [] }),
  forged('contents-differ-from-statement', 'with a second plan', {
    files: [
      { name: CATALOGUE_PATH, data: good },
      { name: 'data/catalogue2.json', data: good },
    ],
  }),
  forged('data-malformed', 'in a spelling that is not the one', {
    plan: utf8(JSON.stringify(next, null, 1)),
  }),
  forged('data-malformed', 'with a name twice', {
    plan: utf8('{"version":2,"version":2}'),
  }),
  forged('catalogue-malformed', 'of another version than was signed', {
    plan: canonicalJsonBytes(laterCatalogue(2)),
  }),
  forged('statement-malformed', 'under another digest than its file', {
    payload: (statement) => ({
      ...statement,
      catalogue: { ...statement.catalogue, sha256: sha256Hex(utf8('x')) },
    }),
  }),
  forged('statement-malformed', 'with a member that nobody knows', {
    payload: (statement) => ({ ...statement, urgent: true }),
  }),
  forged('bundle-newer-than-program', 'of the future', {
    payload: (statement) => ({ ...statement, v: 9 }),
  }),
  forged('addressed-to-other', 'for another computer, passed on', ({ theirs }) => ({
    payload: (statement) => ({
      ...statement,
      to: { ...statement.to, recipients: theirs.to.recipients },
    }),
  })),
];
