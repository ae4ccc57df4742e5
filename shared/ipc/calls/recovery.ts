import { z } from 'zod';

import { command, query } from '../call.ts';
import { instant, nothing, password, shortText } from '../shapes.ts';

/** The code on paper that opens an office when every password is forgotten. */
export const recoveryCalls = {
  'recovery.state': query('signed-in', nothing, z.strictObject({ madeAt: instant.nullable() })),
  /** Makes a new code and tells it, once; the one before opens old backups alone. */
  'recovery.make': command(
    'administrator',
    z.strictObject({ password }),
    z.strictObject({ code: z.string(), madeAt: instant }),
  ),
  /** Gives an account a new password. */
  'recovery.use': command(
    'everyone',
    z.strictObject({ name: shortText, code: shortText, newPassword: password }),
    nothing,
  ),
} as const;
