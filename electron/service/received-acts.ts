import { canonicalJson } from '#shared/bundle/canonical-json.ts';
import { fingerprintOf, formatFingerprint } from '#shared/bundle/fingerprint.ts';
import type { OpenedReport } from '#shared/bundle/open.ts';
import type { KeyId } from '#shared/bundle/signing-key.ts';
import type { ReceivedSheet } from '#shared/ipc/calls/received.ts';

import type { ReadHandle } from '../storage/handle.ts';
import { listReceivedActs } from '../storage/received-acts.ts';
import type { ReceivedAct } from '../storage/received-acts.ts';

/** What the province keeps of who prepared and who approved a report. */
export function receivedActsOf({ statement, acts }: OpenedReport): readonly ReceivedAct[] {
  if (acts === null) {
    const { prepared, approved } = statement;
    const named = { kid: null, paper: null } as const;
    return [
      ...(prepared === null ? [] : [{ act: 'prepare' as const, ...nameOf(prepared), ...named }]),
      { act: 'approve', ...nameOf(approved), ...named },
    ];
  }
  return [acts.prepared, acts.approved].map(({ act: { act, name, at, paper }, kid }) => ({
    act,
    name,
    at,
    kid,
    paper: paper === null ? null : canonicalJson(paper),
  }));
}

/** Who prepared and who approved a received report, as a window shows it. */
export function viewActs(store: ReadHandle, bundle: number): ReceivedSheet['acts'] {
  return listReceivedActs(store, bundle).map(({ act, name, at, kid, paper, knownAs }) => ({
    act,
    name,
    at,
    fingerprint: kid === null ? null : formatFingerprint(fingerprintOf(kid as KeyId)), // one when kept
    knownAs,
    // Written by `receivedActsOf`.
    paper: paper === null ? null : (JSON.parse(paper) as NonNullable<PaperDocument>),
  }));
}

type PaperDocument = ReceivedSheet['acts'][number]['paper'];

function nameOf({
  name,
  at,
}: OpenedReport['statement']['approved']): Pick<ReceivedAct, 'name' | 'at'> {
  return { name, at };
}
