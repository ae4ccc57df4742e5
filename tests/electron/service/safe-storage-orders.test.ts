import { copyFileSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';

import fc from 'fast-check';
import { describe, expect, it, onTestFinished } from 'vitest';

import { ok } from '#shared/kit/result.ts';
import { withOfficeKeys } from '../../../electron/service/key-use.ts';
import { storeOf } from '../../../electron/service/office.ts';
import { noPorts, noSafeStorage } from '../../../electron/service/ports.ts';
import { makeBackup } from '../../../electron/storage/backups.ts';
import { storePath } from '../../../electron/storage/store-file.ts';
import { newMachine } from '../../helpers/key-store.ts';
import {
  augustClock,
  openTestOffice,
  password,
  setUpOffice,
  temporaryFolder,
} from '../../helpers/world.ts';
import type { TestOffice } from '../../helpers/world.ts';

const places = ['first', 'second', 'without'] as const;
type Place = (typeof places)[number] | 'never seen before';
/** The newcomer has an account once somebody added it; until then nothing is asked of it. */
const people = ['recorder', 'approver', 'newcomer'] as const;
type Person = (typeof people)[number];

/** What somebody who follows the rules on paper expects: who is bound where, and the code in force. */
type Expected = {
  readonly code: string | null;
  readonly passwords: Readonly<Record<Person, string>>;
  readonly hasNewcomer: boolean;
  /** Where a person's copy opens; null for everywhere. */
  readonly boundTo: Readonly<Record<Person, Place | null>>;
};

const step = fc.oneof(
  fc.record({ kind: fc.constant('make-code' as const) }),
  fc.record({ kind: fc.constant('move' as const), to: fc.constantFrom<Place[]>(...places) }),
  fc.record({ kind: fc.constant('change-password' as const), who: fc.constantFrom(...people) }),
  fc.record({ kind: fc.constant('recover' as const), who: fc.constantFrom(...people) }),
  fc.record({ kind: fc.constant('add-newcomer' as const) }),
  fc.record({ kind: fc.constant('back-up' as const) }),
  fc.record({ kind: fc.constant('restore' as const) }),
);
type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never;

const changed = { kind: 'change-password', who: 'recorder' } as const;

/** An office that travels between computers, and what is expected of it. */
class Journey {
  readonly #folder: string;
  readonly #machines = {
    first: newMachine(),
    second: newMachine(),
    without: noSafeStorage,
    'never seen before': newMachine(),
  };
  #at: Place = 'first';
  #office: TestOffice;
  #expected: Expected = {
    code: null,
    passwords: { recorder: password, approver: password, newcomer: '' },
    hasNewcomer: false,
    boundTo: { recorder: null, approver: null, newcomer: null },
  };
  #backup: { readonly name: string; readonly expected: Expected } | null = null;
  #passwordCount = 0;

  constructor(folder: string) {
    this.#folder = folder;
    this.#office = this.#open();
  }

  close(): void {
    this.#office.close();
  }

  async take(taken: Step): Promise<void> {
    if ('who' in taken && !this.#working().includes(taken.who)) return;
    switch (taken.kind) {
      case 'make-code': {
        await this.#signIn('recorder');
        const made = await this.#office.call('recovery.make', {
          password: this.#expected.passwords.recorder,
        });
        expect(made.ok ? null : made.refusal.code).toBe(this.#refusalFor('recorder'));
        if (made.ok) this.#expected = { ...this.#expected, code: made.value.code };
        this.#guard();
        break;
      }
      case 'move':
        this.#reopen(() => {
          this.#at = taken.to;
        });
        break;
      case 'change-password': {
        await this.#signIn(taken.who);
        const newPassword = this.#newPassword();
        const changed = await this.#office.call('account.changePassword', {
          oldPassword: this.#expected.passwords[taken.who],
          newPassword,
        });
        expect(changed.ok ? null : changed.refusal.code).toBe(this.#refusalFor(taken.who));
        if (changed.ok) this.#renew(taken.who, newPassword);
        break;
      }
      case 'recover':
        await this.#recover(taken.who);
        break;
      case 'add-newcomer': {
        if (this.#expected.hasNewcomer) return;
        await this.#signIn('recorder');
        const newPassword = this.#newPassword();
        const added = await this.#office.call('account.add', {
          name: 'newcomer',
          displayName: '',
          role: 'approver',
          password: newPassword,
          ownPassword: this.#expected.passwords.recorder,
        });
        expect(added.ok ? null : added.refusal.code).toBe(this.#refusalFor('recorder'));
        if (!added.ok) return;
        this.#expected = { ...this.#expected, hasNewcomer: true };
        this.#renew('newcomer', newPassword);
        break;
      }
      case 'back-up': {
        const path = makeBackup(storeOf(this.#office.office), this.#folder, augustClock().now());
        this.#backup = { name: basename(path), expected: this.#expected };
        break;
      }
      case 'restore': {
        if (this.#backup === null) return;
        this.#reopen(() => {
          writeFileSync(storePath(this.#folder), 'damage');
        });
        await this.#office.must('setup.restoreBackup', { backup: this.#backup.name });
        this.#expected = this.#backup.expected;
        break;
      }
    }
  }

  /** Everybody's keys open with the password here, and with the code anywhere. */
  async check(): Promise<void> {
    for (const who of this.#working()) {
      await this.#signIn(who);
      expect(await this.#useKeys(who)).toBe(this.#refusalFor(who));
    }
    await this.take({ kind: 'move', to: 'never seen before' });
    for (const who of this.#working()) {
      // Where nobody made a code nothing is bound: the password opens the keys here, too.
      await this.#recover(who);
      await this.#signIn(who);
      expect(this.#refusalFor(who)).toBeNull();
      expect(await this.#useKeys(who)).toBeNull();
    }
  }

  #working(): readonly Person[] {
    return people.filter((who) => who !== 'newcomer' || this.#expected.hasNewcomer);
  }

  async #recover(who: Person): Promise<void> {
    const { code } = this.#expected;
    await this.#office.must('session.state', {});
    const newPassword = this.#newPassword();
    const recovered = await this.#office.call('recovery.use', {
      name: who,
      code: code ?? '1'.repeat(40),
      newPassword,
    });
    expect(recovered.ok ? null : recovered.refusal.code).toBe(
      code === null ? 'recovery-missing' : null,
    );
    if (recovered.ok) this.#renew(who, newPassword);
  }

  async #signIn(who: Person): Promise<void> {
    await this.#office.must('session.signIn', {
      name: who,
      password: this.#expected.passwords[who],
    });
    this.#guard();
  }

  async #useKeys(who: Person): Promise<string | null> {
    const used = await withOfficeKeys(this.#office.office, this.#expected.passwords[who], () =>
      Promise.resolve(ok(null)),
    );
    return used.ok ? null : used.refusal.code;
  }

  #refusalFor(who: Person): string | null {
    const place = this.#expected.boundTo[who];
    if (place === null || place === this.#at) return null;
    return this.#at === 'without' ? 'safe-storage-missing' : 'safe-storage-other-machine';
  }

  #guard(): void {
    const { code, boundTo } = this.#expected;
    if (code === null || this.#at === 'without') return;
    this.#expected = {
      ...this.#expected,
      boundTo: {
        recorder: boundTo.recorder ?? this.#at,
        approver: boundTo.approver ?? this.#at,
        newcomer: this.#expected.hasNewcomer ? (boundTo.newcomer ?? this.#at) : null,
      },
    };
  }

  #renew(who: Person, newPassword: string): void {
    this.#expected = {
      ...this.#expected,
      passwords: { ...this.#expected.passwords, [who]: newPassword },
      boundTo: {
        ...this.#expected.boundTo,
        [who]: this.#expected.code === null || this.#at === 'without' ? null : this.#at,
      },
    };
  }

  #newPassword(): string {
    this.#passwordCount += 1;
    return `mat khau thu ${String(this.#passwordCount)}`;
  }

  #reopen(between: () => void): void {
    this.#office.close();
    between();
    this.#office = this.#open();
  }

  #open(): TestOffice {
    const ports = { ...noPorts, safeStorage: this.#machines[this.#at] };
    return openTestOffice(this.#folder, augustClock(), ports);
  }
}

describe('a key that the system’s safe storage guards', () => {
  it('is never lost, whatever the order of codes, passwords, computers, accounts and backups', async () => {
    const begun = temporaryFolder('begun', onTestFinished);
    (await setUpOffice(begun, 'district', '300')).close();
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 10 }), async (steps) => {
        const folder = temporaryFolder('journey', onTestFinished);
        copyFileSync(storePath(begun), storePath(folder));
        const journey = new Journey(folder);
        try {
          for (const taken of steps) await journey.take(taken);
          await journey.check();
        } finally {
          journey.close();
        }
      }),
      {
        numRuns: 10,
        // The orders that a careless second layer loses a key in come first, whatever the seed.
        examples: [
          [[changed, { kind: 'move', to: 'second' }]],
          [[{ kind: 'make-code' }, { kind: 'move', to: 'second' }, changed]],
          [[{ kind: 'back-up' }, { kind: 'make-code' }, { kind: 'restore' }, changed]],
          [[{ kind: 'make-code' }, { kind: 'add-newcomer' }, { kind: 'make-code' }]],
        ],
      },
    );
  }, 120_000);
});
