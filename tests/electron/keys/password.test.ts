import { hashRaw } from '@node-rs/argon2';
import { describe, expect, it } from 'vitest';

import { argonRoot, derivePassword, verifyPassword } from '../../../electron/keys/password.ts';

describe('a password', () => {
  it('opens what it closed, and no other does', async () => {
    const { hash, wrappingKey } = await derivePassword('Mật khẩu của Huyện');
    expect((await verifyPassword('Mật khẩu của Huyện', hash))?.wrappingKey).toEqual(wrappingKey);
    for (const other of ['mật khẩu của Huyện', 'Mật khẩu của Huyện ', 'Mat khau cua Huyen', '']) {
      expect(await verifyPassword(other, hash), other).toBeNull();
    }
  });

  it('D50 is the same however the keyboard composes its letters', async () => {
    const { hash } = await derivePassword('đặc khu ế ộ'.normalize('NFD'));
    expect(await verifyPassword('đặc khu ế ộ'.normalize('NFC'), hash)).not.toBeNull();
  });

  it('has another salt every time, and its proof is not the key', async () => {
    const [one, two] = [await derivePassword('giong nhau'), await derivePassword('giong nhau')];
    expect(one.hash).not.toBe(two.hash);
    expect(one.wrappingKey).not.toEqual(two.wrappingKey);
    expect(one.hash).not.toContain(Buffer.from(one.wrappingKey).toString('base64url'));
    expect(one.hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[\w-]{22}\$[\w-]{43}$/);
  });

  it('is checked at the cost that it was stored with', async () => {
    const { hash } = await derivePassword('mat khau cu');
    const cheaper = hash.replace('m=19456,t=2', 'm=64,t=1');
    expect(await verifyPassword('mat khau cu', cheaper)).toBeNull();
  });

  it.each([
    '',
    'mat khau',
    '$argon2i$v=19$m=19456,t=2,p=1$AAAA$AAAA',
    '$argon2id$v=19$m=19456,t=2,p=1$$',
    '$argon2id$v=19$m=19456,t=2,p=1$***$***',
  ])('fits no stored text that is none: "%s"', async (hash) => {
    expect(await verifyPassword('', hash)).toBeNull();
  });

  it('becomes the same bytes as in an independent Argon2id', async () => {
    const salt = Buffer.from('0123456789abcdef');
    for (const [password, memory, passes] of [
      ['mật khẩu', 19_456, 2],
      ['x', 64, 3],
      ['dài '.repeat(40), 256, 1],
    ] as const) {
      // Argon2id of version 1.3 is what this library does unless told otherwise.
      const oracle = await hashRaw(password, {
        salt,
        memoryCost: memory,
        timeCost: passes,
        parallelism: 1,
        outputLen: 32,
      });
      const root = await argonRoot(password, salt, { memory, passes });
      expect(Buffer.from(root).toString('hex')).toBe(oracle.toString('hex'));
    }
  });
});
