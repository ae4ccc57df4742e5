import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

import { password } from '../../helpers/world.ts';

const main = fileURLToPath(new URL('../../../electron/cli/main.ts', import.meta.url));
const compileCache = fileURLToPath(new URL('../../../.cache/compile', import.meta.url));

/** What `--json` prints, which tests look into by `at`. */
export type Json = string | number | boolean | null | Json[] | { [name: string]: Json };

/** What lies in a value under these names; null when there is nothing. */
export function at(value: Json, ...names: readonly (string | number)[]): Json {
  return names.reduce<Json>((inner, name) => {
    if (Array.isArray(inner)) return inner[Number(name)] ?? null;
    return typeof inner === 'object' && inner !== null ? (inner[name] ?? null) : null;
  }, value);
}

/** A text of a value's; empty when there is none. */
export function textAt(value: Json, name: string): string {
  const text = at(value, name);
  return typeof text === 'string' ? text : '';
}

/** A list of a value's, and the one of it that has this under that name. */
export function listAt(value: Json, ...names: readonly string[]): readonly Json[] {
  const list = at(value, ...names);
  return Array.isArray(list) ? list : [];
}
export function oneOf(list: readonly Json[], name: string, wanted: string): Json {
  return list.find((one) => at(one, name) === wanted) ?? null;
}

/** What a command left on the terminal. */
export type Ended = { readonly exitCode: number; readonly stdout: string; readonly stderr: string };

export type Setting = {
  readonly stdin?: string;
  readonly env?: Readonly<Record<string, string | undefined>>;
};

/** Runs the real command line as a process of its own, with a bare environment. */
export function run(
  args: readonly string[],
  { stdin = '', env = {} }: Setting = {},
): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [main, ...args], {
      env: { PATH: process.env['PATH'], NODE_COMPILE_CACHE: compileCache, ...env },
    });
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
    child.on('error', reject);
    child.on('close', (code) => {
      resolve({ exitCode: code ?? -1, stdout, stderr });
    });
    // A command that refuses before it reads may be gone by the time the password is written.
    child.stdin.on('error', () => undefined);
    child.stdin.end(stdin);
  });
}

/** The morning of 24/8/2022 in Viet Nam, as the offices of these tests have it. */
const august = ['--now', '2022-08-24T08:00+07:00'] as const;

/**
 * A person at the terminal of one office, who signs in with the tests' password unless `first` says
 * otherwise; `further` lines of standard input are what the commands ask for besides.
 */
export function officer(
  dataFolder: string,
  name: string,
  further: readonly string[] = [password],
  first = password,
) {
  const sign = [...august, '--data', dataFolder, '--as', name, '--password-stdin'];
  const ask = (...args: readonly string[]): Promise<Ended> =>
    run([...args, ...sign], { stdin: [first, ...further, ''].join('\n') });
  return {
    ask,
    /** Asks for JSON and gives its value; fails the test when the command does not end with 0. */
    must: async (...args: readonly string[]): Promise<Json> => {
      const ended = await ask(...args, '--json');
      if (ended.exitCode !== 0) throw new Error(`${args.join(' ')}: ${ended.stderr}`);
      const { ok, value }: { ok: boolean; value: Json } = JSON.parse(ended.stdout);
      if (!ok) throw new Error(`${args.join(' ')}: ${ended.stdout}`);
      return value;
    },
    /** Asks for JSON; gives the refusal, having checked that all three places say the same. */
    refused: async (...args: readonly string[]) => {
      const ended = await ask(...args, '--json');
      const { ok, refusal } = JSON.parse(ended.stdout);
      if (ended.exitCode === 0 || ok !== false) throw new Error(`${args.join(' ')} was granted.`);
      const line = `${String(refusal.phoneCode)} ${String(refusal.code)}: ${String(refusal.message)}\n`;
      if (ended.stderr !== line) throw new Error(`standard error: ${ended.stderr}`);
      return { exitCode: ended.exitCode, code: String(refusal.code), facts: refusal.facts };
    },
  };
}

export type Officer = ReturnType<typeof officer>;
