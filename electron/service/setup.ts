import type { Catalogue } from '#shared/catalogue/catalogue.ts';
import { readCatalogue } from '#shared/catalogue/read-catalogue.ts';
import { newSeries } from '#shared/bundle/series.ts';
import { firstRoleOf, rolesOf, usesOfficeKeys } from '#shared/domain/role.ts';
import type { Side } from '#shared/domain/role.ts';
import { isValidOn } from '#shared/domain/unit.ts';
import type { Unit } from '#shared/domain/unit.ts';
import type { CallOutput, HandledInput } from '#shared/ipc/contract.ts';
import { dayInVietnam } from '#shared/kit/clock.ts';
import { plainName } from '#shared/kit/plain-text.ts';
import { ok, refuse } from '#shared/kit/result.ts';
import type { Result } from '#shared/kit/result.ts';

import { makeOfficeKeys } from '../keys/office-secrets.ts';
import { derivePassword, shortestPassword } from '../keys/password.ts';
import { rewrapPersonKey } from '../keys/person-key.ts';
import { findAccountKey, updateSealedSeed } from '../storage/account-keys.ts';
import { findAccount, insertAccount, listAccounts, updatePassword } from '../storage/accounts.ts';
import { appendAudit } from '../storage/audit.ts';
import { restoreFromBackup, viewBackups } from '../storage/backups.ts';
import { insertCatalogue } from '../storage/catalogues.ts';
import { write } from '../storage/handle.ts';
import { insertOfficeKey } from '../storage/office-keys.ts';
import { insertIdentity, readIdentity, replaceSeries } from '../storage/store-identity.ts';
import { accountOf, catalogueOf, connect, identityOf, storeOf } from './office.ts';
import type { Office } from './office.ts';
import { closeOfficeKey, openOfficeKey } from './person-boxes.ts';
import { provePassword, sessionState } from './sessions.ts';
import { issueFirstKeyring } from './trust.ts';

const accountName = /^[\p{L}\p{M}\p{N}][\p{L}\p{M}\p{N} ._-]{0,39}$/u;

/** Read when a store is set up and not before: checking it takes longer than opening a store. */
async function readBuiltInCatalogue(): Promise<Catalogue> {
  return (await import('#shared/catalogue/built-in.ts')).builtInCatalogue;
}

/** The program's own catalogue, or the one of a file that was picked. Refuses as `readCatalogue`. */
async function firstCatalogue(
  office: Office,
  file: string | undefined,
): Promise<Result<Catalogue>> {
  if (file === undefined) return ok(await readBuiltInCatalogue());
  const path = office.places.file(file);
  if (!path.ok) return path;
  const { readCatalogueFile } = await import('./catalogue-desk.ts');
  const read = readCatalogueFile(path.value);
  return read.ok ? readCatalogue(read.value) : read;
}

/**
 * The units that a store may be set up for, the province first, then in code order; those of the
 * store's own catalogue once there is a store. Refuses as
 * `firstCatalogue`.
 */
export async function listUnits(
  office: Office,
  { catalogue: file }: HandledInput<'setup.units'>,
): Promise<Result<CallOutput<'setup.units'>>> {
  const isSetUp = office.store !== null && readIdentity(office.store) !== null;
  const catalogue = isSetUp ? ok(catalogueOf(office)) : await firstCatalogue(office, file);
  if (!catalogue.ok) return catalogue;
  const today = dayInVietnam(office.clock.now());
  const all = catalogue.value.units;
  const bearers = new Set(all.filter((unit) => isValidOn(unit, today)).map(({ code }) => code));
  // A unit that was renamed has one code and several spans; one that ended is set up by nobody.
  const units = all.filter(
    (unit) => isValidOn(unit, today) || (unit.successor === null && !bearers.has(unit.code)),
  );
  return ok(
    units.flatMap((unit) => {
      const side = sideOf(unit);
      if (side === null) return [];
      const { code, nameWithType, searchKey } = unit;
      return [
        { code, side, nameWithType, committeeName: unit.committeeName ?? nameWithType, searchKey },
      ];
    }),
  );
}

/**
 * Sets a store up: unit, the first catalogue (the program's own, or a picked file's), the office's keys, its first account (which
 * administers the store) and, at the province, the first keyring; then signs that account in.
 * Refuses as `firstCatalogue`, `store-exists`, `unit-unknown`, `account-name-unusable`, `password-too-short` {shortest}.
 */
export async function createStore(
  office: Office,
  { side, unit: unitText, account, catalogue: file }: HandledInput<'setup.create'>,
): Promise<Result<CallOutput<'setup.create'>>> {
  if (office.store === null) {
    return { ok: false, refusal: office.damage ?? { code: 'store-unwritable', facts: {} } };
  }
  if (readIdentity(office.store) !== null) return refuse('store-exists');
  const read = await firstCatalogue(office, file);
  if (!read.ok) return read;
  const catalogue = read.value;
  const unit = catalogue.units.find((candidate) => candidate.code === unitText);
  if (unit === undefined || sideOf(unit) !== side)
    return refuse('unit-unknown', { unit: unitText });
  const usable = checkNewAccount(account.name, account.password);
  if (!usable.ok) return usable;

  const purposes =
    side === 'province'
      ? (['signing', 'working', 'escrow'] as const)
      : (['signing', 'working'] as const);
  const { keys, officeKey } = await makeOfficeKeys(unit.code, purposes);
  const { hash, wrappingKey } = await derivePassword(account.password);
  const copy = await closeOfficeKey(office, officeKey, wrappingKey, account.name);
  const now = office.clock.now();
  const role = firstRoleOf(side);
  write(office.store, (handle) => {
    insertIdentity(handle, { side, unit: unit.code, series: newSeries() }, now);
    const origin = file === undefined ? 'program' : 'file';
    insertCatalogue(handle, catalogue.version, JSON.stringify(catalogue), now, origin);
    for (const key of keys) insertOfficeKey(handle, key, now);
    insertAccount(
      handle,
      {
        name: account.name,
        displayName: displayNameOf(account),
        role,
        isAdministrator: true,
        passwordHash: hash,
        wrappedKey: copy,
      },
      now,
    );
    appendAudit(handle, {
      at: now,
      actor: account.name,
      role,
      action: 'store.create',
      object: unit.code,
      detail: '',
    });
    if (side === 'province') {
      issueFirstKeyring(office, { name: account.name, role }, officeKey);
    }
  });
  office.account = findAccount(office.store, account.name);
  return ok(await sessionState(office));
}

export function listBackupViews(office: Office): CallOutput<'setup.backups'> {
  return [...viewBackups(office.dataFolder)];
}

/**
 * Opens a backup in place of a damaged store, under a new series of bundles. Refuses
 * `nothing-to-restore`, `no-backup`, `backup-unusable` {backup} for one that was named.
 */
export async function restoreBackup(
  office: Office,
  { backup }: HandledInput<'setup.restoreBackup'>,
): Promise<Result<CallOutput<'setup.restoreBackup'>>> {
  if (office.damage?.code !== 'store-damaged') return refuse('nothing-to-restore');
  const restored = restoreFromBackup(office.dataFolder, backup);
  if (restored === null) {
    return backup === null ? refuse('no-backup') : refuse('backup-unusable', { backup });
  }
  connect(office);
  if (office.store !== null) {
    const at = office.clock.now();
    write(office.store, (handle) => {
      replaceSeries(handle, newSeries());
      const act = { at, actor: '', role: '', object: restored, detail: '' } as const;
      appendAudit(handle, { ...act, action: 'store.restore' });
    });
  }
  return ok(await sessionState(office));
}

export function listAccountViews(office: Office): CallOutput<'account.list'> {
  return listAccounts(storeOf(office)).map(({ name, displayName, role, isAdministrator }) => ({
    name,
    displayName,
    role,
    isAdministrator,
  }));
}

/**
 * Adds an account; the administrator's own password opens the office's key for those who need it.
 * Refuses `role-of-other-side`, `account-exists`, `account-name-unusable`, `password-too-short`,
 * `password-wrong`, and as `openOfficeKey`.
 */
export async function addAccount(
  office: Office,
  input: HandledInput<'account.add'>,
): Promise<Result<CallOutput<'account.add'>>> {
  const store = storeOf(office);
  const administrator = accountOf(office);
  if (!rolesOf(identityOf(office).side).includes(input.role)) {
    return refuse('role-of-other-side', { role: input.role });
  }
  const usable = checkNewAccount(input.name, input.password);
  if (!usable.ok) return usable;
  if (findAccount(store, input.name) !== null) {
    return refuse('account-exists', { account: input.name });
  }
  const proven = await provePassword(office, administrator, input.ownPassword);
  if (!proven.ok) return proven;
  const officeKey = await openOfficeKey(office, administrator, proven.value.wrappingKey);
  if (!officeKey.ok) return officeKey;
  const { hash, wrappingKey } = await derivePassword(input.password);
  const copy = usesOfficeKeys(input.role)
    ? await closeOfficeKey(office, officeKey.value, wrappingKey, input.name)
    : null;
  const now = office.clock.now();
  write(store, (handle) => {
    insertAccount(
      handle,
      {
        name: input.name,
        displayName: displayNameOf(input),
        role: input.role,
        isAdministrator: false,
        passwordHash: hash,
        wrappedKey: copy,
      },
      now,
    );
    appendAudit(handle, {
      at: now,
      actor: administrator.name,
      role: administrator.role,
      action: 'account.add',
      object: input.name,
      detail: input.role,
    });
  });
  return ok(listAccountViews(office));
}

/**
 * Changes the signed-in account's password; its copy of the office's key and its own key move along.
 * Where that copy cannot be opened nothing changes: refuses as `openOfficeKey`, and as a new account's
 * password.
 */
export async function changePassword(
  office: Office,
  { oldPassword, newPassword }: HandledInput<'account.changePassword'>,
): Promise<Result<Record<string, never>>> {
  const account = accountOf(office);
  const usable = checkNewAccount(account.name, newPassword);
  if (!usable.ok) return usable;
  const proven = await provePassword(office, account, oldPassword);
  if (!proven.ok) return proven;
  const { hash, wrappingKey } = await derivePassword(newPassword);
  let copy: string | null = null;
  if (account.wrappedKey !== null) {
    const officeKey = await openOfficeKey(office, account, proven.value.wrappingKey);
    if (!officeKey.ok) return officeKey;
    copy = await closeOfficeKey(office, officeKey.value, wrappingKey, account.name);
    officeKey.value.fill(0);
  }
  const ownKey = findAccountKey(storeOf(office), account.id);
  const sealedSeed =
    ownKey === null
      ? null
      : rewrapPersonKey(ownKey, proven.value.wrappingKey, wrappingKey, account.name);
  for (const secret of [proven.value.wrappingKey, wrappingKey]) secret.fill(0);
  write(storeOf(office), (handle) => {
    updatePassword(handle, account.id, hash, copy);
    if (sealedSeed !== null) updateSealedSeed(handle, account.id, sealedSeed);
    appendAudit(handle, {
      at: office.clock.now(),
      actor: account.name,
      role: account.role,
      action: 'account.changePassword',
      object: account.name,
      detail: '',
    });
  });
  office.account = findAccount(storeOf(office), account.name);
  return ok({});
}

function sideOf(unit: Unit): Side | null {
  return unit.level === 'district' || unit.level === 'province' ? unit.level : null;
}

function checkNewAccount(
  name: string,
  password: string,
): Result<null, 'account-name-unusable' | 'password-too-short'> {
  if (!accountName.test(name)) return refuse('account-name-unusable');
  return [...password].length < shortestPassword
    ? refuse('password-too-short', { shortest: shortestPassword })
    : ok(null);
}

function displayNameOf(account: { readonly name: string; readonly displayName: string }): string {
  const name = plainName(account.displayName);
  return name === '' ? plainName(account.name) : name;
}
