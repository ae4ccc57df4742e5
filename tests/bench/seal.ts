import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { decryptWith } from '#shared/bundle/age-envelope.ts';
import { sealReport } from '#shared/bundle/seal.ts';

import { writeDurably } from '../../electron/service/durable-file.ts';
import { compare, interleave, spreadOf, timed } from './rounds.ts';
import type { Comparison } from './rounds.ts';
import { reportToSeal, setUpAlone, setUpReporter, withKeys } from './sealed-reports.ts';

const roundCount = 7;
const timesInRound = 15;

/**
 * Sealing and durably writing a district's period, against Debian's `age` that encrypts the same
 * archive for the same recipients, without the time that its process takes to start. Null where `age`
 * is not installed.
 */
export async function benchSeal(folder: string): Promise<Comparison | null> {
  if (spawnSync('age', ['--version']).error !== undefined) return null;
  const place = join(folder, 'seal');
  mkdirSync(place);
  const province = await setUpAlone(join(place, 'province'), 'province', '30');
  const reporter = await setUpReporter(place, '300', province);
  try {
    return await withKeys(reporter.office, async (keys) => {
      const report = reportToSeal(reporter, keys, 1, null);
      const target = join(place, 'out');
      mkdirSync(target);
      let written = 0;
      const seal = async (): Promise<Uint8Array> => {
        const sealed = await sealReport(report);
        if (!sealed.ok) throw new Error(sealed.refusal.code);
        written += 1;
        const name = writeDurably(target, `${String(written)}.sct.age`, sealed.value.bytes);
        if (!name.ok) throw new Error(name.refusal.code);
        return sealed.value.bytes;
      };
      const opened = await decryptWith(await seal(), [keys.identity]);
      if (!opened.ok) throw new Error(opened.refusal.code);
      const archive = join(place, 'archive.zip');
      writeFileSync(archive, opened.value.plaintext);
      const recipients = [...report.facts.to.recipients, keys.ownRecipient];
      const encrypt = [
        ...recipients.flatMap((recipient) => ['-r', recipient]),
        ...['-o', join(place, 'age.out'), archive],
      ];
      const rounds = await interleave(
        roundCount,
        async () => middle(seal),
        async () =>
          (await middle(() => runAge(encrypt))) - (await middle(() => runAge(['--version']))),
      );
      const bytes = String(opened.value.plaintext.length);
      return compare(
        {
          what: 'seal and write a district’s period',
          unit: 'ms',
          aim: null,
          note: `${bytes} bytes, signed, archived, sealed for ${String(recipients.length)} keys, synced and read back, without the password’s derivation; against Debian's age on the same bytes less \`age --version\``,
        },
        rounds,
      );
    });
  } finally {
    reporter.office.close();
    province.close();
  }
}

async function middle(work: () => unknown): Promise<number> {
  const times: number[] = [];
  for (let count = 0; count < timesInRound; count += 1) times.push(await timed(work));
  return spreadOf(times).median;
}

function runAge(args: readonly string[]): void {
  const { status, stderr } = spawnSync('age', args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`age: ${stderr}`);
}
