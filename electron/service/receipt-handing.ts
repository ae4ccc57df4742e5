import { mkdirSync } from 'node:fs';
import { join } from 'node:path';

import { parseBundleFileName } from '#shared/bundle/names.ts';
import { parseUnitCode } from '#shared/domain/unit.ts';
import type { UnitCode } from '#shared/domain/unit.ts';
import type { Verdict } from '#shared/ipc/calls/exchange.ts';
import type { CallOutput, HandledInput } from '#shared/ipc/contract.ts';
import { ok, refuse } from '#shared/kit/result.ts';
import type { Result } from '#shared/kit/result.ts';
import { searchKey } from '#shared/text/fold.ts';

import { isDiskFault } from '../storage/disk-fault.ts';
import { insertHanded, listUnhanded } from '../storage/handed-receipts.ts';
import type { UnhandedReceipt } from '../storage/handed-receipts.ts';
import { write } from '../storage/handle.ts';
import { findIssuedReceipt, readReceiptContent } from '../storage/issued-receipts.ts';
import { durableFolder } from './durable-file.ts';
import type { DurableFolder, WriteRefusal } from './durable-file.ts';
import { accountOf, findUnit, storeOf, unitName } from './office.ts';
import type { Office } from './office.ts';

/** The folder beside the store in which receipts wait for whoever carries them. */
const outboxName = 'hop-thu-di';

/** Every answer in force that was never written anywhere, by unit. */
export function listUnwritten(office: Office): CallOutput<'answer.unwritten'> {
  return listUnhanded(storeOf(office)).map((receipt) => {
    const unit = unitOf(receipt);
    return {
      sequence: receipt.sequence,
      unit: unit ?? '',
      unitName: unit === null ? receipt.fileName : unitName(office, unit),
      fileName: receipt.fileName,
    };
  });
}

/** How many receipts are written before they are confirmed and marked, in one transaction. */
const atOnce = 64;

/**
 * Writes receipts for the courier: to a folder, to one folder for each unit in it, or to the outbox;
 * one of them, or all that were never written. Stops at the first that cannot be written; those
 * before it are written and marked. Refuses `receipt-unknown`, `place-unknown`, and as `writeDurably`.
 */
export async function handReceipts(
  office: Office,
  { sequence, to }: HandledInput<'answer.hand'>,
): Promise<Result<CallOutput<'answer.hand'>>> {
  const store = storeOf(office);
  const chosen = sequence === null ? listUnhanded(store) : oneReceipt(office, sequence);
  if (chosen === null) return refuse('receipt-unknown');
  const root = to.kind === 'outbox' ? ok(join(office.dataFolder, outboxName)) : rootOf(office, to);
  if (!root.ok) return root;
  // Whoever asked hands them over, also when somebody else has signed in by the time they are written.
  const by = accountOf(office).displayName;
  const way = to.kind === 'outbox' ? 'outbox' : 'folder';
  const folders = courierFolders();
  const written: Handed[] = [];
  for (let from = 0; from < chosen.length; from += atOnce) {
    const some = chosen.slice(from, from + atOnce).map((receipt) => ({
      receipt,
      folder:
        to.kind === 'folder' ? root.value : join(root.value, folderOf(office, receipt, to.kind)),
    }));
    const { handed, refused } = await writeSome(office, some, folders);
    if (handed.length > 0) {
      noteHanded(
        office,
        handed.map(({ sequence: number }) => number),
        way,
        by,
      );
    }
    if (refused !== null) return refused;
    written.push(...handed);
  }
  return ok({
    written: written.map(({ fileName, folderLabel }) => ({ fileName, folderLabel })),
    folderLabel: root.value,
  });
}

type Handed = CallOutput<'answer.hand'>['written'][number] & { readonly sequence: number };
type Refusing = Extract<Result<string, WriteRefusal>, { ok: false }>;

/** Writes some receipts up to the first that cannot be; `handed` are those that are durable by now. */
async function writeSome(
  office: Office,
  some: readonly { readonly receipt: UnhandedReceipt; readonly folder: string }[],
  folderFor: (path: string) => DurableFolder,
): Promise<{ readonly handed: readonly Handed[]; readonly refused: Refusing | null }> {
  const written: Handed[] = [];
  let refused: Refusing | null = null;
  for (const { receipt, folder } of some) {
    const { sequence, fileName } = receipt;
    const content = readReceiptContent(storeOf(office), sequence);
    const name = await folderFor(folder).write(fileName, content);
    if (name.ok) written.push({ sequence, fileName: name.value, folderLabel: folder });
    else refused = name;
    if (refused !== null) break;
  }
  const confirmed = new Set<string>();
  for (const folder of new Set(written.map(({ folderLabel }) => folderLabel))) {
    const synced = await folderFor(folder).confirm();
    if (synced.ok) confirmed.add(folder);
    else refused ??= synced;
  }
  return { handed: written.filter(({ folderLabel }) => confirmed.has(folderLabel)), refused };
}

/** Folders that this program makes are made here, once; a missing stick stays missing. */
function courierFolders(): (path: string) => DurableFolder {
  const folders = new Map<string, DurableFolder>();
  return (path) => {
    const known = folders.get(path);
    if (known !== undefined) return known;
    try {
      mkdirSync(path, { recursive: true });
    } catch {
      // What keeps it from being made is said by writing into it.
    }
    const folder = durableFolder(path);
    folders.set(path, folder);
    return folder;
  };
}

/** Marks receipts as handed over, by whoever is signed in where nobody else is named. */
export function noteHanded(
  office: Office,
  sequences: readonly number[],
  way: 'folder' | 'outbox',
  name: string = accountOf(office).displayName,
): void {
  const by = { name, at: office.clock.now() };
  write(storeOf(office), (handle) => {
    for (const sequence of sequences) insertHanded(handle, sequence, way, by);
  });
}

/**
 * Marks the receipts that an import wrote beside the bundles; gives its verdicts on. They stand by then:
 * a full or failing disk hides none of them, and the receipts are asked for once more at worst.
 */
export function noteWritten(office: Office, verdicts: Verdict[]): Verdict[] {
  const names = new Set(verdicts.map(({ receiptFileName }) => receiptFileName));
  try {
    const sequences = listUnhanded(storeOf(office))
      .filter(({ fileName }) => names.has(fileName))
      .map(({ sequence }) => sequence);
    if (sequences.length > 0) noteHanded(office, sequences, 'folder');
  } catch (fault) {
    if (!isDiskFault(fault)) throw fault;
  }
  return verdicts;
}

function oneReceipt(office: Office, sequence: number): readonly UnhandedReceipt[] | null {
  const receipt = findIssuedReceipt(storeOf(office), sequence);
  return receipt === null ? null : [receipt];
}

function rootOf(
  office: Office,
  to: Exclude<HandledInput<'answer.hand'>['to'], { readonly kind: 'outbox' }>,
): Result<string> {
  return office.places.folder(to.folder);
}

/** Receipts name their addressee: this office gave them their names. */
function unitOf({ fileName }: UnhandedReceipt): UnitCode | null {
  const name = parseBundleFileName(fileName);
  return name === null ? null : parseUnitCode(name.to);
}

function folderOf(
  office: Office,
  receipt: UnhandedReceipt,
  kind: 'outbox' | 'unit-folders',
): string {
  const unit = unitOf(receipt);
  if (unit === null) return '';
  return kind === 'outbox' ? unit : unitFolder(unit, findUnit(office, unit)?.name ?? '');
}

/** `300-son-tay`: as every system and every stick can write it. */
function unitFolder(unit: UnitCode, name: string): string {
  const plain = searchKey(name)
    .replace(/[^a-z0-9]+/gu, '-')
    .replace(/^-|-$/gu, '');
  return plain === '' ? unit : `${unit}-${plain}`;
}
