import { join, resolve } from 'node:path';

import { ok } from '#shared/kit/result.ts';
import type { Result } from '#shared/kit/result.ts';
import type { Verdict } from '#shared/ipc/calls/exchange.ts';

import { needed, operandOf } from '../arguments.ts';
import type { Invocation } from '../arguments.ts';
import { ownPassword } from '../desk.ts';
import type { Desk } from '../desk.ts';
import { columns, done } from '../output.ts';
import type { Fault, Outcome } from '../output.ts';
import { periodOf } from './show.ts';

/** `export`: seals an approved period and writes the bundle to a folder. */
export async function exportBundle(desk: Desk, invocation: Invocation): Promise<Result<Outcome>> {
  const { call, office, say } = desk;
  const period = periodOf(invocation);
  if (!period.ok) return period;
  const folder = resolve(needed(invocation, 'to'));
  const { handle } = office.places.remember(folder);
  // Asked before sealing: a folder that is not there should leave the report as it is.
  const isThere = office.places.folder(handle);
  if (!isThere.ok) return isThere;
  const sealed = await call('bundle.seal', { period: period.value, password: ownPassword(desk) });
  if (!sealed.ok) return sealed;
  const copied = await call('bundle.copy', { id: sealed.value.id, folder: handle });
  if (!copied.ok) return copied;
  const { fileName, checkCode, sequence, revision } = copied.value;
  const file = join(folder, fileName);
  const text = say('cli.done.exported', { file, checkCode, sequence, revision });
  return ok(done({ ...copied.value, file }, text));
}

/**
 * `import`: the province takes in files and folders of bundles; one verdict for each file. With
 * `--dry-run` it says what would become of them and changes nothing.
 */
export async function importBundles(desk: Desk, invocation: Invocation): Promise<Result<Outcome>> {
  const verdicts: PlacedVerdict[] = [];
  const isTrial = invocation.given['dry-run'] !== undefined;
  for (const path of invocation.operands) {
    const place = resolve(path);
    const received = await verdictsOf(desk, place, isTrial);
    if (!received.ok) return received;
    verdicts.push(...received.value.map((verdict) => ({ ...verdict, place })));
  }
  return ok(outcomeOf(verdicts, desk, isTrial));
}

async function verdictsOf(
  desk: Desk,
  path: string,
  isTrial: boolean,
): Promise<Result<readonly Verdict[]>> {
  const place = desk.office.places.remember(path).handle;
  const password = ownPassword(desk);
  if (!isTrial) return desk.call('bundle.receive', { place, password });
  const looked = await desk.call('inbox.preview', { place, password });
  if (!looked.ok) return looked;
  await desk.call('inbox.cancel', {});
  return ok(looked.value.verdicts);
}

/** `receipt import`: the district takes in the province's answers, from a file or a folder. */
export async function importReceipts(desk: Desk, invocation: Invocation): Promise<Result<Outcome>> {
  const place = resolve(operandOf(invocation));
  const received = await desk.call('receipt.import', {
    folder: desk.office.places.remember(place).handle,
    password: ownPassword(desk),
  });
  if (!received.ok) return received;
  return ok(
    outcomeOf(
      received.value.map((verdict) => ({ ...verdict, place })),
      desk,
    ),
  );
}

/** `issue-catalogue`: the province's catalogue in force, sealed for every unit that is enrolled. */
export async function issueCatalogue(desk: Desk, invocation: Invocation): Promise<Result<Outcome>> {
  const folder = resolve(needed(invocation, 'to'));
  const issued = await desk.call('catalogue.issue', {
    folder: desk.office.places.remember(folder).handle,
    password: ownPassword(desk),
  });
  if (!issued.ok) return issued;
  const { version, files, missing } = issued.value;
  const text = [
    columns(files.map(({ name, fileName }) => [join(folder, fileName), name])),
    desk.say('cli.done.catalogueIssued', { version, files: files.length }),
  ].join('\n');
  const faults = missing.map(({ name: about, refusal }) => ({ about, refusal }));
  return ok({ ...done({ version, folder, files, missing }, text), faults });
}

type PlacedVerdict = Verdict & { readonly place: string };

/** Files that were passed over are no failure; everything else that has a refusal is. */
function outcomeOf(verdicts: readonly PlacedVerdict[], { say }: Desk, isTrial = false): Outcome {
  const faults = verdicts.flatMap(({ outcome, refusal, fileName }): Fault[] =>
    refusal === null || outcome === 'skipped' ? [] : [{ about: fileName, refusal }],
  );
  const rows = verdicts.map((verdict) => [
    say(`verdict.${isTrial ? 'expected' : 'outcomes'}.${verdict.outcome}`),
    verdict.fileName,
    verdict.unitName ?? catalogueName(verdict, say),
    verdict.receiptFileName ?? '',
  ]);
  const text = rows.length === 0 ? say('verdict.empty') : columns(rows);
  return { ...done(verdicts, text), faults };
}

function catalogueName({ catalogue }: Verdict, say: Desk['say']): string {
  return catalogue === null ? '' : say('cli.done.catalogue', { version: catalogue });
}
