import { readFileSync, statSync } from 'node:fs';
import { basename } from 'node:path';

import { sha256Hex, utf8 } from '#shared/bundle/bytes.ts';
import type { Sha256 } from '#shared/bundle/bytes.ts';
import { builtInCatalogue } from '#shared/catalogue/built-in.ts';
import type { Catalogue } from '#shared/catalogue/catalogue.ts';
import { applyEdit } from '#shared/catalogue/edit/apply-edit.ts';
import { differencesOf } from '#shared/catalogue/edit/differences.ts';
import { replacedParts, withReplacedParts } from '#shared/catalogue/edit/replaced-parts.ts';
import type { ReplacedParts } from '#shared/catalogue/edit/replaced-parts.ts';
import { catalogueSchema } from '#shared/catalogue/schema.ts';
import type { DraftView } from '#shared/ipc/calls/catalogue-desk.ts';
import type { CallOutput, HandledInput } from '#shared/ipc/contract.ts';
import { ok, refuse } from '#shared/kit/result.ts';
import type { Result } from '#shared/kit/result.ts';
import { translator } from '#shared/text/translate.ts';

import {
  deleteDraft,
  insertDraftStep,
  keepDraft,
  readDraft,
  readLastStep,
} from '../storage/catalogue-drafts.ts';
import type { DraftStep, StoredDraft } from '../storage/catalogue-drafts.ts';
import { insertCatalogue } from '../storage/catalogues.ts';
import { write } from '../storage/handle.ts';
import type { WriteHandle } from '../storage/handle.ts';
import { auditAccount } from './account-audit.ts';
import { draftFaults } from './draft-faults.ts';
import { writeDurably } from './durable-file.ts';
import { accountOf, catalogueOf, storeOf } from './office.ts';
import type { Office } from './office.ts';
import { languageOf, provePassword } from './sessions.ts';

const largestFile = 32 * 1024 * 1024;
/** Somebody mends the first faults first; the rest may follow from them. */
const mostFaults = 50;

/** Province: the draft of the next version with its faults, held against the version in force. */
export function viewDraft(office: Office): DraftView {
  const stored = readDraft(storeOf(office));
  const inForce = catalogueOf(office);
  const draft = draftOf(office);
  return {
    inForce: inForce.version,
    next: nextVersion(office),
    catalogue: draft,
    edited: stored === null ? null : { by: stored.changedBy, at: stored.changedAt },
    faults: stored === null ? [] : draftFaults(office, draft).slice(0, mostFaults),
    differences: stored === null ? [] : [...differencesOf(inForce, draft, languageOf(office))],
    lastStep: viewLastStep(office, draft),
  };
}

/** Province: applies one edit to the draft and keeps it, faults and all. Refuses as `applyEdit`. */
export function editDraft(
  office: Office,
  { edit }: HandledInput<'catalogue.edit'>,
): Result<DraftView> {
  const edited = applyEdit(draftOf(office), edit);
  if (!edited.ok) return edited;
  const baseVersion = readDraft(storeOf(office))?.baseVersion ?? catalogueOf(office).version;
  keep(office, edited.value, baseVersion, {
    action: 'edit',
    edit: JSON.stringify(edit),
    undoes: null,
  });
  return ok(viewDraft(office));
}

/**
 * Province: lets the draft go; the version in force is the one to edit again. What it was stays among
 * the steps.
 */
export function discardDraft(office: Office): DraftView {
  write(storeOf(office), (handle) => {
    noteStep(office, handle, { action: 'discard', edit: null, undoes: null }, null);
    deleteDraft(handle);
  });
  return viewDraft(office);
}

/**
 * Province: undoes the last step of the draft, and the one before it when asked again. What it takes
 * back stays among the steps. Refuses `draft-step-not-last` where somebody did something since.
 */
export function undoStep(
  office: Office,
  { step }: HandledInput<'catalogue.undo'>,
): Result<DraftView> {
  const undoable = lastUndoable(office);
  if (undoable?.id !== step) return refuse('draft-step-not-last');
  const { before } = undoable;
  if (before !== null) {
    const undo = { action: 'undo', edit: null, undoes: step } as const;
    keep(office, before.catalogue, before.baseVersion, undo);
    return ok(viewDraft(office));
  }
  write(storeOf(office), (handle) => {
    noteStep(office, handle, { action: 'undo', edit: null, undoes: step }, null);
    deleteDraft(handle);
  });
  return ok(viewDraft(office));
}

/**
 * Province: puts a whole catalogue of a JSON file in the draft's place: how an entirely different plan
 * comes in. One that contradicts itself is kept with its faults. Refuses as `readCatalogueFile`.
 */
export function loadDraft(
  office: Office,
  { file }: HandledInput<'catalogue.load'>,
): Result<DraftView> {
  const path = office.places.file(file);
  if (!path.ok) return path;
  const read = readCatalogueFile(path.value);
  if (!read.ok) return read;
  const draft = { ...read.value, version: nextVersion(office) };
  keep(office, draft, catalogueOf(office).version, { action: 'load', edit: null, undoes: null });
  return ok(viewDraft(office));
}

/**
 * A catalogue of a JSON file, right in its shape; whether it contradicts itself is not looked at.
 * Refuses `catalogue-file-unreadable` {file} and `catalogue-malformed` {at, problem}.
 */
export function readCatalogueFile(path: string): Result<Catalogue> {
  const data = jsonOf(path);
  if (data === undefined) return refuse('catalogue-file-unreadable', { file: basename(path) });
  const parsed = catalogueSchema.safeParse(data);
  if (parsed.success) return ok(parsed.data);
  const [issue] = parsed.error.issues;
  const at = issue?.path.map(String).join('.') ?? '';
  return refuse('catalogue-malformed', { at, problem: issue?.message ?? '' });
}

/** Province: writes the draft, or the version in force, as a file. Refuses as `writeDurably`. */
export function saveDraft(
  office: Office,
  { folder }: HandledInput<'catalogue.save'>,
): Result<CallOutput<'catalogue.save'>> {
  const path = office.places.folder(folder);
  if (!path.ok) return path;
  const draft = draftOf(office);
  const t = translator(languageOf(office));
  const name = t('catalogueDesk.file.name', { version: draft.version });
  const text = `${JSON.stringify(draft, null, 2)}\n`;
  const written = writeDurably(path.value, name, Buffer.from(text, 'utf8'));
  return written.ok ? ok({ fileName: written.value }) : written;
}

/**
 * Province: makes the draft the version in force. Refuses `draft-missing` where it changes nothing,
 * `draft-outdated` {base, version} where a newer version came in since it was begun,
 * `draft-inconsistent` {faults, at}, and wrong passwords.
 */
export async function publishDraft(
  office: Office,
  { password }: HandledInput<'catalogue.publish'>,
): Promise<Result<DraftView>> {
  const proven = await provePassword(office, accountOf(office), password);
  if (!proven.ok) return proven;
  proven.value.wrappingKey.fill(0);
  const store = storeOf(office);
  const draft: Catalogue = { ...draftOf(office), version: nextVersion(office) };
  const stored = readDraft(store);
  const inForce = catalogueOf(office);
  const changes = stored === null ? 0 : differencesOf(inForce, draft).length;
  if (stored === null || changes === 0) return refuse('draft-missing');
  if (stored.baseVersion !== inForce.version) {
    return refuse('draft-outdated', { base: stored.baseVersion, version: inForce.version });
  }
  const faults = draftFaults(office, draft);
  const [first] = faults;
  if (first !== undefined) {
    return refuse('draft-inconsistent', { faults: faults.length, at: first.at });
  }
  write(store, (handle) => {
    const at = office.clock.now();
    insertCatalogue(handle, draft.version, JSON.stringify(draft), at, 'published');
    deleteDraft(handle);
    const object = `${String(draft.version)}/${String(changes)}`;
    auditAccount(office, handle, 'catalogue.publish', object, digestOf(JSON.stringify(draft)));
  });
  office.catalogue = draft;
  return ok(viewDraft(office));
}

/** No version of the program's own may bear the number of another one of the province's. */
function nextVersion(office: Office): number {
  return Math.max(catalogueOf(office).version, builtInCatalogue.version) + 1;
}

function draftOf(office: Office): Catalogue {
  const stored = readDraft(storeOf(office));
  const version = nextVersion(office);
  if (stored === null) return { ...catalogueOf(office), version };
  return { ...contentOf(stored), version };
}

function contentOf({ content }: StoredDraft): Catalogue {
  return catalogueSchema.parse(JSON.parse(content));
}

/** Always in the schema's order, so that a draft that comes again has the same text. */
function textOf(draft: Catalogue): string {
  return JSON.stringify(catalogueSchema.parse(draft));
}

type Undoable = Pick<DraftStep, 'action' | 'by' | 'at'> & {
  readonly id: number;
  /** The draft as it was before; null where there was none. */
  readonly before: { readonly catalogue: Catalogue; readonly baseVersion: number } | null;
};

/**
 * The last step that was not undone, where it made the draft what it is now and what it replaced was
 * kept; null where it cannot be undone: after publishing, and for steps of earlier programs.
 */
function lastUndoable(office: Office): Undoable | null {
  const store = storeOf(office);
  const step = readLastStep(store);
  const stored = readDraft(store);
  const now = stored === null ? null : digestOf(stored.content);
  if (step === null || step.after !== now) return null;
  const { id, action, by, at } = step;
  // Discarding where there was no draft did nothing.
  if (step.before === null) return now === null ? null : { id, action, by, at, before: null };
  const { replaced, replacedBase: baseVersion } = step;
  if (replaced === null || baseVersion === null) return null;
  const kept: unknown = JSON.parse(replaced);
  const catalogue = catalogueSchema.parse(
    action === 'edit' && stored !== null
      ? // Kept by `noteStep`.
        withReplacedParts(contentOf(stored), kept as ReplacedParts)
      : kept,
  );
  return { id, action, by, at, before: { catalogue, baseVersion } };
}

function viewLastStep(office: Office, draft: Catalogue): DraftView['lastStep'] {
  const last = lastUndoable(office);
  if (last === null || last.action === 'undo') return null;
  const { id, action, by, at, before } = last;
  const earlier = before === null ? catalogueOf(office) : before.catalogue;
  const differences =
    action === 'edit' ? [...differencesOf(earlier, draft, languageOf(office))] : [];
  return { id, action, by, at, differences };
}

type Step = Pick<DraftStep, 'action' | 'edit' | 'undoes'>;

function keep(office: Office, draft: Catalogue, baseVersion: number, step: Step): void {
  const { displayName } = accountOf(office);
  write(storeOf(office), (handle) => {
    noteStep(office, handle, step, draft);
    keepDraft(handle, {
      content: textOf(draft),
      baseVersion,
      changedBy: displayName,
      changedAt: office.clock.now(),
    });
  });
}

/** Notes what is done to the draft, with its digests before and after, before it is done. */
function noteStep(office: Office, handle: WriteHandle, step: Step, next: Catalogue | null): void {
  const stored = readDraft(handle);
  const before = stored === null ? null : digestOf(stored.content);
  const after = next === null ? null : digestOf(textOf(next));
  insertDraftStep(handle, {
    ...step,
    replaced: stored === null ? null : replacedBy(handle, stored, step, next),
    replacedBase: stored?.baseVersion ?? null,
    before,
    after,
    by: accountOf(office).displayName,
    at: office.clock.now(),
  });
  const detail = `${before ?? '-'} ${after ?? '-'}`;
  auditAccount(office, handle, `catalogue.${step.action}`, String(nextVersion(office)), detail);
}

/** What a step takes away that nothing else keeps, as JSON text. */
function replacedBy(
  handle: WriteHandle,
  stored: StoredDraft,
  { action }: Step,
  next: Catalogue | null,
): string | null {
  if (action === 'edit' && next !== null) {
    return JSON.stringify(replacedParts(contentOf(stored), next));
  }
  return action === 'undo' && readLastStep(handle)?.action === 'edit' ? null : stored.content;
}

/** Of the text as it is kept: a draft with faults may have no canonical form. */
function digestOf(content: string): Sha256 {
  return sha256Hex(utf8(content));
}

function jsonOf(path: string): unknown {
  try {
    if (statSync(path).size > largestFile) return undefined;
    return JSON.parse(readFileSync(path, 'utf8').replace(/^\uFEFF/, ''));
  } catch {
    return undefined;
  }
}
