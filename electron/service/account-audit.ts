import { appendAudit } from '../storage/audit.ts';
import type { WriteHandle } from '../storage/handle.ts';
import { accountOf } from './office.ts';
import type { Office } from './office.ts';

/** Notes in the audit log what the signed-in account does now, in the transaction that does it. */
export function auditAccount(
  office: Office,
  handle: WriteHandle,
  action: string,
  object: string,
  detail: string,
): void {
  const { name: actor, role } = accountOf(office);
  appendAudit(handle, { at: office.clock.now(), actor, role, action, object, detail });
}
