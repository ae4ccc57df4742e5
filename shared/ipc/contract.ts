import type { z } from 'zod';

import type { Call } from './call.ts';
import { answerCalls } from './calls/answer.ts';
import { attachmentCalls } from './calls/attachment.ts';
import { excelCalls } from './calls/excel.ts';
import { exportCalls } from './calls/export.ts';
import { catalogueCalls } from './calls/catalogue.ts';
import { catalogueDeskCalls } from './calls/catalogue-desk.ts';
import { draftsCalls } from './calls/drafts.ts';
import { exchangeCalls } from './calls/exchange.ts';
import { followingCalls } from './calls/following.ts';
import { historyCalls } from './calls/history.ts';
import { inboxCalls } from './calls/inbox.ts';
import { planCalls } from './calls/plan.ts';
import { periodLockCalls } from './calls/period-lock.ts';
import { receivedCalls } from './calls/received.ts';
import { reportCalls } from './calls/report.ts';
import { sessionCalls } from './calls/session.ts';
import { setupCalls } from './calls/setup.ts';
import { streamCalls } from './calls/streams.ts';
import { sheetCalls } from './calls/sheet.ts';
import { keyDocumentCalls } from './calls/key-document.ts';
import { recoveryCalls } from './calls/recovery.ts';
import { placeCalls, trustCalls } from './calls/trust.ts';

/** Every call that crosses from a window to the services; nothing else crosses. */
export const contract = {
  ...sessionCalls,
  ...setupCalls,
  ...trustCalls,
  ...recoveryCalls,
  ...keyDocumentCalls,
  ...placeCalls,
  ...sheetCalls,
  ...historyCalls,
  ...attachmentCalls,
  ...excelCalls,
  ...draftsCalls,
  ...exchangeCalls,
  ...inboxCalls,
  ...exportCalls,
  ...followingCalls,
  ...catalogueCalls,
  ...catalogueDeskCalls,
  ...receivedCalls,
  ...periodLockCalls,
  ...answerCalls,
  ...streamCalls,
  ...reportCalls,
  ...planCalls,
} as const satisfies Readonly<Record<string, Call>>;

export type Contract = typeof contract;
export type CallName = keyof Contract;
/** What a caller passes. */
export type CallInput<Name extends CallName> = z.input<Contract[Name]['input']>;
/** What a handler is given: the input after its validator. */
export type HandledInput<Name extends CallName> = z.output<Contract[Name]['input']>;
/** What the caller gets back. */
export type CallOutput<Name extends CallName> = z.output<Contract[Name]['output']>;

/** Whether a name is a call of the contract: own names only, never what objects inherit. */
export function isCallName(name: string): name is CallName {
  return Object.hasOwn(contract, name);
}
