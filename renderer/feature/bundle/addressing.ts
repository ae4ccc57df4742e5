import type { SentBundle } from '#shared/ipc/calls/exchange.ts';
import type { OpenedSheet, SubmissionView } from '#shared/ipc/calls/sheet.ts';
import type { TrustState } from '#shared/ipc/calls/trust.ts';
import type { CallOutput } from '#shared/ipc/contract.ts';
import type { Addressing } from './bundle-envelope.tsx';

/** The bundle of the revision that is worked on; null while that revision was not sealed. */
export function currentBundle(
  bundles: readonly SentBundle[],
  submission: SubmissionView | null,
): SentBundle | null {
  if (submission === null) return null;
  return newestFirst(bundles).find((bundle) => bundle.revision === submission.revision) ?? null;
}

/** Bundles in the order of their numbers, the last one first. */
export function newestFirst(bundles: readonly SentBundle[]): readonly SentBundle[] {
  return [...bundles].sort((a, b) => b.sequence - a.sequence);
}

/**
 * From whom to whom, and who stands for it: who sent this revision for checking last, and who
 * approved it.
 * @param province what the addressee is called while its keyring was not accepted.
 */
export function addressingOf(
  sheet: OpenedSheet,
  trust: TrustState,
  units: CallOutput<'setup.units'>,
  province: string,
): Addressing {
  const committee = (code: string) => units.find((unit) => unit.code === code)?.committeeName;
  const addressee = units.find((unit) => unit.side === 'province')?.committeeName;
  const { submission } = sheet;
  return {
    from: committee(sheet.unit) ?? sheet.unitName,
    to: (trust.keyring === null ? addressee : committee(trust.keyring.province)) ?? province,
    periodName: sheet.periodName,
    revision: submission?.revision ?? 1,
    preparedBy: lastBy(submission, 'submit'),
    approvedBy: lastBy(submission, 'approve'),
  };
}

function lastBy(submission: SubmissionView | null, action: string): string | null {
  const events = (submission?.events ?? []).filter(
    (event) => event.action === action && event.revision === submission?.revision,
  );
  return [...events].sort((a, b) => (a.at < b.at ? 1 : -1))[0]?.by ?? null;
}
