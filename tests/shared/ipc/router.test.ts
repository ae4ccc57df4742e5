import { describe, expect, it } from 'vitest';

import { roles } from '#shared/domain/role.ts';
import type { Caller } from '#shared/ipc/router.ts';
import { callNames, codeOf, recordingRouter } from './recording-router.ts';
import { validInputs } from './samples.ts';

/** Who may make which call; calls that are not named here are for every signed-in account. */
const forEverybody = [
  'session.state',
  'session.signIn',
  'session.setLanguage',
  'setup.units',
  'setup.pickCatalogue',
  'setup.create',
  'setup.backups',
  'setup.restoreBackup',
  'recovery.use',
];
const forAdministrators = [
  'clock.confirm',
  'account.add',
  'trust.writeRequest',
  'trust.acceptKeyring',
  'trust.writeKeyring',
  'trust.enrol',
  'trust.createRoots',
  'trust.renewRoots',
  'trust.startRootsAnew',
  'trust.testRootKey',
  'trust.printEscrow',
  'trust.writeEscrow',
  'trust.testEscrow',
  'trust.revoke',
  'recovery.make',
  'keyform.savePdf',
  'keyform.print',
  'pairing.add',
  'pairing.remove',
];
const forRoles: Readonly<Record<string, readonly string[]>> = {
  'sheet.record': ['recorder', 'receiver', 'consolidator'],
  'submission.act': ['recorder', 'checker', 'approver'],
  'attachment.add': ['recorder'],
  'attachment.remove': ['recorder'],
  'attachment.listReceived': ['receiver', 'consolidator'],
  'attachment.saveReceived': ['receiver', 'consolidator'],
  'document.record': ['recorder', 'approver'],
  'excel.preview': ['recorder', 'receiver', 'consolidator'],
  'excel.remap': ['recorder', 'receiver', 'consolidator'],
  'excel.apply': ['recorder', 'receiver', 'consolidator'],
  'drafts.send': ['recorder'],
  'drafts.preview': ['recorder'],
  'drafts.take': ['recorder'],
  'bundle.seal': ['recorder', 'approver'],
  'bundle.copy': ['recorder', 'approver'],
  'receipt.import': ['recorder', 'approver'],
  'receipt.enter': ['recorder', 'approver'],
  'bundle.receive': ['receiver'],
  'inbox.preview': ['receiver'],
  'inbox.takeIn': ['receiver'],
  'inbox.progress': ['receiver'],
  'inbox.cancel': ['receiver'],
  'inbox.runs': ['receiver'],
  'inbox.run': ['receiver'],
  'answer.view': ['receiver', 'consolidator'],
  'remark.save': ['receiver'],
  'answer.give': ['receiver'],
  'answer.refuse': ['receiver'],
  'answer.write': ['receiver'],
  'received.revisions': ['receiver', 'consolidator'],
  'answer.unwritten': ['receiver', 'consolidator'],
  'answer.hand': ['receiver'],
  'stream.list': ['receiver', 'consolidator'],
  'stream.compare': ['receiver', 'consolidator'],
  'stream.decide': ['receiver'],
  'answer.savePdf': ['receiver', 'consolidator'],
  'answer.print': ['receiver', 'consolidator'],
  'bundle.received': ['receiver', 'consolidator'],
  'catalogue.issue': ['receiver'],
  'catalogue.holders': ['receiver', 'consolidator'],
  'catalogue.draft': ['receiver', 'consolidator'],
  'catalogue.edit': ['receiver'],
  'catalogue.discard': ['receiver'],
  'catalogue.undo': ['receiver'],
  'catalogue.load': ['receiver'],
  'catalogue.save': ['receiver', 'consolidator'],
  'catalogue.publish': ['receiver'],
  'catalogue.waiting': ['recorder', 'approver'],
  'catalogue.offer': ['recorder', 'approver'],
  'catalogue.take': ['recorder', 'approver'],
  'received.sheet': ['receiver', 'consolidator'],
  'consolidation.view': ['receiver', 'consolidator'],
  'figure.behind': ['receiver', 'consolidator'],
  'lock.outlook': ['receiver', 'consolidator'],
  'lock.set': ['consolidator'],
  'lock.lift': ['consolidator'],
  'lock.verify': ['receiver', 'consolidator'],
  'lock.save': ['receiver', 'consolidator'],
  'consolidation.export': ['receiver', 'consolidator'],
  'following.view': ['receiver', 'consolidator'],
  'following.plan': ['receiver', 'consolidator'],
  'following.savePdf': ['receiver', 'consolidator'],
  'following.print': ['receiver', 'consolidator'],
  'following.writeMessages': ['receiver', 'consolidator'],
};

const callers: readonly Caller[] = [
  null,
  ...roles.flatMap((role) => [false, true].map((isAdministrator) => ({ role, isAdministrator }))),
];

function expected(name: string, caller: Caller): string {
  if (forEverybody.includes(name)) return 'reached';
  if (caller === null) return 'sign-in-first';
  if (forAdministrators.includes(name)) {
    return caller.isAdministrator ? 'reached' : 'call-not-permitted';
  }
  return forRoles[name]?.includes(caller.role) === false ? 'call-not-permitted' : 'reached';
}

describe('who may make a call', () => {
  it.each(callNames)('%s lets in its own callers and nobody else', async (name) => {
    for (const caller of callers) {
      const { route, reached } = recordingRouter(() => caller);
      const code = await codeOf(route(name, validInputs[name]));
      expect(code, JSON.stringify(caller)).toBe(expected(name, caller));
      expect(reached.length).toBe(code === 'reached' ? 1 : 0);
    }
  });

  it('is asked anew for every call: who signed out is out', async () => {
    let caller: Caller = { role: 'recorder', isAdministrator: false };
    const { route } = recordingRouter(() => caller);
    expect(await codeOf(route('sheet.open', validInputs['sheet.open']))).toBe('reached');
    caller = null;
    expect(await codeOf(route('sheet.open', validInputs['sheet.open']))).toBe('sign-in-first');
  });
});

describe('names', () => {
  it.each([
    '__proto__',
    'constructor',
    'toString',
    'hasOwnProperty',
    'valueOf',
    '',
    'session',
    'session.State',
    'session.state ',
    'sheet.drop',
  ])('"%s" is no call', async (name) => {
    const { route, reached, reported } = recordingRouter(() => null);
    expect(await codeOf(route(name, {}))).toBe('call-unknown');
    expect([...reached, ...reported]).toEqual([]);
  });
});

describe('handlers that fail', () => {
  const secret = 'AGE-SECRET-KEY-1EXAMPLE at /home/can-bo/so-chi-tieu.sqlite3';

  it('are reported, and the caller learns nothing of what went wrong', async () => {
    const fail = (): never => {
      throw new Error(secret);
    };
    const { route, reported } = recordingRouter(() => null, { 'session.state': fail });
    const reply = await route('session.state', {});
    expect(reply).toEqual({
      ok: false,
      refusal: { code: 'internal-fault', facts: { call: 'session.state' } },
    });
    expect(JSON.stringify(reply)).not.toContain('AGE-SECRET');
    expect(reported).toMatchObject([['session.state', new Error(secret)]]);
  });

  it('count as failed when they answer what the contract does not say', async () => {
    const answer = () => ({ ok: true, value: { language: 'vi', password: secret } });
    const { route, reported } = recordingRouter(() => null, { 'session.state': answer });
    expect(await codeOf(route('session.state', {}))).toBe('internal-fault');
    expect(reported).toHaveLength(1);
  });

  it('leave the door open for the next command', async () => {
    const { route } = recordingRouter(() => null, {
      'session.setLanguage': () => Promise.reject(new Error('once')),
    });
    expect(await codeOf(route('session.setLanguage', { language: 'vi' }))).toBe('internal-fault');
    expect(await codeOf(route('setup.restoreBackup', { backup: null }))).toBe('reached');
  });
});

describe('commands', () => {
  it('run one after the other in the order in which they came; queries do not wait', async () => {
    const order: string[] = [];
    const slowly = (label: string, milliseconds: number) => async () => {
      order.push(`${label} begins`);
      await new Promise((resolve) => setTimeout(resolve, milliseconds));
      order.push(`${label} ends`);
      return { ok: false, refusal: { code: 'done', facts: {} } };
    };
    const { route } = recordingRouter(() => null, {
      'setup.restoreBackup': slowly('first', 30),
      'session.setLanguage': slowly('second', 1),
      'setup.units': slowly('query', 1),
    });
    await Promise.all([
      route('setup.restoreBackup', { backup: null }),
      route('session.setLanguage', { language: 'vi' }),
      route('setup.units', {}),
    ]);
    expect(order.filter((entry) => !entry.startsWith('query'))).toEqual([
      'first begins',
      'first ends',
      'second begins',
      'second ends',
    ]);
    expect(order.indexOf('query ends')).toBeLessThan(order.indexOf('first ends'));
  });
});
