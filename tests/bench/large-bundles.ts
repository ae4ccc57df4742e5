import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { ageOpener } from '#shared/bundle/age-envelope.ts';
import { openBundle } from '#shared/bundle/open.ts';
import { sealReport } from '#shared/bundle/seal.ts';
import { nativeX25519 } from '../../electron/keys/native-x25519.ts';
import {
  granted,
  newOffice,
  provinceContext,
  reportToSeal,
  someAttachment,
} from '../shared/bundle/two-offices.ts';
import { compare, interleave, spreadOf, timed } from './rounds.ts';
import type { Comparison } from './rounds.ts';

const roundCount = 5;
const sizes = [1, 10, 50] as const;

/**
 * Sealing and opening a report with an attachment of so many megabytes, against Debian's `age` that
 * encrypts and decrypts the same bytes for the same recipients, less the start of its process. Empty
 * where `age` is not installed.
 */
export async function benchLargeBundles(folder: string): Promise<readonly Comparison[]> {
  if (spawnSync('age', ['--version']).error !== undefined) return [];
  const [province, district] = await Promise.all([newOffice(), newOffice()]);
  const context = {
    ...provinceContext(province, district),
    identities: [await ageOpener(province.working.identity, nativeX25519)],
  };
  const key = join(folder, 'key.txt');
  writeFileSync(key, `${province.working.identity}\n`);
  const lines: Comparison[] = [];
  for (const size of sizes) {
    const place = join(folder, `large-${String(size)}`);
    mkdirSync(place);
    const head = Buffer.from('%PDF-1.7\n');
    const bytes = new Uint8Array(Buffer.concat([head, randomBytes(size * 1_000_000)]));
    const report = {
      ...reportToSeal(province, district),
      attachments: [{ ...someAttachment, bytes }],
      x25519: nativeX25519,
    };
    const sealed = granted(await sealReport(report)).bytes;
    const [plain, closed] = ['plain', 'closed.age'].map((name) => join(place, name));
    if (plain === undefined || closed === undefined) throw new Error('two files');
    writeFileSync(plain, bytes);
    const recipients = [...report.facts.to.recipients, report.ownRecipient];
    const encrypt = [...recipients.flatMap((to) => ['-r', to]), '-o', closed, plain];
    runAge(encrypt);
    const start = await middle(() => {
      runAge(['--version']);
    });
    const line = async (
      what: string,
      ours: () => Promise<unknown>,
      args: readonly string[],
    ): Promise<void> => {
      const rounds = await interleave(
        roundCount,
        () => timed(ours),
        async () =>
          (await timed(() => {
            runAge(args);
          })) - start,
      );
      const note = 'signed, archived, sealed, every entry digested; age reads and writes a file';
      lines.push(compare({ what, unit: 'ms', aim: 1.5, note }, rounds));
    };
    await line(`seal ${String(size)} MB`, async () => granted(await sealReport(report)), encrypt);
    await line(`open ${String(size)} MB`, async () => granted(await openBundle(sealed, context)), [
      ...['-d', '-i', key],
      ...['-o', join(place, 'open'), closed],
    ]);
  }
  return lines;
}

async function middle(work: () => void): Promise<number> {
  const times: number[] = [];
  for (let count = 0; count < 15; count += 1) times.push(await timed(work));
  return spreadOf(times).median;
}

function runAge(args: readonly string[]): void {
  const { status, stderr } = spawnSync('age', args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`age: ${stderr}`);
}
