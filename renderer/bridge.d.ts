import type { Reply } from '#shared/ipc/router.ts';

declare global {
  interface Window {
    /** What the preload script lets through to the services: one door, nothing else. */
    readonly soChiTieu: {
      readonly call: (name: string, input: unknown) => Promise<Reply>;
    };
  }
}
