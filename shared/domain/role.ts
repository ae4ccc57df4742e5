/**
 * Who may do what. A store has one side (the district's or the province's); an account has one role
 * of that side, and the first account of a store also administers it (accounts, keys, settings).
 */
export const sides = ['district', 'province'] as const;
export type Side = (typeof sides)[number];

export const roles = ['recorder', 'checker', 'approver', 'receiver', 'consolidator'] as const;
export type Role = (typeof roles)[number];

const rolesOfSide: Readonly<Record<Side, readonly Role[]>> = {
  district: ['recorder', 'checker', 'approver'],
  province: ['receiver', 'consolidator'],
};

/** The roles that accounts of a side may have, in the order of the work. */
export function rolesOf(side: Side): readonly Role[] {
  return rolesOfSide[side];
}

/** The role of the account that sets a store up. */
export function firstRoleOf(side: Side): Role {
  return side === 'district' ? 'recorder' : 'receiver';
}

/**
 * Whether accounts of this role handle the office's keys: they seal or open bundles, or sign what the
 * province locks. A checker alone has no use for them.
 */
export function usesOfficeKeys(role: Role): boolean {
  return role !== 'checker';
}
