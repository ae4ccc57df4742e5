/** Where bad bundles are made: two real offices that know each other, and everything of a good one. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { contentOf, signAct } from '#shared/bundle/act.ts';
import { decryptWith, encryptFor } from '#shared/bundle/age-envelope.ts';
import { sha256Hex } from '#shared/bundle/bytes.ts';
import { canonicalJson, canonicalJsonBytes } from '#shared/bundle/canonical-json.ts';
import { DATA_PACKAGE_PATH } from '#shared/bundle/data-package.ts';
import type { Sha256 } from '#shared/bundle/bytes.ts';
import { signJws } from '#shared/bundle/jws.ts';
import type { JwsType } from '#shared/bundle/jws.ts';
import { openBundle } from '#shared/bundle/open.ts';
import { newSeries } from '#shared/bundle/series.ts';
import type { SeriesId } from '#shared/bundle/series.ts';
import { generateSigningSeed, signingKeyFromSeed } from '#shared/bundle/signing-key.ts';
import type { SigningKey } from '#shared/bundle/signing-key.ts';
import type { ZipContent } from '#shared/bundle/stored-zip.ts';
import { readDirectory, readEntry } from '#shared/bundle/strict-zip.ts';
import { reportStatementShape } from '#shared/bundle/statement.ts';
import type { ReportStatement } from '#shared/bundle/statement.ts';
import { ok } from '#shared/kit/result.ts';
import { withOfficeKeys } from '../../electron/service/key-use.ts';
import { storeOf } from '../../electron/service/office.ts';
import { write } from '../../electron/storage/handle.ts';
import { insertEnrolledSeries } from '../../electron/storage/keyrings.ts';
import { readSentContent } from '../../electron/storage/sent-bundles.ts';
import { approve, sealTo } from '../helpers/exchange.ts';
import type { Pair } from '../helpers/exchange.ts';
import { august2022, password } from '../helpers/world.ts';
import type { TestOffice } from '../helpers/world.ts';
import { rawZip } from '../shared/bundle/raw-zip.ts';
import type { RawArchive, RawEntry } from '../shared/bundle/raw-zip.ts';
import { approver, granted, preparer } from '../shared/bundle/two-offices.ts';

/** A bundle that the province would take as the district's next, in its parts. */
export type Workshop = {
  readonly payload: ReportStatement;
  readonly entries: readonly ZipContent[];
  readonly signer: SigningKey;
  /** A key that nobody enrolled. */
  readonly stranger: SigningKey;
  readonly recipients: readonly string[];
  /** The digest of the first statement that the province received. */
  readonly firstStatement: Sha256;
  /** A second installation of the district that the province accepted and that sent nothing yet. */
  readonly otherSeries: SeriesId;
};

const otherSeries = newSeries();

/** A name that the program looks at; what it says is never trusted. */
export const bundleName = 'SCT1_30_300_2022-08_000003_12345678.age';

/** Has the province receive numbers 1, 2 and 4 of a report; what is forged would be number 5. */
export async function openWorkshop(pair: Pair): Promise<Workshop> {
  const { district, province, stick } = pair;
  const place = province.pick(stick);
  await sealTo(district, stick);
  await province.must('bundle.receive', { place, password });
  await district.must('submission.act', {
    period: august2022,
    action: 'revise',
    reason: 'bổ sung',
    password: null,
  });
  await approve(district);
  await sealTo(district, stick);
  const verdicts = await province.must('bundle.receive', { place, password });
  if (!verdicts.some(({ outcome }) => outcome === 'accepted')) throw new Error('not received');
  write(storeOf(province.office), (handle) => {
    insertEnrolledSeries(handle, '300', otherSeries, province.office.clock.now());
  });
  const second = await takenApart(district, 2);
  const workshop: Workshop = {
    ...second,
    payload: { ...second.payload, seq: 4, prev: null, revision: 3 },
    firstStatement: (await takenApart(district, 1)).firstStatement,
  };
  // Number 3 got lost on its way; number 4 arrived.
  const folder = join(stick, 'fourth');
  mkdirSync(folder);
  writeFileSync(join(folder, bundleName), await forge(workshop));
  const [fourth] = await province.must('bundle.receive', {
    place: province.pick(folder),
    password,
  });
  if (fourth?.outcome !== 'accepted') throw new Error('the fourth was not received');
  return { ...workshop, payload: { ...workshop.payload, seq: 5, revision: 4 } };
}

/** A bundle that a district sealed, in its parts; `firstStatement` is its own digest. */
export async function takenApart(district: TestOffice, id: number): Promise<Workshop> {
  const content = sentContent(district, id);
  const opened = await withOfficeKeys(district.office, password, async ({ identity, signer }) => {
    const report = granted(
      await openBundle(content, {
        unit: '300',
        identities: [identity],
        findSenderKey: () => signer.jwk,
        acceptOwn: true,
      }),
    );
    if (report.kind !== 'report') throw new Error('a report was sealed');
    const { plaintext } = granted(await decryptWith(content, [identity]));
    const kept = signingKeyFromSeed(Uint8Array.from(signer.seed));
    return ok({ report, plaintext, signer: kept });
  });
  const { report, plaintext, signer } = granted(opened);
  const archive = granted(await readDirectory(plaintext));
  const entries: ZipContent[] = [];
  for (const { path, bytes } of archive.entries.slice(1)) {
    entries.push({ path, bytes: granted(await readEntry(archive, path, bytes)) });
  }
  return {
    payload: report.statement,
    entries,
    signer,
    stranger: signingKeyFromSeed(generateSigningSeed()),
    recipients: report.statement.to.recipients,
    firstStatement: report.statementSha256,
    otherSeries,
  };
}

function sentContent({ office }: TestOffice, id: number): Uint8Array {
  return new Uint8Array(readSentContent(storeOf(office), id));
}

/** What is done differently; everything else is as in a good bundle. */
export type Forgery = {
  readonly payload?: (payload: ReportStatement) => unknown;
  readonly entries?: (entries: readonly ZipContent[]) => readonly ZipContent[];
  /** Whether the signed list is made to fit the entries; true when they were changed. */
  readonly isListed?: boolean;
  /** Whether people's acts are signed anew to fit the statement; else they stay as they are. */
  readonly isSigned?: boolean;
  readonly typ?: JwsType;
  readonly signers?: readonly [SigningKey, ...SigningKey[]];
  readonly jws?: (bytes: Uint8Array) => Uint8Array;
  readonly raw?: (entries: readonly RawEntry[]) => readonly RawEntry[];
  readonly archive?: RawArchive;
  readonly zip?: (bytes: Uint8Array) => Uint8Array;
  readonly recipients?: readonly string[];
  readonly file?: (bytes: Uint8Array) => Uint8Array;
};

/** A report as programs before version 3 sealed it: people named, and nobody but the unit signed. */
export function unsigned({ prepared, approved, ...payload }: ReportStatement): unknown {
  return {
    ...payload,
    v: 2,
    prepared: prepared === null ? null : { name: prepared.name, at: prepared.at },
    approved: { name: approved.name, at: approved.at },
  };
}

/** Makes the bundle of a forgery; with none, one that is accepted. */
export async function forge(workshop: Workshop, forgery: Forgery = {}): Promise<Uint8Array> {
  const changed = forgery.entries?.(workshop.entries) ?? workshop.entries;
  const entries = (forgery.isListed ?? true) ? described(changed, workshop.entries) : changed;
  const listed =
    (forgery.isListed ?? forgery.entries !== undefined)
      ? { ...workshop.payload, files: entries.map(listedAs) }
      : workshop.payload;
  const payload = forgery.payload?.(listed) ?? listed;
  const signed = signJws(
    (forgery.isSigned ?? true) ? actsThatFit(payload, workshop.payload) : payload,
    forgery.typ ?? 'sct-bundle+jws',
    forgery.signers ?? [workshop.signer],
  ).bytes;
  const jws = forgery.jws?.(signed) ?? signed;
  const raw: readonly RawEntry[] = [
    { name: 'statement.jws', data: jws },
    ...entries.map(({ path, bytes }) => ({ name: path, data: bytes })),
  ];
  const zip = rawZip(forgery.raw?.(raw) ?? raw, forgery.archive);
  const plaintext = forgery.zip?.(zip) ?? zip;
  const file = granted(await encryptFor(plaintext, forgery.recipients ?? workshop.recipients));
  return forgery.file?.(file) ?? file;
}

/**
 * The payload with both people's acts signed anew over what it says now, so that what is wrong with it
 * is all that is wrong; acts that a forgery changed itself stay, as does what has no report's shape.
 */
function actsThatFit(payload: unknown, good: ReportStatement): unknown {
  const parsed = reportStatementShape.safeParse(payload);
  if (!parsed.success) return payload;
  const { data: statement } = parsed;
  const content = contentOf(statement.files);
  const { from, period, revision } = statement;
  const signed = (act: 'prepared' | 'approved', signer: SigningKey) => {
    const meant = good[act];
    if (content === null || meant === null) return statement[act];
    if (canonicalJson(statement[act]) !== canonicalJson(meant)) return statement[act];
    const { name, at } = meant;
    const kind = act === 'prepared' ? 'prepare' : 'approve';
    const facts = { act: kind, unit: from.unit, period, revision, name, at, content } as const;
    return signAct({ ...facts, paper: null }, signer);
  };
  const prepared = signed('prepared', preparer);
  return { ...statement, prepared, approved: signed('approved', approver) };
}

/** The entries with a description that fits them; one that was changed on purpose stays. */
function described(
  entries: readonly ZipContent[],
  good: readonly ZipContent[],
): readonly ZipContent[] {
  return entries.map((entry) => {
    if (entry.path !== DATA_PACKAGE_PATH || !good.includes(entry)) return entry;
    const { resources, ...rest } = JSON.parse(Buffer.from(entry.bytes).toString('utf8')) as {
      resources: { path: string }[]; // our own data package
    };
    const fitting = resources.map((resource) => {
      const bytes = entries.find(({ path }) => path === resource.path)?.bytes;
      return bytes === undefined
        ? resource
        : { ...resource, bytes: bytes.length, hash: `sha256:${sha256Hex(bytes)}` };
    });
    return { ...entry, bytes: canonicalJsonBytes({ ...rest, resources: fitting }) };
  });
}

function listedAs({ path, bytes }: ZipContent) {
  return { path, bytes: bytes.length, sha256: sha256Hex(bytes) };
}
