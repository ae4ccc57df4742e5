/** Thousands of changed bundles, on every level that a bundle has; none may be taken for the good one. */
import { createHash } from 'node:crypto';

import fc from 'fast-check';

import { decryptWith, encryptFor } from '#shared/bundle/age-envelope.ts';
import { utf8, utf8Text } from '#shared/bundle/bytes.ts';
import { canonicalJson } from '#shared/bundle/canonical-json.ts';
import { openBundle } from '#shared/bundle/open.ts';
import type { OpenContext } from '#shared/bundle/open.ts';
import { sealCatalogue, sealDrafts, sealReceipt, sealReport } from '#shared/bundle/seal.ts';
import type { ZipContent } from '#shared/bundle/stored-zip.ts';
import { readDirectory, readEntry } from '#shared/bundle/strict-zip.ts';
import { rawZip } from '../shared/bundle/raw-zip.ts';
import {
  districtContext,
  granted,
  newOffice,
  provinceContext,
  receiptFacts,
  reportFacts,
  reportToSeal,
  someCells,
} from '../shared/bundle/two-offices.ts';
import { mutated, someMutation } from './mutations.ts';
import type { Mutation } from './mutations.ts';
import type { Proof } from './proof.ts';

type Good = {
  readonly bytes: Uint8Array;
  readonly plaintext: Uint8Array;
  readonly entries: readonly ZipContent[];
  readonly recipients: readonly string[];
  readonly context: OpenContext;
  /** What opens from it, to tell a change that says nothing. */
  readonly same: string;
};

/** Good bundles: of a small report, of the answer to it, of a plan, and of drafts. */
async function goodBundles(): Promise<readonly [Good, ...Good[]]> {
  const [province, district] = await Promise.all([newOffice(), newOffice()]);
  const report = granted(await sealReport(reportToSeal(province, district)));
  const about = receiptFacts(province, district, report);
  const provinceKeys = {
    signer: province.signing,
    ownRecipient: province.working.recipient,
  };
  const column = 'numerator';
  const remark = { form: 'B01', row: 'HI_COVERAGE', column, text: 'Số thẻ giảm, rà soát.' };
  const returned = { outcome: 'returned', note: 'Thiếu thuyết minh.', remarks: [remark] } as const;
  const receipt = await sealReceipt({
    facts: { ...about, ...returned, remarks: [remark] },
    ...provinceKeys,
  });
  const { from, to, seq, created, keyring } = about;
  const catalogue = await sealCatalogue({
    facts: { from, to, seq, created, app: '0.1.0', keyring },
    catalogue: { version: 2 },
    ...provinceKeys,
  });
  const { from: unit, period, forms } = reportFacts(province, district);
  const drafts = await sealDrafts({
    facts: { from: unit, to, period, forms, catalogue: 1, seq, created, app: '0.1.0' },
    cells: someCells,
    signer: district.signing,
    ownRecipient: district.working.recipient,
  });
  const here = districtContext(province, district);
  const { recipient } = district.working;
  return [
    await goodBundle(report, provinceContext(province, district), province.working.recipient),
    await goodBundle(granted(receipt), here, recipient),
    await goodBundle(granted(catalogue), here, recipient),
    await goodBundle(granted(drafts), here, recipient),
  ];
}

/** A good bundle with everything that is known of it. */
async function goodBundle(
  { bytes }: { readonly bytes: Uint8Array },
  context: OpenContext,
  recipient: string,
): Promise<Good> {
  const { plaintext } = granted(await decryptWith(bytes, context.identities));
  const archive = granted(await readDirectory(plaintext));
  const entries: ZipContent[] = [];
  for (const { path, bytes: size } of archive.entries) {
    entries.push({ path, bytes: granted(await readEntry(archive, path, size)) });
  }
  const same = contentOf(granted(await openBundle(bytes, context)));
  return { bytes, plaintext, entries, recipients: [recipient], context, same };
}

/** How opening changed files went. */
class Tally {
  tried = 0;
  accepted = 0;
  thrown = 0;
  /** Opened with the very same statement and contents: a change that says nothing. */
  unchanged = 0;
  slowest = 0;
  readonly codes = new Set<string>();

  async open(bytes: Uint8Array, { context, same }: Good): Promise<void> {
    this.tried += 1;
    const begun = performance.now();
    try {
      const opened = await openBundle(bytes, context);
      if (!opened.ok) this.codes.add(opened.refusal.code);
      else if (contentOf(opened.value) === same) this.unchanged += 1;
      else this.accepted += 1;
    } catch {
      this.thrown += 1;
    }
    this.slowest = Math.max(this.slowest, performance.now() - begun);
  }

  proof(what: string): Proof {
    const memory = process.resourceUsage().maxRSS / 1024;
    return {
      what,
      tried: this.tried,
      wrong: this.accepted + this.thrown,
      note: [
        `${String(this.codes.size)} codes`,
        ...(this.unchanged === 0 ? [] : [`${String(this.unchanged)} that change no content`]),
        `slowest ${this.slowest.toFixed(0)} ms`,
        `peak memory ${memory.toFixed(0)} MiB`,
      ].join(', '),
    };
  }
}

function contentOf(opened: object): string {
  return JSON.stringify({ ...opened, fileSha256: null }, (_, value: unknown) =>
    value instanceof Uint8Array ? Buffer.from(value).toString('base64') : value,
  );
}

/** Every byte of a sealed file, one bit of it changed. */
export async function proveFlips(): Promise<Proof> {
  const [good] = await goodBundles();
  const tally = new Tally();
  for (let at = 0; at < good.bytes.length; at += 1) {
    const flipped = Uint8Array.from(good.bytes);
    flipped[at] = (flipped[at] ?? 0) ^ (1 << (at % 8));
    await tally.open(flipped, good);
  }
  return tally.proof('every byte of one bundle, a bit of it changed');
}

function digestOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('base64');
}

type Level = 'file' | 'archive' | 'entry' | 'directory' | 'statement';
const levels: readonly Level[] = ['file', 'archive', 'entry', 'directory', 'statement'];

const mostBatches = 20;
const someChange = fc.record({
  mutation: someMutation,
  entry: fc.nat(99),
  member: fc.nat(99),
  by: fc.jsonValue(),
});

/**
 * As many different structured mutations of report, receipt, catalogue and drafts, on the sealed file, the archive in it, the contents of one
 * entry, the list of entries, and the members of the signed statement; all but the first are sealed
 * again for the addressee by somebody who has no signing key.
 */
export async function proveMutations(count: number, seed: number): Promise<Proof> {
  const goods = await goodBundles();
  const tally = new Tally();
  const tried = new Set(goods.flatMap(({ bytes, plaintext }) => [bytes, plaintext]).map(digestOf));
  const isNew = (bytes: Uint8Array): boolean => {
    const digest = digestOf(bytes);
    const isFirst = !tried.has(digest);
    tried.add(digest);
    return isFirst;
  };
  // Some change nothing, and some come twice: only different ones are tried.
  for (let batch = 0; tally.tried < count && batch < mostBatches; batch += 1) {
    const samples = fc.sample(someChange, { numRuns: count, seed: seed + batch });
    for (const [index, { mutation, entry, member, by }] of samples.entries()) {
      if (tally.tried === count) break;
      const level = levels[index % levels.length] ?? 'file';
      const good = goods[Math.floor(index / levels.length) % goods.length] ?? goods[0];
      if (level === 'file') {
        const bytes = mutated(good.bytes, mutation);
        if (isNew(bytes)) await tally.open(bytes, good);
        continue;
      }
      const plaintext = mutant(good, level, mutation, entry, member, by);
      if (!isNew(plaintext)) continue;
      const sealed = granted(await encryptFor(plaintext, good.recipients));
      await tally.open(sealed, good);
    }
  }
  return tally.proof('structured mutations of four kinds of bundles, on five levels');
}

function mutant(
  { plaintext, entries }: Good,
  level: Exclude<Level, 'file'>,
  mutation: Mutation,
  entry: number,
  member: number,
  by: unknown,
): Uint8Array {
  const at = entry % entries.length;
  switch (level) {
    case 'archive':
      return mutated(plaintext, mutation);
    case 'entry':
      return zipped(
        entries.map((each, index) =>
          index === at ? { ...each, bytes: mutated(each.bytes, mutation) } : each,
        ),
      );
    case 'directory': {
      const [taken] = entries.slice(at, at + 1);
      const rest = entries.filter((_, index) => index !== at);
      if (taken === undefined) return plaintext;
      const name = utf8Text(mutated(utf8(taken.path), mutation)) ?? 'x';
      const spoiled = { path: name, bytes: mutated(taken.bytes, mutation) };
      const others: readonly (readonly ZipContent[])[] = [
        rest,
        [...rest, taken],
        [...entries, spoiled],
        [...rest, { ...taken, path: name }],
        [...rest.slice(0, at), spoiled, ...rest.slice(at)],
      ];
      return zipped(others[member % others.length] ?? rest);
    }
    case 'statement':
      return zipped(
        entries.map((each, index) =>
          index === 0 ? { ...each, bytes: withMember(each.bytes, member, by) } : each,
        ),
      );
  }
}

/** A signed statement with one member of its outer form or of a signature put to something else. */
function withMember(jws: Uint8Array, member: number, by: unknown): Uint8Array {
  const signed = JSON.parse(utf8Text(jws) ?? '') as {
    payload: unknown;
    signatures: { protected: unknown; signature: unknown }[];
  }; // our own statement
  const [first] = signed.signatures;
  const changed: readonly unknown[] = [
    { ...signed, payload: by },
    { ...signed, signatures: by },
    { ...signed, signatures: [by] },
    { ...signed, signatures: [{ ...first, protected: by }] },
    { ...signed, signatures: [{ ...first, signature: by }] },
    { ...signed, more: by },
    by,
  ];
  return utf8(canonicalJson(changed[member % changed.length]));
}

function zipped(entries: readonly ZipContent[]): Uint8Array {
  return rawZip(entries.map(({ path, bytes }) => ({ name: path, data: bytes })));
}
