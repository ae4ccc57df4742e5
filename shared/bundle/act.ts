/**
 * What people sign themselves: who prepared a report and who approved it, each with a key of their
 * own. The signed act names the very tables that travel; the unit's own signature over the statement
 * vouches for the key, as enrolling every officer at the province would take letters each time.
 */
import { z } from 'zod';
import { ok, refuse } from '#shared/kit/result.ts';
import type { Refused, Result } from '#shared/kit/result.ts';
import { sha256Hex } from './bytes.ts';
import type { Sha256 } from './bytes.ts';
import { canonicalJson, parseCanonicalJson } from './canonical-json.ts';
import type { Json } from './canonical-json.ts';
import { CELLS_PATH, writeCells } from './cell-record.ts';
import type { CellRecord } from './cell-record.ts';
import { OBSERVATIONS_PATH, writeObservations } from './data-package.ts';
import {
  instantField,
  periodCodeField,
  personNameField,
  sha256Field,
  unitCodeField,
  versionField,
} from './fields.ts';
import { readJwsIn, signJws, verifyJws } from './jws.ts';
import { libraryCrypto } from './host-crypto.ts';
import type { HostCrypto } from './host-crypto.ts';
import type { ObservationRecord } from './observation.ts';
import { keyIdOf, publicJwkShape } from './signing-key.ts';
import type { KeyId, SigningKey } from './signing-key.ts';
import { documentShape } from './statement.ts';
import type { FileEntry, ReportStatement, SignedAct } from './statement.ts';
import { upgradePayload } from './upgrade.ts';

/** On paper: a leader signed the printed report, and somebody else recorded that under their own key. */
const actKinds = ['prepare', 'approve', 'approve-on-paper'] as const;
export type ActKind = (typeof actKinds)[number];

export const actShape = z
  .strictObject({
    v: z.literal(1),
    type: z.literal('sct.act'),
    act: z.enum(actKinds),
    unit: unitCodeField,
    period: periodCodeField,
    revision: versionField,
    name: personNameField,
    at: instantField,
    signing: publicJwkShape,
    /** Digests of the report's two tables, as the statement lists them. */
    content: z.strictObject({ observations: sha256Field, cells: sha256Field }),
    /** The document that a leader signed by hand; null for every other act. */
    paper: documentShape.nullable(),
  })
  .refine(({ act, paper }) => (act === 'approve-on-paper') === (paper !== null), {
    path: ['paper'],
  });

type Act = z.infer<typeof actShape>;
export type ActFacts = Omit<Act, 'v' | 'type' | 'signing'>;

/** A person's act whose signature holds under the key that it names. */
export type OpenedAct = { readonly act: Act; readonly kid: KeyId };

/** Who prepared and who approved, verified; null in bundles from before people signed. */
export type PersonalActs = { readonly prepared: OpenedAct; readonly approved: OpenedAct };

export type ActRefusal = 'act-malformed' | 'act-signature-invalid' | 'act-differs' | 'act-same-key';

/** Signs an act with a person's own key, as it stands in the statement. Throws on facts out of shape. */
export function signAct(facts: ActFacts, signer: SigningKey): SignedAct {
  const act = actShape.parse({ ...facts, v: 1, type: 'sct.act', signing: signer.jwk });
  const statement = parseCanonicalJson(signJws(act, 'sct-act+jws', [signer]).bytes);
  if (!statement.ok) throw new Error('What was just signed is canonical JSON.');
  return { name: act.name, at: act.at, act: statement.value };
}

/**
 * What people sign of a report: the digests of its two tables as they will be sealed. Refuses
 * `data-malformed` {line, column} as sealing would.
 */
export function contentToSign(
  records: {
    readonly observations: readonly ObservationRecord[];
    readonly cells: readonly CellRecord[];
  },
  context: Pick<ReportStatement, 'period' | 'forms'>,
): Result<ActFacts['content'], 'data-malformed'> {
  const observations = writeObservations(records.observations);
  if (!observations.ok) return observations;
  const cells = writeCells(records.cells, context);
  return cells.ok
    ? ok({ observations: sha256Hex(observations.value), cells: sha256Hex(cells.value) })
    : cells;
}

/** What the statement's list says of the two tables that people sign; null when one is missing. */
export function contentOf(files: readonly FileEntry[]): ActFacts['content'] | null {
  const digestOf = (wanted: string): Sha256 | null =>
    files.find(({ path }) => path === wanted)?.sha256 ?? null;
  const [observations, cells] = [digestOf(OBSERVATIONS_PATH), digestOf(CELLS_PATH)];
  return observations === null || cells === null ? null : { observations, cells };
}

/**
 * Checks both acts of a statement: each signed by the key that it names, for this unit, period,
 * revision and these very tables, by two different people's keys of which none is the unit's own.
 * Refuses `act-malformed`, `act-signature-invalid`, `act-differs` {act, at} and `act-same-key` {act}.
 * @param officeKeys the keys that signed the statement itself.
 */
export function checkActs(
  statement: Pick<
    ReportStatement,
    'from' | 'period' | 'revision' | 'prepared' | 'approved' | 'document' | 'files'
  >,
  officeKeys: readonly KeyId[],
  host: HostCrypto = libraryCrypto,
): Result<PersonalActs, ActRefusal> {
  const prepared = checkAct(statement, 'prepared', host);
  if (!prepared.ok) return prepared;
  const approved = checkAct(statement, 'approved', host);
  if (!approved.ok) return approved;
  const own = [...officeKeys, prepared.value.kid];
  if (officeKeys.includes(prepared.value.kid)) return refuse('act-same-key', { act: 'prepared' });
  if (own.includes(approved.value.kid)) return refuse('act-same-key', { act: 'approved' });
  return ok({ prepared: prepared.value, approved: approved.value });
}

/** Reads one act and checks its signature. Refuses `act-malformed` and `act-signature-invalid`. */
function readAct(
  statement: Json,
  host: HostCrypto,
): Result<OpenedAct, 'act-malformed' | 'act-signature-invalid'> {
  const jws = readJwsIn(statement, 'sct-act+jws');
  if (!jws.ok) return refuse('act-malformed', jws.refusal.facts);
  const upgraded = upgradePayload(jws.value.payload);
  const parsed = upgraded.ok ? actShape.safeParse(upgraded.value) : null;
  if (parsed?.success !== true) return refuse('act-malformed');
  const act = parsed.data;
  const kid = keyIdOf(act.signing);
  const verified = verifyJws(jws.value, (asked) => (asked === kid ? act.signing : null), host);
  return verified.ok ? ok({ act, kid }) : refuse('act-signature-invalid');
}

/** What a signed act is over, as canonical JSON; null where it does not hold. */
export function actContent(statement: Json): string | null {
  const read = readAct(statement, libraryCrypto);
  return read.ok ? canonicalJson(read.value.act.content) : null;
}

type Named = 'prepared' | 'approved';

function checkAct(
  statement: Parameters<typeof checkActs>[0],
  named: Named,
  host: HostCrypto,
): Result<OpenedAct, ActRefusal> {
  const signed = statement[named];
  if (signed === null || signed.act === null) return refuse('act-malformed', { act: named });
  const opened = readAct(signed.act, host);
  if (!opened.ok) return refuse(opened.refusal.code, { ...opened.refusal.facts, act: named });
  const { act } = opened.value;
  const isOfItsKind = (act.act === 'prepare') === (named === 'prepared');
  if (!isOfItsKind) return differing(named, 'act');
  if (act.unit !== statement.from.unit) return differing(named, 'unit');
  if (act.period !== statement.period) return differing(named, 'period');
  if (act.revision !== statement.revision) return differing(named, 'revision');
  if (act.name !== signed.name || act.at !== signed.at) return differing(named, 'name');
  const content = contentOf(statement.files);
  if (content === null || canonicalJson(content) !== canonicalJson(act.content)) {
    return differing(named, 'content');
  }
  if (act.paper !== null && canonicalJson(act.paper) !== canonicalJson(statement.document)) {
    return differing(named, 'paper');
  }
  return opened;
}

function differing(act: Named, at: string): Refused<'act-differs'> {
  return refuse('act-differs', { act, at });
}
