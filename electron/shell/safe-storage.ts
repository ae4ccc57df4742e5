import type { SafeStorage } from '../service/ports.ts';

/**
 * What this takes of Electron's `safeStorage`. Electron 25 has the calls that answer at once, 46 has
 * only those that answer later; the later ones open what the earlier ones protected.
 */
export type SystemStorage = {
  readonly isEncryptionAvailable?: () => boolean;
  readonly encryptString?: (text: string) => Buffer;
  readonly decryptString?: (encrypted: Buffer) => string;
  readonly isAsyncEncryptionAvailable?: () => Promise<boolean>;
  readonly encryptStringAsync?: (text: string) => Promise<Buffer>;
  readonly decryptStringAsync?: (
    encrypted: Buffer,
  ) => Promise<{ readonly result: string; readonly shouldReEncrypt: boolean }>;
  readonly getSelectedStorageBackend?: () => string;
};

/**
 * The system's safe storage as the services know it. On Linux without a key store Electron would
 * encrypt under a key that everybody knows (`basic_text`): that counts as none. Whatever the system
 * throws is answered with null, since there is always another way to what was protected.
 */
export function createSafeStorage(system: SystemStorage, platform: NodeJS.Platform): SafeStorage {
  const isReal = (): boolean => {
    if (platform !== 'linux') return true;
    const backend = system.getSelectedStorageBackend?.() ?? 'unknown';
    return backend !== 'basic_text' && backend !== 'unknown';
  };
  const isAvailable = async (): Promise<boolean> =>
    isReal() &&
    ((await system.isAsyncEncryptionAvailable?.()) ?? system.isEncryptionAvailable?.() ?? false);
  return {
    isAvailable: async () => (await orNull(isAvailable)) ?? false,
    protect: (text) =>
      orNull(async () => {
        if (!(await isAvailable())) return null;
        const encrypted =
          (await system.encryptStringAsync?.(text)) ?? system.encryptString?.(text) ?? null;
        return encrypted?.toString('base64url') ?? null;
      }),
    open: (protectedText) =>
      orNull(async () => {
        if (!(await isAvailable())) return null;
        const encrypted = Buffer.from(protectedText, 'base64url');
        const opened = await system.decryptStringAsync?.(encrypted);
        if (opened !== undefined) {
          return { text: opened.result, shouldRenew: opened.shouldReEncrypt };
        }
        const text = system.decryptString?.(encrypted);
        return text === undefined ? null : { text, shouldRenew: false };
      }),
  };
}

async function orNull<T>(work: () => Promise<T | null>): Promise<T | null> {
  try {
    return await work();
  } catch {
    return null;
  }
}
