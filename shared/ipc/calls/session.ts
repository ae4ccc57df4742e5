import { z } from 'zod';

import { command, query } from '../call.ts';
import { instant, nothing, password, role, shortText, side, unitCode } from '../shapes.ts';

const account = z.strictObject({
  name: z.string(),
  displayName: z.string(),
  role,
  isAdministrator: z.boolean(),
});

/** What every screen has to know: whose store this is, who works, which language, which clock. */
export const sessionState = z.strictObject({
  store: z.strictObject({ side, unit: unitCode, unitName: z.string() }).nullable(),
  /** The file could not be opened; the facts name it and, if there is one, the last good backup. */
  damage: z
    .strictObject({
      code: z.string(),
      facts: z.record(z.string(), z.union([z.string(), z.number()])),
    })
    .nullable(),
  account: account.nullable(),
  accountNames: z.array(z.strictObject({ name: z.string(), displayName: z.string(), role })),
  language: z.enum(['vi', 'en']),
  now: instant,
  /** What speaks against the machine's clock: what is known of time, and where it stands. */
  clock: z
    .strictObject({ known: instant, from: z.enum(['receipt', 'keyring', 'own-log', 'leap']) })
    .nullable(),
  isSampleClock: z.boolean(),
  /**
   * The system's safe storage around the copies of the office key: there is none; it is there and
   * not used yet; it guards them all; the copy at hand was guarded elsewhere and does not open here.
   */
  safeStorage: z.enum(['none', 'available', 'used', 'elsewhere']),
  version: z.string(),
});
export type SessionState = z.infer<typeof sessionState>;

export const sessionCalls = {
  'session.state': query('everyone', nothing, sessionState),
  'session.signIn': command(
    'everyone',
    z.strictObject({ name: shortText, password }),
    sessionState,
  ),
  'session.signOut': command('signed-in', nothing, sessionState),
  'session.setLanguage': command(
    'everyone',
    z.strictObject({ language: z.enum(['vi', 'en']) }),
    sessionState,
  ),
  /** Says that the clock is right now, and that what was written while it ran ahead is not. */
  'clock.confirm': command('administrator', nothing, sessionState),
} as const;
