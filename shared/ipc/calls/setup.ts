import { z } from 'zod';

import { command, query } from '../call.ts';
import {
  nothing,
  password,
  place,
  placeHandle,
  role,
  shortText,
  side,
  unitCode,
} from '../shapes.ts';
import { sessionState } from './session.ts';

const unitChoice = z.strictObject({
  code: unitCode,
  side,
  nameWithType: z.string(),
  committeeName: z.string(),
  searchKey: z.string(),
});

const backupView = z.strictObject({ name: z.string(), bytes: z.number(), isSound: z.boolean() });

const accountView = z.strictObject({
  name: z.string(),
  displayName: z.string(),
  role,
  isAdministrator: z.boolean(),
});

/** A file with another plan; without one it is the program's own. */
const catalogue = placeHandle.optional();

/** First run, and the accounts of the office. */
export const setupCalls = {
  /** Of the program's own catalogue, or of one that was picked. */
  'setup.units': query('everyone', z.strictObject({ catalogue }), z.array(unitChoice)),
  /** Asks for the file of another plan's catalogue; refused once there is a store. */
  'setup.pickCatalogue': query('everyone', nothing, place.nullable()),
  /** Makes the store: unit, first account, the office's keys. Refused when there is one already. */
  'setup.create': command(
    'everyone',
    z.strictObject({
      side,
      unit: unitCode,
      catalogue,
      account: z.strictObject({ name: shortText, displayName: shortText, password }),
    }),
    sessionState,
  ),
  /** The backups beside the store, newest first. */
  'setup.backups': query('everyone', nothing, z.array(backupView)),
  /**
   * Opens a backup in place of a damaged file, which stays where it was set aside: the named one, or
   * the newest that opens.
   */
  'setup.restoreBackup': command(
    'everyone',
    z.strictObject({ backup: shortText.nullable() }),
    sessionState,
  ),
  'account.list': query('signed-in', nothing, z.array(accountView)),
  'account.add': command(
    'administrator',
    z.strictObject({
      name: shortText,
      displayName: shortText,
      role,
      password,
      ownPassword: password,
    }),
    z.array(accountView),
  ),
  'account.changePassword': command(
    'signed-in',
    z.strictObject({ oldPassword: password, newPassword: password }),
    nothing,
  ),
} as const;
