import { describe, expect, it } from 'vitest';

import { createSafeStorage } from '../../../electron/shell/safe-storage.ts';
import type { SystemStorage } from '../../../electron/shell/safe-storage.ts';

/** Electron 25 as far as it matters here; the real one is asked in tests/e2e/recovery.spec.ts. */
function nameless(isAvailable: boolean): SystemStorage {
  return {
    isEncryptionAvailable: () => isAvailable,
    encryptString: (text) => Buffer.from(`v10${text}`),
    decryptString: (encrypted) => {
      const text = encrypted.toString();
      if (!text.startsWith('v10')) throw new Error('Error while decrypting the ciphertext');
      return text.slice(3);
    },
  };
}

function early(isAvailable = true): SystemStorage {
  return { ...nameless(isAvailable), getSelectedStorageBackend: () => 'gnome_libsecret' };
}

/** Electron 46: the calls that answer later, and nothing else. */
const late: SystemStorage = {
  isAsyncEncryptionAvailable: () => Promise.resolve(true),
  encryptStringAsync: (text) => Promise.resolve(Buffer.from(`v12${text}`)),
  decryptStringAsync: (encrypted) => {
    const text = encrypted.toString();
    return /^v1[02]/.test(text)
      ? Promise.resolve({ result: text.slice(3), shouldReEncrypt: text.startsWith('v10') })
      : Promise.reject(new Error('Error while decrypting the ciphertext'));
  },
};

describe('the system’s safe storage', () => {
  it.each([
    ['Electron 25', early()],
    ['Electron 46', late],
    ['one that has both', { ...early(), ...late }],
  ])('of %s gives back what it protected, and null for anything else', async (_, system) => {
    const storage = createSafeStorage(system, 'win32');
    expect(await storage.isAvailable()).toBe(true);
    const guarded = await storage.protect('x1.ô.khóa');
    expect(guarded).toMatch(/^[\w-]+$/);
    expect(await storage.open(guarded ?? '')).toEqual({ text: 'x1.ô.khóa', shouldRenew: false });
    expect(await storage.open('AAAA')).toBeNull();
  });

  it('of a later Electron opens what an earlier one protected, and asks for renewal', async () => {
    const guarded = await createSafeStorage(early(), 'win32').protect('x1');
    const opened = await createSafeStorage(late, 'win32').open(guarded ?? '');
    expect(opened).toEqual({ text: 'x1', shouldRenew: true });
  });

  it('is none on a Linux that does not name its key store, as in Electron 25.1', async () => {
    expect(await createSafeStorage(nameless(true), 'linux').isAvailable()).toBe(false);
  });

  it.each([
    ['a Linux whose key everybody knows', { getSelectedStorageBackend: () => 'basic_text' }],
    ['a Linux that is not ready', { getSelectedStorageBackend: () => 'unknown' }],
    ['a system that cannot now', early(false)],
    [
      'a system that throws',
      {
        isEncryptionAvailable: () => {
          throw new Error('no bus');
        },
      },
    ],
  ])('is none on %s', async (_, differing) => {
    const storage = createSafeStorage({ ...early(), ...differing }, 'linux');
    expect(await storage.isAvailable()).toBe(false);
    expect(await storage.protect('x1')).toBeNull();
    expect(await storage.open('djEweDE')).toBeNull();
  });
});
