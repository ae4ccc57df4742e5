import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { actShape } from '#shared/bundle/act.ts';
import { catalogueStatementShape } from '#shared/bundle/catalogue-statement.ts';
import { draftsStatementShape } from '#shared/bundle/drafts-statement.ts';
import { enrolmentShape } from '#shared/bundle/enrolment.ts';
import { jwsTypes } from '#shared/bundle/jws.ts';
import { rootedShape } from '#shared/bundle/keyring.ts';
import { receiptShape } from '#shared/bundle/receipt.ts';
import { rootShape } from '#shared/bundle/root.ts';
import { shortShape } from '#shared/bundle/short-receipt.ts';
import { snapshotShape } from '#shared/bundle/snapshot.ts';
import { reportStatementShape } from '#shared/bundle/statement.ts';

const read = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8');
const spec = read('../../../shared/bundle/SPEC.md');
const rules = [...spec.matchAll(/^\| (B\d+) +\|/gm)].map(([, id]) => id);
const sources = [
  ...readdirSync(new URL('.', import.meta.url)).filter((name) => name.endsWith('.test.ts')),
  '../../electron/service/received-revisions.test.ts',
  '../../interop/independent-check.test.ts',
  '../../scenario/freshness.test.ts',
  '../../scenario/wrong-clock.test.ts',
].map(read);

describe('the rules of the bundle', () => {
  it('are numbered without gaps', () => {
    expect(rules).toEqual(rules.map((_, at) => `B${String(at + 1)}`));
    expect(rules.length).toBeGreaterThan(20);
  });

  it.each(rules)('%s has a test that cites it, and no test cites an unknown rule', (rule) => {
    const cited = sources.flatMap((text) =>
      [...text.matchAll(/['`](?:B\d+ )*(B\d+) /g)].map(([, id]) => id),
    );
    expect(cited).toContain(rule);
    expect(cited.filter((id) => !rules.includes(id))).toEqual([]);
  });
});

describe('the payloads that the rules list', () => {
  const listed = new Map(
    [
      ...spec.matchAll(/^\| ([a-z ]+?) +\| `(sct-[a-z-]+\+jws)` +\|.*?\| (\d) +\| (.*?) *\|$/gmu),
    ].map(([, kind = '', typ = '', version = '', members = '']) => [
      kind,
      { typ, version: Number(version), members: members.replaceAll('`', '').split(', ') },
    ]),
  );

  it.each([
    ['report', reportStatementShape],
    ['receipt', receiptShape],
    ['short receipt', shortShape],
    ['catalogue', catalogueStatementShape],
    ['drafts', draftsStatementShape],
    ['act', actShape],
    ['enrolment', enrolmentShape],
    ['keyring', rootedShape],
    ['root', rootShape],
    ['snapshot', snapshotShape],
  ] as const)(
    '%s has just the members, the type and the version that stand there',
    (kind, shape) => {
      const { typ, version, members } = listed.get(kind) ?? {};
      expect(new Set(members)).toEqual(new Set(Object.keys(shape.shape)));
      expect(jwsTypes).toContain(typ);
      expect(shape.shape.v.value).toBe(version);
    },
  );

  it('are all that anything is signed as', () => {
    expect(new Set([...listed.values()].map(({ typ }) => typ))).toEqual(new Set(jwsTypes));
  });
});
