import { generateAgeKey } from '#shared/bundle/age-envelope.ts';
import { utf8 } from '#shared/bundle/bytes.ts';
import { rawZip } from '../shared/bundle/raw-zip.ts';
import type { RawEntry } from '../shared/bundle/raw-zip.ts';
import { bytesOf, flipped, forged, given, joined, text } from './attack.ts';
import type { Attack } from './attack.ts';
import { forge } from './workshop.ts';

const payloadBegins = (file: Uint8Array): number => text(file).indexOf('\n--- ') + 49;

/** One raw entry of the archive, changed. */
const rawAt =
  (at: number, change: (entry: RawEntry) => RawEntry) =>
  (entries: readonly RawEntry[]): readonly RawEntry[] =>
    entries.map((each, index) => (index === at ? change(each) : each));

/** The good file with its first stanza so many times. */
const stanzas =
  (count: number) =>
  (good: Uint8Array): Uint8Array => {
    const [header = '', ...rest] = text(good).split('\n--- ');
    const lines = header.split('\n');
    const first = lines.slice(1, 3).join('\n');
    const many = Array.from({ length: count }, () => first);
    return bytesOf([[lines[0], ...many].join('\n'), ...rest].join('\n--- '));
  };

export const envelopeAttacks: readonly Attack[] = [
  given('bundle-cut', 'an empty file', () => new Uint8Array()),
  given('not-a-bundle', 'a letter with the name of a bundle', () => utf8('Kính gửi Sở KH&ĐT')),
  given('not-a-bundle', 'a program with the name of a bundle', () => utf8('MZ\u0090\u0000')),
  {
    name: 'the archive without its envelope',
    code: 'not-a-bundle',
    make: ({ entries }) =>
      Promise.resolve(rawZip(entries.map(({ path, bytes }) => ({ name: path, data: bytes })))),
  },
  given('not-a-bundle', 'an envelope of another version', (good) =>
    bytesOf(text(good).replace('/v1\n', '/v2\n')),
  ),
  given('not-a-bundle', 'an envelope in letters (armor)', (good) =>
    utf8(
      `-----BEGIN AGE ENCRYPTED FILE-----\n${Buffer.from(good).toString('base64')}\n-----END AGE ENCRYPTED FILE-----\n`,
    ),
  ),
  given('bundle-cut', 'cut inside the header', (good) => good.slice(0, 60)),
  given('bundle-cut', 'cut at the end of the header', (good) => good.slice(0, payloadBegins(good))),
  given('bundle-cut', 'cut one byte before the end', (good) => good.slice(0, -1)),
  given('bundle-cut', 'one byte longer', (good) => joined(good, new Uint8Array(1))),
  given('bundle-cut', 'twice in one file', (good) => joined(good, good)),
  given('bundle-altered', 'a changed bit in the header’s check', (good) =>
    flipped((bytes) => payloadBegins(bytes) - 10)(good),
  ),
  given('bundle-altered', 'a changed bit in the contents', (good) =>
    flipped((bytes) => bytes.length - 300)(good),
  ),
  given('bundle-altered', 'a changed bit in the last check', (good) =>
    flipped((bytes) => bytes.length - 1)(good),
  ),
  given('not-a-bundle', 'four thousand stanzas to try', stanzas(4000)),
  given('not-a-bundle', 'nine stanzas where eight are allowed', stanzas(9)),
  {
    name: 'sealed for somebody else alone',
    code: 'not-addressed-to-this-key',
    make: async (workshop) => forge(workshop, { recipients: [(await generateAgeKey()).recipient] }),
  },
];

export const archiveAttacks: readonly Attack[] = [
  forged('archive-irregular', 'no archive inside', { zip: () => utf8('{}') }),
  ...(
    [
      ['a path that leaves the folder', '../../autorun.inf'],
      ['a path from the root', '/data/observations.csv'],
      ['a path of Windows', 'data\\observations.csv'],
      ['a drive', 'C:/data/observations.csv'],
      ['a device of Windows', 'data/con.csv'],
      ['a serial port of Windows', 'data/com1'],
      ['a dot at the end', 'data/observations.csv.'],
      ['a blank at the end', 'data/observations.csv '],
      ['capital letters', 'data/Observations.csv'],
      ['a hidden file', 'data/.observations.csv'],
      ['a link for Windows', 'data/observations.lnk\u0000.csv'],
      ['letters that turn the name round', 'data/\u202Evsc.exe'],
      ['an accent in two pieces', 'data/e\u0301.csv'],
    ] as const
  ).map(([name, path]) =>
    forged('archive-irregular', `an entry named with ${name}`, {
      raw: rawAt(2, (each) => ({ ...each, name: path })),
    }),
  ),
  forged('archive-irregular', 'one name twice', {
    raw: (entries) => [...entries, ...entries.slice(2, 3)],
  }),
  forged('archive-irregular', 'two statements', {
    raw: (entries) => [...entries.slice(0, 1), ...entries],
  }),
  forged('archive-irregular', 'the statement last', {
    raw: (entries) => [...entries.slice(1), ...entries.slice(0, 1)],
  }),
  forged('archive-irregular', 'no statement', { raw: (entries) => entries.slice(1) }),
  forged('archive-irregular', 'a program before the archive', {
    archive: { before: utf8('MZ') },
  }),
  forged('archive-irregular', 'something behind the archive', { archive: { after: utf8('x') } }),
  forged('archive-irregular', 'a second archive behind the first', {
    archive: { after: rawZip([{ name: 'statement.jws', data: utf8('{}') }]) },
  }),
  forged('archive-irregular', 'a comment', { archive: { comment: 'xin chào' } }),
  forged('archive-irregular', 'an extra field', {
    raw: rawAt(1, (each) => ({ ...each, extra: Uint8Array.from([1, 0, 0, 0]) })),
  }),
  forged('archive-irregular', 'bytes between two entries', {
    raw: rawAt(1, (each) => ({ ...each, gap: utf8('hidden') })),
  }),
  forged('archive-irregular', 'two entries over each other', {
    raw: rawAt(2, (each) => ({ ...each, central: [{ at: 42, width: 4, value: 0 }] })),
  }),
  forged('archive-irregular', 'an encrypted entry', {
    raw: rawAt(2, (each) => ({
      ...each,
      central: [{ at: 8, width: 2, value: 1 }],
      local: [{ at: 6, width: 2, value: 1 }],
    })),
  }),
  forged('archive-irregular', 'an unknown method', {
    raw: rawAt(2, (each) => ({
      ...each,
      central: [{ at: 10, width: 2, value: 99 }],
      local: [{ at: 8, width: 2, value: 99 }],
    })),
  }),
  forged('archive-irregular', 'a directory that names another size than the entry', {
    raw: rawAt(2, (each) => ({ ...each, central: [{ at: 24, width: 4, value: 1 }] })),
  }),
  forged('archive-irregular', 'a wrong checksum', {
    raw: rawAt(2, (each) => ({
      ...each,
      central: [{ at: 16, width: 4, value: 1 }],
      local: [{ at: 14, width: 4, value: 1 }],
    })),
  }),
  forged('archive-irregular', 'a bomb: a thousand to one', {
    raw: rawAt(2, (each) => ({ ...each, data: new Uint8Array(20_000_000), deflate: true })),
  }),
  forged('archive-irregular', 'more entries than there may be', {
    raw: (entries) => [
      ...entries,
      ...Array.from({ length: 200 }, (_, at) => ({ name: `data/f${String(at)}`, data: utf8('') })),
    ],
  }),
];
