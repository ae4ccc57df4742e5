import { readCatalogue } from '#shared/catalogue/read-catalogue.ts';
import type { Catalogue } from '#shared/catalogue/catalogue.ts';
import { dayInVietnam } from '#shared/kit/clock.ts';
import type { CalendarDay, Clock } from '#shared/kit/clock.ts';
import type { Refusal } from '#shared/kit/result.ts';
import { unitOn } from '#shared/domain/unit.ts';
import type { Unit, UnitCode } from '#shared/domain/unit.ts';

import type { Account } from '../storage/accounts.ts';
import { readCatalogueVersion, readCurrentCatalogue, readUnitName } from '../storage/catalogues.ts';
import type { ReadHandle } from '../storage/handle.ts';
import { hasSoundBackup } from '../storage/backups.ts';
import { openStore } from '../storage/open-store.ts';
import { isStoreGone, lastSetAside, setAside, storePath } from '../storage/store-file.ts';
import { readIdentity } from '../storage/store-identity.ts';
import type { StoreIdentity } from '../storage/store-identity.ts';
import { emptyInbox, forgetReading } from './inbox-state.ts';
import type { InboxState } from './inbox-state.ts';
import type { Places } from './places.ts';
import { createPlaces } from './places.ts';
import type { Ports } from './ports.ts';

/** What an office's services stand on. One office, one data folder, one connection, one session. */
export type Office = {
  readonly dataFolder: string;
  readonly clock: Clock;
  readonly ports: Ports;
  readonly version: string;
  readonly places: Places;
  /** The open store; null when it could not be opened, see `damage`. */
  store: ReadHandle | null;
  /** What the province is reading or taking in. */
  readonly inbox: InboxState;
  /** Why there is no store, for a page that says so; the program always opens. */
  damage: Refusal | null;
  account: Account | null;
  catalogue: Catalogue | null;
};

export type OfficeSettings = {
  readonly dataFolder: string;
  readonly clock: Clock;
  readonly ports: Ports;
  readonly version: string;
};

/**
 * Opens an office. A damaged store is set aside, never deleted, and `damage` names it; a newer one,
 * one in use and one that cannot be written are left where they are.
 */
export function openOffice(settings: OfficeSettings): Office {
  const office: Office = {
    ...settings,
    places: createPlaces(),
    inbox: emptyInbox(),
    store: null,
    damage: null,
    account: null,
    catalogue: null,
  };
  connect(office);
  return office;
}

/**
 * Opens the office's store, or says in `damage` why not. Where the store is gone and backups lie
 * beside it, nothing new is begun: that would hide the backups from who needs them.
 */
export function connect(office: Office): void {
  office.catalogue = null;
  office.store = null;
  if (isStoreGone(office.dataFolder) && hasSoundBackup(office.dataFolder)) {
    moveAside(office);
    const file = lastSetAside(office.dataFolder) ?? storePath(office.dataFolder);
    office.damage = { code: 'store-damaged', facts: { file } };
    return;
  }
  const opened = openStore(office.dataFolder, office.clock);
  if (opened.ok) {
    office.store = opened.value;
    office.damage = null;
    return;
  }
  office.damage = opened.refusal;
  if (opened.refusal.code === 'store-damaged') {
    office.damage = { code: 'store-damaged', facts: { file: moveAside(office) } };
  }
}

/** Sets the damaged file aside and gives its name; where the disk forbids that, it stays. */
function moveAside(office: Office): string {
  try {
    return setAside(office.dataFolder, office.clock.now().slice(0, 19).replace(/[-:]/g, ''));
  } catch {
    return storePath(office.dataFolder);
  }
}

/** Ends the session and gives the store's lock back. */
export function closeOffice(office: Office): void {
  forgetReading(office.inbox);
  if (office.inbox.run !== null) office.inbox.run.isCancelled = true;
  office.account = null;
  office.store?.close();
  office.store = null;
}

/** The store, for services that the router lets in only when there is one. */
export function storeOf(office: Office): ReadHandle {
  if (office.store === null) throw new Error('There is no open store.');
  return office.store;
}

/** Whose store it is, for services behind sign-in: an account exists only after setting up. */
export function identityOf(office: Office): StoreIdentity {
  const identity = readIdentity(storeOf(office));
  if (identity === null) throw new Error('The store was not set up.');
  return identity;
}

/** The signed-in account, for services behind sign-in. */
export function accountOf(office: Office): Account {
  if (office.account === null) throw new Error('Nobody is signed in.');
  return office.account;
}

/** The store's newest catalogue, checked once after opening. */
export function catalogueOf(office: Office): Catalogue {
  if (office.catalogue !== null) return office.catalogue;
  const content = readCurrentCatalogue(storeOf(office));
  if (content === null) throw new Error('The store has no catalogue.');
  const read = readCatalogue(JSON.parse(content));
  if (!read.ok) throw new Error(`The store's catalogue: ${JSON.stringify(read.refusal)}`);
  office.catalogue = read.value;
  return read.value;
}

/**
 * The catalogue of a version that the store has, by which a report was made; the newest for a version
 * that never was here. The last one that was asked for is kept.
 */
export function catalogueOfVersion(office: Office, version: number): Catalogue {
  const newest = catalogueOf(office);
  if (version === newest.version) return newest;
  const known = earlier.get(newest);
  if (known?.version === version) return known;
  const content = readCatalogueVersion(storeOf(office), version);
  const read = content === null ? null : readCatalogue(JSON.parse(content));
  if (read === null || !read.ok) return newest;
  earlier.set(newest, read.value);
  return read.value;
}

const earlier = new WeakMap<Catalogue, Catalogue>();

/** A unit of the store's catalogue; the code itself stands in for one that the catalogue lacks. */
export function unitName(office: Office, code: UnitCode): string {
  const name =
    office.catalogue === null
      ? readUnitName(storeOf(office), code, dayInVietnam(office.clock.now()))
      : findUnit(office, code)?.nameWithType;
  return name ?? code;
}

/** The unit that bears a code on a day, today where none is said; else the one that bore it last. */
export function findUnit(
  office: Office,
  code: UnitCode,
  day: CalendarDay = dayInVietnam(office.clock.now()),
): Unit | null {
  const { units } = catalogueOf(office);
  const spans = units.filter((unit) => unit.code === code);
  return unitOn(spans, code, day) ?? spans.at(-1) ?? null;
}
