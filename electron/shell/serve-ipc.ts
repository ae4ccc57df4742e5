import { channel } from '#shared/ipc/channel.ts';
import type { Reply } from '#shared/ipc/router.ts';
import { ipcMain } from 'electron';

import { mayCallServices } from './harden.ts';
import type { WorkerLink } from './worker-link.ts';

const refused: Reply = { ok: false, refusal: { code: 'call-not-permitted', facts: {} } };

/**
 * Opens the one channel between windows and services. The sender is looked at first: only the main
 * frame of a page of our own may call. Name, role and input are the router's to judge.
 */
export function serveIpc(worker: WorkerLink): void {
  ipcMain.handle(channel, (event, name: unknown, input: unknown): Reply | Promise<Reply> => {
    const frame = event.senderFrame;
    if (frame === null || frame !== event.sender.mainFrame) return refused;
    if (!mayCallServices(frame.url) || typeof name !== 'string') return refused;
    return worker.call(name, input);
  });
}
