import { foundation } from './0001-foundation.ts';
import { attachments } from './0002-attachments.ts';
import { excelLayouts } from './0003-excel-layouts.ts';
import { eventOrder } from './0004-event-order.ts';
import { receivedCells } from './0005-received-cells.ts';
import { changeLinks } from './0006-change-links.ts';
import { seriesOrder } from './0007-series-order.ts';
import { recovery } from './0008-recovery.ts';
import { keyringOrder } from './0009-keyring-order.ts';
import { signedActs } from './0010-signed-acts.ts';
import { keyChecks } from './0011-key-checks.ts';
import { knownTime } from './0012-known-time.ts';
import { receipts } from './0013-receipts.ts';
import { issuedCatalogues } from './0014-issued-catalogues.ts';
import { pairedComputers } from './0015-paired-computers.ts';
import { importRegister } from './0016-import-register.ts';
import { streams } from './0017-streams.ts';
import { periodLocks } from './0018-period-locks.ts';
import { catalogueDesk } from './0019-catalogue-desk.ts';
import { writtenAndUndone } from './0020-written-and-undone.ts';

/** The schema's steps in order; a store's `user_version` is how many of them it has taken. */
export const migrations: readonly string[] = [
  foundation,
  attachments,
  excelLayouts,
  eventOrder,
  receivedCells,
  changeLinks,
  seriesOrder,
  recovery,
  keyringOrder,
  signedActs,
  keyChecks,
  knownTime,
  receipts,
  issuedCatalogues,
  pairedComputers,
  importRegister,
  streams,
  periodLocks,
  catalogueDesk,
  writtenAndUndone,
];
