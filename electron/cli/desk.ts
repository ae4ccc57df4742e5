import { existsSync } from 'node:fs';
import { resolve } from 'node:path';

import { createClient } from '#shared/ipc/client.ts';
import type { Client } from '#shared/ipc/client.ts';
import { parseInstant, sampleClock, systemClock } from '#shared/kit/clock.ts';
import type { Clock } from '#shared/kit/clock.ts';
import { ok, refuse } from '#shared/kit/result.ts';
import type { Result } from '#shared/kit/result.ts';
import type { Language, Translate } from '#shared/text/translate.ts';

import { serveOffice } from '../service/handlers.ts';
import { closeOffice, openOffice } from '../service/office.ts';
import type { Office } from '../service/office.ts';
import type { Ports } from '../service/ports.ts';
import { hasSoundBackup } from '../storage/backups.ts';
import { storePath } from '../storage/store-file.ts';
import { commands, needed } from './arguments.ts';
import type { Command, Invocation } from './arguments.ts';
import { wrongUse } from './wrong-use.ts';

/** What the program around a command gives it. */
export type Terminal = {
  readonly language: Language;
  readonly say: Translate;
  readonly version: string;
  readonly ports: Ports;
  /** Reads that many passwords and other secrets, one line each, from standard input. */
  readonly readPasswords: (count: number) => Promise<readonly string[]>;
  /** Told of faults inside services (bugs); says nothing unless it was asked to. */
  readonly reportFault: (call: string, fault: unknown) => void;
};

/** Where a command works: an open office with somebody signed in, and the words to answer with. */
export type Desk = {
  readonly office: Office;
  readonly call: Client;
  readonly say: Translate;
  readonly language: Language;
  /** The lines that were read: the acting person's password, then what the command asks for. */
  readonly passwords: readonly string[];
};

/**
 * Opens the data folder of an invocation, signs its person in, works, and always closes the store.
 * Refuses `usage`, what opening the store refuses, `store-not-set-up`, and what signing in refuses.
 */
export async function atDesk<T>(
  invocation: Invocation,
  terminal: Terminal,
  work: (desk: Desk) => Promise<Result<T>>,
): Promise<Result<T>> {
  const passwords = await readPasswords(invocation, terminal);
  if (!passwords.ok) return passwords;
  const dataFolder = resolve(needed(invocation, 'data'));
  // Looking at a folder that was mistyped must not make a store there.
  const isThere = existsSync(storePath(dataFolder)) || hasSoundBackup(dataFolder);
  if (invocation.command !== 'init' && !isThere) return refuse('store-not-set-up');
  const { say, version, ports } = terminal;
  const office = openOffice({ dataFolder, clock: clockOf(invocation), ports, version });
  try {
    if (office.store === null && invocation.command !== 'restore') {
      return { ok: false, refusal: office.damage ?? { code: 'store-unwritable', facts: {} } };
    }
    const call = createClient(serveOffice(office, terminal.reportFault));
    const desk = { office, call, say, language: terminal.language, passwords: passwords.value };
    const signedIn = await signIn(desk, invocation);
    return signedIn.ok ? await work(desk) : signedIn;
  } finally {
    closeOffice(office);
  }
}

/** The acting person's password, which the services ask for again where keys are used. */
export function ownPassword({ passwords }: Desk): string {
  return passwords[0] ?? '';
}

async function signIn({ call, passwords }: Desk, invocation: Invocation): Promise<Result<null>> {
  const { account }: Command = commands[invocation.command];
  if (account === 'unproven' || invocation.command === 'restore') return ok(null);
  const state = await call('session.state', {});
  if (!state.ok) return state;
  if (state.value.store === null) return refuse('store-not-set-up');
  const name = invocation.given.as;
  if (name === undefined) return ok(null);
  const signedIn = await call('session.signIn', { name, password: passwords[0] ?? '' });
  return signedIn.ok ? ok(null) : signedIn;
}

function clockOf({ given }: Invocation): Clock {
  const instant = given.now === undefined ? null : parseInstant(given.now);
  return instant === null ? systemClock : sampleClock(instant);
}

async function readPasswords(
  invocation: Invocation,
  terminal: Terminal,
): Promise<Result<readonly string[]>> {
  if (invocation.given['password-stdin'] === undefined) return ok([]);
  const { secrets: count }: Command = commands[invocation.command];
  const lines = await terminal.readPasswords(count);
  return lines.includes('')
    ? wrongUse(terminal.say, 'cli.wrongUse.passwordMissing', { count })
    : ok(lines);
}
