import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it, onTestFinished } from 'vitest';

import {
  makeOfficeKeys,
  openIdentity,
  openSigningKey,
  unwrapOfficeKey,
  wrapOfficeKey,
} from '../../../electron/keys/office-secrets.ts';
import { verifyPassword } from '../../../electron/keys/password.ts';
import { newBoxKey } from '../../../electron/keys/secret-box.ts';
import { findAccount } from '../../../electron/storage/accounts.ts';
import { findOfficeKey } from '../../../electron/storage/office-keys.ts';
import { parseUnitCode } from '#shared/domain/unit.ts';
import { password, setUpOffice, temporaryFolder } from '../../helpers/world.ts';

const unit = parseUnitCode('300');
const other = parseUnitCode('299');
if (unit === null || other === null) throw new Error('units');

describe('the keys of an office', () => {
  it('open with the office key, for their own unit and purpose alone', async () => {
    const { keys, officeKey } = await makeOfficeKeys(unit, ['signing', 'working']);
    const [signing, working] = keys;
    if (signing === undefined || working === undefined) throw new Error('keys');
    expect(openSigningKey(signing, officeKey, unit)?.jwk.x).toBe(signing.publicKey);
    expect(openIdentity(working, officeKey, unit)).toMatch(/^AGE-SECRET-KEY-1/);
    expect(openSigningKey(signing, newBoxKey(), unit)).toBeNull();
    expect(openSigningKey(signing, officeKey, other)).toBeNull();
    expect(openIdentity({ ...working, purpose: 'escrow' }, officeKey, unit)).toBeNull();
  });

  it('are not opened by the copy of another account', () => {
    const [officeKey, wrapping] = [newBoxKey(), newBoxKey()];
    const copy = wrapOfficeKey(officeKey, wrapping, 'recorder');
    expect(unwrapOfficeKey(copy, wrapping, 'recorder')).toEqual(officeKey);
    expect(unwrapOfficeKey(copy, wrapping, 'approver')).toBeNull();
    expect(unwrapOfficeKey(copy, newBoxKey(), 'recorder')).toBeNull();
  });

  it('stand nowhere in plain in the files of the store', async () => {
    const folder = temporaryFolder('secrets', onTestFinished);
    const office = await setUpOffice(folder, 'province', '30');
    const store = office.office.store;
    const account = store === null ? null : findAccount(store, 'receiver');
    if (store === null || account === null) throw new Error('no store');
    const proven = await verifyPassword(password, account.passwordHash);
    if (proven === null) throw new Error('password');
    const officeKey = unwrapOfficeKey(account.wrappedKey ?? '', proven.wrappingKey, account.name);
    if (officeKey === null) throw new Error('office key');
    const province = parseUnitCode('30');
    const secrets: Buffer[] = [Buffer.from(officeKey), Buffer.from(proven.wrappingKey)];
    for (const purpose of ['signing', 'working', 'escrow'] as const) {
      const key = findOfficeKey(store, purpose);
      if (key === null || province === null) throw new Error(purpose);
      const secret =
        purpose === 'signing'
          ? openSigningKey(key, officeKey, province)?.seed
          : openIdentity(key, officeKey, province);
      secrets.push(Buffer.from(secret ?? ''));
    }
    expect(secrets).toHaveLength(5);
    await office.signIn('receiver');
    const search = (): void => {
      for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
        if (!name.includes('sqlite3')) continue;
        const bytes = readFileSync(join(folder, name));
        const text = bytes.toString('latin1');
        expect(text).not.toContain('AGE-SECRET-KEY');
        expect(text).not.toContain(password);
        for (const secret of secrets) {
          expect(bytes.includes(secret), name).toBe(false);
          for (const encoding of ['hex', 'base64url'] as const) {
            expect(text.includes(secret.toString(encoding)), name).toBe(false);
          }
          expect(text.includes(secret.toString('base64').replace(/=+$/, '')), name).toBe(false);
        }
      }
    };
    expect(readdirSync(folder)).toContain('so-chi-tieu.sqlite3-wal');
    search();
    office.close();
    search();
  });
});
