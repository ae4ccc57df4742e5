/** What can be wrong with who prepared and who approved, while the unit's own signature holds. */
import { signAct } from '#shared/bundle/act.ts';
import type { ActFacts } from '#shared/bundle/act.ts';
import { sha256Hex, utf8, utf8Text } from '#shared/bundle/bytes.ts';
import { canonicalJson } from '#shared/bundle/canonical-json.ts';
import type { Json } from '#shared/bundle/canonical-json.ts';
import { dayField } from '#shared/bundle/fields.ts';
import { signJws } from '#shared/bundle/jws.ts';
import type { SigningKey } from '#shared/bundle/signing-key.ts';
import type { ReportStatement } from '#shared/bundle/statement.ts';
import { approver, otherDistrictCode, preparer } from '../shared/bundle/two-offices.ts';
import { anybodysApproval, meant, respeltApproval } from './attacks-acts.ts';

/** The unit's statement with something wrong; `unitKey` is the one that signs it. */
type BadActs = (statement: ReportStatement, unitKey: SigningKey) => ReportStatement;

const scan = sha256Hex(utf8('some scan'));
const paper = {
  ...{ number: '9', symbol: 'BC-UBND', signer: 'Chủ tịch UBND huyện', sha256: scan },
  day: dayField.parse('2022-08-22'),
};

const approvalOf =
  (other: (facts: ActFacts) => Partial<ActFacts>): BadActs =>
  (statement) => {
    const facts = meant(statement, 'approved');
    return { ...statement, approved: signAct({ ...facts, ...other(facts) }, approver) };
  };

const approvalBy =
  (signer: SigningKey | null): BadActs =>
  (statement, unitKey) => {
    const facts = meant(statement, 'approved');
    return { ...statement, approved: signAct(facts, signer ?? unitKey) };
  };

/** The approval's own text, changed after it was signed. */
const approvalEdited =
  (edit: (jws: string) => string): BadActs =>
  (statement) => {
    const { approved } = statement;
    const act = JSON.parse(edit(canonicalJson(approved.act))) as Json;
    return { ...statement, approved: { ...approved, act } };
  };

export const badActs: readonly BadActs[] = [
  approvalOf(({ content }) => ({ content: { ...content, cells: content.observations } })),
  approvalOf(({ revision }) => ({ revision: revision + 1 })),
  approvalOf(() => ({ unit: otherDistrictCode })),
  approvalOf(() => ({ act: 'prepare' })),
  approvalOf(() => ({ act: 'approve-on-paper', paper })),
  approvalBy(preparer),
  approvalBy(null),
  (statement, unitKey) => ({
    ...statement,
    prepared: signAct(meant(statement, 'prepared'), unitKey),
  }),
  (statement) => ({ ...statement, prepared: null }),
  (statement) => ({ ...statement, approved: { ...statement.approved, act: null } }),
  (statement) => ({ ...statement, approved: { ...statement.approved, name: 'Ai khác' } }),
  (statement) => ({ ...statement, approved: anybodysApproval(statement) }),
  (statement) => ({ ...statement, approved: respeltApproval(statement) }),
  approvalEdited((jws) => jws.replace(/("signature":")./, '$1_')),
  approvalEdited((jws) => jws.replace(/("payload":"[^"]{40})./, '$1_')),
  (statement) => {
    const facts = meant(statement, 'approved');
    const payload = { ...facts, v: 1, type: 'sct.act', signing: approver.jwk };
    const { bytes } = signJws(payload, 'sct-act+jws', [{ ...preparer, kid: approver.kid }]);
    const act = JSON.parse(utf8Text(bytes) ?? '') as Json;
    return { ...statement, approved: { ...statement.approved, act } };
  },
];
