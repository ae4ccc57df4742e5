/**
 * What somebody might try with a bundle, one by one, in the order in which a bundle is read. Each is
 * as good as its maker can be: where the attack is not about signatures, a good key signed it.
 */
import type { Attack } from './attack.ts';
import { actAttacks } from './attacks-acts.ts';
import {
  addressAttacks,
  contentsAttacks,
  dataAttacks,
  orderAttacks,
  statementAttacks,
} from './attacks-inside.ts';
import { archiveAttacks, envelopeAttacks } from './attacks-outside.ts';

export const attacks: readonly Attack[] = [
  ...envelopeAttacks,
  ...archiveAttacks,
  ...statementAttacks,
  ...addressAttacks,
  ...contentsAttacks,
  ...dataAttacks,
  ...actAttacks,
  ...orderAttacks,
];
