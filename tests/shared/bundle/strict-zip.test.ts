import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { utf8 } from '#shared/bundle/bytes.ts';
import { readDirectory, readEntry, writeStrictZip } from '#shared/bundle/strict-zip.ts';
import { rawZip } from './raw-zip.ts';
import type { Patch, RawArchive, RawEntry } from './raw-zip.ts';
import { codeOf, granted } from './two-offices.ts';

const statement: RawEntry = { name: 'statement.jws', data: utf8('{"signed":true}') };
const csv: RawEntry = {
  name: 'data/observations.csv',
  data: utf8('a,b\r\n'.repeat(90)),
  deflate: true,
};
const patch = (at: number, width: 2 | 4, value: number): readonly Patch[] => [{ at, width, value }];

/** Opens an archive and all of its entries; the reason of the refusal, or `accepted`. */
async function reasonOf(bytes: Uint8Array): Promise<string> {
  const directory = await readDirectory(bytes);
  if (!directory.ok) return String(directory.refusal.facts['reason']);
  for (const { path, bytes: size } of directory.value.entries) {
    const entry = await readEntry(directory.value, path, size);
    if (!entry.ok) return String(entry.refusal.facts['reason']);
  }
  return 'accepted';
}

describe('archives that we write', () => {
  it('B8 read back, in order, and are the same bytes every time', async () => {
    const someContents = fc.uniqueArray(
      fc.record({
        path: fc.stringMatching(/^(?:data|audit|attachments)\/[a-z0-9]{1,12}\.csv$/),
        bytes: fc.oneof(
          fc.uint8Array({ maxLength: 3000 }),
          fc.integer({ min: 0, max: 100_000 }).map((length) => new Uint8Array(length)),
        ),
      }),
      { selector: ({ path }) => path, maxLength: 5 },
    );
    await fc.assert(
      fc.asyncProperty(someContents, async (others) => {
        fc.pre(others.every(({ path }) => !/\/(?:con|prn|aux|nul|com\d|lpt\d)\./.test(path)));
        const contents = [{ path: 'statement.jws', bytes: utf8('{}') }, ...others];
        const bytes = await writeStrictZip(contents);
        expect(await writeStrictZip(contents)).toEqual(bytes);
        const directory = granted(await readDirectory(bytes));
        expect(directory.entries.map(({ path }) => path)).toEqual(contents.map(({ path }) => path));
        for (const { path, bytes: content } of contents) {
          const entry = granted(await readEntry(directory, path, content.length));
          expect(Buffer.from(entry).equals(Buffer.from(content))).toBe(true);
        }
      }),
      { numRuns: 25 },
    );
  });

  it('B8 are sound for unzip', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'strict-zip-'));
    const file = join(folder, 'a.zip');
    writeFileSync(
      file,
      await writeStrictZip([
        { path: 'statement.jws', bytes: utf8('{}') },
        { path: 'data/observations.csv', bytes: csv.data },
      ]),
    );
    expect(execFileSync('unzip', ['-t', file], { encoding: 'utf8' })).toContain(
      'No errors detected',
    );
    rmSync(folder, { recursive: true });
  });

  it('B8 never hold a name outside the profile', async () => {
    const bad = [
      { path: 'statement.jws', bytes: utf8('{}') },
      { path: '../x', bytes: utf8('') },
    ];
    await expect(writeStrictZip(bad)).rejects.toThrow('name');
  });
});

describe('archives that others write', () => {
  it('B8 the ones by hand are right before they are made wrong', async () => {
    expect(await reasonOf(rawZip([statement, csv]))).toBe('accepted');
  });

  it.each([
    'data/Observations.csv',
    'DATA/observations.csv',
    '../etc/passwd',
    'data/../../x',
    'data/..',
    '/data/x',
    'C:/data/x',
    'data\\x',
    'data//x',
    'data/x/',
    'data/',
    'data/x.',
    'data/x ',
    ' data/x',
    'data/a b',
    'data/nul',
    'data/con.csv',
    'audit/com1.jsonl',
    'data/.hidden',
    'other/x.csv',
    'x.csv',
    `data/${'x'.repeat(82)}`,
    'data/x\u0000.csv',
    'data/ế.csv'.normalize('NFC'),
    'data/ế.csv'.normalize('NFD'),
    'data/\u202Egpj.exe',
    'statement.jws\u0000',
  ])('B8 refuses the name %j', async (name) => {
    expect(await reasonOf(rawZip([statement, { ...csv, name }]))).toBe('name');
  });

  it.each<[string, readonly RawEntry[], RawArchive, string]>([
    ['a name twice', [statement, csv, csv], {}, 'duplicate-name'],
    ['two statements', [statement, statement], {}, 'duplicate-name'],
    [
      'names that normalise to one',
      [statement, { ...csv, name: 'data/e\u0301' }, { ...csv, name: 'data/\u00e9' }],
      {},
      'name',
    ],
    ['no statement', [csv], {}, 'first-entry'],
    ['the statement not first', [csv, statement], {}, 'first-entry'],
    ['no entry', [], {}, 'count'],
    [
      'too many entries',
      [
        statement,
        ...Array.from({ length: 200 }, (_, at) => ({ ...csv, name: `data/f${String(at)}` })),
      ],
      {},
      'count',
    ],
    ['an archive comment', [statement], { comment: 'hello' }, 'end-record'],
    ['a comment length without comment', [statement], { end: patch(20, 2, 5) }, 'comment'],
    ['bytes after the end', [statement], { after: utf8('x') }, 'end-record'],
    ['a second archive after the end', [statement], { after: rawZip([statement]) }, 'directory'],
    ['bytes before the start', [statement], { before: utf8('MZ') }, 'gap-or-overlap'],
    ['another disk', [statement], { end: patch(4, 2, 1) }, 'count'],
    ['two counts', [statement], { end: patch(8, 2, 2) }, 'count'],
    [
      'a Zip64 count',
      [statement],
      { end: [...patch(8, 2, 0xffff), ...patch(10, 2, 0xffff)] },
      'count',
    ],
    ['a Zip64 offset', [statement], { end: patch(16, 4, 0xffffffff) }, 'directory'],
    [
      'a directory that is too short',
      [statement, csv],
      { end: [...patch(8, 2, 1), ...patch(10, 2, 1)] },
      'directory',
    ],
    [
      'a directory that is too long',
      [statement],
      { end: [...patch(8, 2, 2), ...patch(10, 2, 2)] },
      'directory',
    ],
    ['an entry comment', [{ ...statement, comment: 'x' }], {}, 'comment'],
    ['an extra field', [{ ...statement, extra: Uint8Array.of(1, 0, 0, 0) }], {}, 'extra-field'],
    ['encryption', [{ ...statement, central: patch(8, 2, 1), local: patch(6, 2, 1) }], {}, 'flags'],
    [
      'a data descriptor',
      [{ ...statement, central: patch(8, 2, 8), local: patch(6, 2, 8) }],
      {},
      'flags',
    ],
    [
      'deflate64',
      [{ ...statement, central: patch(10, 2, 9), local: patch(8, 2, 9) }],
      {},
      'method',
    ],
    [
      'a newer ZIP version',
      [{ ...statement, central: patch(6, 2, 45), local: patch(4, 2, 45) }],
      {},
      'version',
    ],
    ['a gap between entries', [{ ...statement, gap: utf8('hidden') }, csv], {}, 'gap-or-overlap'],
    [
      'two entries over one another',
      [statement, { ...csv, central: patch(42, 4, 0) }],
      {},
      'gap-or-overlap',
    ],
    [
      'a size beyond the directory',
      [{ ...statement, central: [...patch(20, 4, 9999), ...patch(24, 4, 9999)] }],
      {},
      'gap-or-overlap',
    ],
    [
      'a stored entry of two sizes',
      [{ ...statement, central: patch(24, 4, 3), local: patch(22, 4, 3) }],
      {},
      'size',
    ],
    [
      'another size in the local header',
      [statement, { ...csv, local: patch(22, 4, 5) }],
      {},
      'local-header',
    ],
    [
      'another method in the local header',
      [statement, { ...csv, local: patch(8, 2, 0) }],
      {},
      'local-header',
    ],
    [
      'another name length in the local header',
      [statement, { ...csv, local: patch(26, 2, 5) }],
      {},
      'local-header',
    ],
    [
      'a wrong CRC',
      [{ ...statement, central: patch(16, 4, 1), local: patch(14, 4, 1) }],
      {},
      'content',
    ],
    [
      'a bomb that owns up to it',
      [statement, { name: 'data/bomb', data: new Uint8Array(1_000_000), deflate: true }],
      {},
      'ratio',
    ],
    [
      'a bomb that denies it',
      [
        statement,
        {
          name: 'data/bomb',
          data: new Uint8Array(1_000_000),
          deflate: true,
          central: patch(24, 4, 100),
          local: patch(22, 4, 100),
        },
      ],
      {},
      'content',
    ],
    [
      'more than it inflates to',
      [statement, { ...csv, central: patch(24, 4, 460), local: patch(22, 4, 460) }],
      {},
      'content',
    ],
    [
      'a size above the cap',
      [statement, { ...csv, central: patch(24, 4, 60_000_000), local: patch(22, 4, 60_000_000) }],
      {},
      'size',
    ],
  ])('B8 refuses %s', async (_, entries, archive, reason) => {
    expect(await reasonOf(rawZip(entries, archive))).toBe(reason);
  });

  it('B8 refuses another name in the local header than in the directory', async () => {
    const bytes = rawZip([statement, csv]);
    const at = Buffer.from(bytes).indexOf('data/observations');
    bytes[at] = 'D'.charCodeAt(0);
    expect(await reasonOf(bytes)).toBe('local-header');
  });

  it('B8 never inflates beyond the limit of the caller', async () => {
    const directory = granted(await readDirectory(rawZip([statement, csv])));
    expect(codeOf(await readEntry(directory, 'data/observations.csv', 10))).toBe(
      'archive-irregular',
    );
    expect(codeOf(await readEntry(directory, 'data/absent.csv', 10))).toBe('archive-irregular');
  });

  it('B8 any change of any byte is refused or changes nothing that is read', async () => {
    const good = rawZip([statement, csv]);
    const contents = async (bytes: Uint8Array): Promise<string | null> => {
      const directory = await readDirectory(bytes);
      if (!directory.ok) return null;
      const read: string[] = [];
      for (const { path, bytes: size } of directory.value.entries) {
        const entry = await readEntry(directory.value, path, size);
        if (!entry.ok) return null;
        read.push(path, Buffer.from(entry.value).toString('hex'));
      }
      return read.join();
    };
    const right = await contents(good);
    for (let at = 0; at < good.length; at += 1) {
      const changed = good.slice();
      changed[at] = (changed[at] ?? 0) ^ 0x01;
      const read = await contents(changed);
      if (read !== null) expect(read, `byte ${String(at)}`).toBe(right);
    }
  });
});
