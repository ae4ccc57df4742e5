import { noSafeStorage } from '../../electron/service/ports.ts';
import type { SafeStorage } from '../../electron/service/ports.ts';
import { closeBox, newBoxKey, openBox } from '../../electron/keys/secret-box.ts';
import { utf8, utf8Text } from '#shared/bundle/bytes.ts';

/**
 * Stands for the safe storage of one computer and its user, which cannot exist here (a virtual screen
 * has none, and DPAPI is Windows'): a key in a closure, so that no other machine opens what it closed.
 */
export type Machine = SafeStorage & {
  /** As when the system has made a newer key: what is opened asks to be protected again. */
  readonly rotate: () => void;
};

export function newMachine(): Machine {
  const keys = [newBoxKey()];
  return {
    isAvailable: () => Promise.resolve(true),
    protect: (text) => {
      const [newest] = keys;
      return Promise.resolve(newest === undefined ? null : closeBox(utf8(text), newest, 'machine'));
    },
    open: (protectedText) => {
      for (const [age, key] of keys.entries()) {
        const opened = openBox(protectedText, key, 'machine');
        const text = opened === null ? null : utf8Text(opened);
        if (text !== null) return Promise.resolve({ text, shouldRenew: age > 0 });
      }
      return Promise.resolve(null);
    },
    rotate: () => {
      keys.unshift(newBoxKey());
    },
  };
}

/** A system that takes what it is given and does not give it back. */
export const forgetfulMachine: SafeStorage = {
  ...noSafeStorage,
  isAvailable: () => Promise.resolve(true),
  protect: () => Promise.resolve('gone'),
};
