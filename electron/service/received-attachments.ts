import type { OpenedReport } from '#shared/bundle/open.ts';
import { mediaTypeOf } from '#shared/bundle/statement.ts';
import { judgeContent, judgeRoom, judgeSize } from '#shared/domain/attachment.ts';
import type { PeriodCode } from '#shared/domain/period.ts';
import type { ReceivedAttachmentsView } from '#shared/ipc/calls/attachment.ts';
import type { CallOutput, HandledInput } from '#shared/ipc/contract.ts';
import { ok, refuse } from '#shared/kit/result.ts';
import type { Result } from '#shared/kit/result.ts';

import type { AttachedFile } from '../storage/attachments.ts';
import {
  findReceivedAttachment,
  findReceivedDocument,
  listReceivedAttachments,
} from '../storage/received-attachments.ts';
import type { ReceivedFiles } from '../storage/received-attachments.ts';
import { listCurrentBundles } from '../storage/received-sheets.ts';
import { receivedTargetNames } from './attachment-targets.ts';
import { saveFile, toldOf } from './attachments.ts';
import { findPeriod } from './ledger.ts';
import { storeOf, unitName } from './office.ts';
import type { Office } from './office.ts';

/**
 * What the province stores of a verified report's attachments: each judged by its bytes as the sender
 * had to (D90, D92). Refuses as `judgeSize`, `judgeRoom` and `judgeContent`: then the sender's
 * program was not this one.
 */
export function receivedFilesOf({ statement, attachments }: OpenedReport): Result<ReceivedFiles> {
  const contents = new Map<string, Uint8Array>();
  const files = new Map<string, { readonly sha256: string; readonly bytes: number }>();
  let bytes = 0;
  for (const { path, sha256, bytes: size } of statement.files) {
    const content = attachments.find((one) => one.path === path)?.bytes;
    if (content === undefined) continue;
    const sized = judgeSize(path, size);
    if (!sized.ok) return sized;
    const room = judgeRoom({ attachments: contents.size, bytes }, size);
    if (!room.ok) return room;
    const judged = judgeContent(path, content);
    if (!judged.ok) return judged;
    contents.set(sha256, content);
    files.set(path, { sha256, bytes: size });
    bytes += size;
  }
  return ok({
    attachments: statement.attachments.flatMap((one): AttachedFile[] => {
      const { path, name: fileName, form, row, column } = one;
      const file = files.get(path);
      const mediaType = mediaTypeOf(path);
      return file === undefined ? [] : [{ ...file, fileName, mediaType, form, row, column }];
    }),
    contents,
    document: statement.document,
  });
}

/** What came with the current bundle of each unit, in code order. Refuses `period-unknown`. */
export function listReceivedFiles(
  office: Office,
  period: PeriodCode,
): Result<ReceivedAttachmentsView> {
  const known = findPeriod(office, period);
  if (!known.ok) return known;
  const store = storeOf(office);
  return ok(
    listCurrentBundles(store, period).map((bundle) => {
      const document = findReceivedDocument(store, bundle.id);
      const names = receivedTargetNames(office, bundle);
      const listed = listReceivedAttachments(store, bundle.id);
      const pdf = listed.find(({ sha256 }) => sha256 === document?.sha256);
      return {
        unit: bundle.unit,
        unitName: unitName(office, bundle.unit),
        revision: bundle.revision,
        receivedAt: bundle.receivedAt,
        attachments: listed.map((one) => ({
          ...toldOf(one),
          targetName: names(one),
          isSignedDocument: one.id === pdf?.id,
        })),
        document: document === null ? null : { ...document, fileName: pdf?.fileName ?? '' },
      };
    }),
  );
}

/** Writes a copy of a received attachment to a folder. Refuses as `saveFile`. */
export function saveReceivedFile(
  office: Office,
  { id, folder }: HandledInput<'attachment.saveReceived'>,
): Result<CallOutput<'attachment.saveReceived'>> {
  const found = findReceivedAttachment(storeOf(office), id);
  if (found === null) return refuse('attachment-unknown');
  return saveFile(office, found, folder, `bundle-${String(found.bundle)}/${String(id)}`);
}
