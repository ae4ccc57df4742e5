import { spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

import { bundleProgram, electronsNode, ownNode } from '../helpers/runtimes.ts';
import type { Runtime } from '../helpers/runtimes.ts';
import { compare, interleave, spreadOf, timed } from './rounds.ts';
import type { Comparison } from './rounds.ts';

const roundCount = 5;
/** Megabytes, and how often they are done in a round: short work says little when done once. */
const sizes = [
  [1, 25],
  [10, 7],
  [50, 3],
] as const;

/**
 * Sealing and opening a report with an attachment of so many megabytes in Electron, as offices do,
 * and in Node, as the command line does, against Debian's `age` that encrypts and decrypts as many for
 * the same recipients, less the start of its process. Empty where `age` is not installed.
 */
export async function benchLargeBundles(folder: string): Promise<readonly Comparison[]> {
  if (spawnSync('age', ['--version']).error !== undefined) return [];
  const place = join(folder, 'large');
  mkdirSync(place);
  const program = await bundleProgram(join(import.meta.dirname, 'large-office.ts'), place);
  const lines: Comparison[] = [];
  for (const runtime of [electronsNode(), ownNode]) {
    const office = await startOffice(program, runtime);
    try {
      lines.push(...(await benchOffice(office, runtime.name, place)));
    } finally {
      office.stop();
    }
  }
  return lines;
}

async function benchOffice(
  { identity, recipients, tell }: Office,
  runtime: string,
  place: string,
): Promise<readonly Comparison[]> {
  const [key, plain, closed, opened] = ['key.txt', 'plain', 'closed.age', 'open'].map((name) =>
    join(place, name),
  );
  if (key === undefined || plain === undefined || closed === undefined || opened === undefined) {
    throw new Error('four files');
  }
  writeFileSync(key, `${identity}\n`);
  const age = {
    seal: [...recipients.flatMap((to) => ['-r', to]), '-o', closed, plain],
    open: ['-d', '-i', key, '-o', opened, closed],
  };
  const ageTime = (args: readonly string[]): Promise<number> =>
    timed(() => {
      runAge(args);
    });
  const lines: Comparison[] = [];
  for (const [size, times] of sizes) {
    writeFileSync(plain, randomBytes(size * 1_000_000));
    runAge(age.seal);
    await tell(`make ${String(size)}`);
    for (const what of ['seal', 'open'] as const) {
      const ours = (): Promise<number> => tell(`${what} ${String(size)}`);
      await middle(times, ours);
      const rounds = await interleave(
        roundCount,
        () => middle(times, ours),
        async () =>
          (await middle(times, () => ageTime(age[what]))) -
          (await middle(times, () => ageTime(['--version']))),
      );
      lines.push(
        compare(
          {
            what: `${what} ${String(size)} MB, ${runtime}`,
            unit: 'ms',
            aim: 1.5,
            note: 'signed, archived, sealed, every entry and the whole digested, all in memory; age reads and writes a file',
          },
          rounds,
        ),
      );
    }
  }
  return lines;
}

type Office = {
  readonly identity: string;
  readonly recipients: readonly string[];
  /** Gives the program a line and answers the milliseconds that it tells. */
  readonly tell: (line: string) => Promise<number>;
  readonly stop: () => void;
};

async function startOffice(program: string, { executable, env }: Runtime): Promise<Office> {
  const child = spawn(executable, [program], {
    env: { ...process.env, ...env },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const answers = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const answer = async (): Promise<string> => {
    const { value, done } = await answers.next();
    if (done === true) throw new Error('The measured program ended.');
    return value;
  };
  // What our own program wrote.
  const keys = JSON.parse(await answer()) as Pick<Office, 'identity' | 'recipients'>;
  return {
    ...keys,
    tell: async (line) => {
      child.stdin.write(`${line}\n`);
      return Number(await answer());
    },
    stop: () => {
      child.stdin.end();
    },
  };
}

async function middle(times: number, work: () => Promise<number>): Promise<number> {
  const taken: number[] = [];
  for (let count = 0; count < times; count += 1) taken.push(await work());
  return spreadOf(taken).median;
}

function runAge(args: readonly string[]): void {
  const { status, stderr } = spawnSync('age', args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`age: ${stderr}`);
}
