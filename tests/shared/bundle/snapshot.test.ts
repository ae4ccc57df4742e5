import { describe, expect, it } from 'vitest';
import { sha256Hex, utf8Text } from '#shared/bundle/bytes.ts';
import { canonicalJson, canonicalJsonBytes } from '#shared/bundle/canonical-json.ts';
import { MAX_JWS_BYTES, signJws } from '#shared/bundle/jws.ts';
import {
  readSnapshot,
  sealSnapshot,
  snapshotFileName,
  snapshotOf,
} from '#shared/bundle/snapshot.ts';
import type { Snapshot, TableRow } from '#shared/bundle/snapshot.ts';
import { generateSigningSeed, signingKeyFromSeed } from '#shared/bundle/signing-key.ts';
import type { KeyId } from '#shared/bundle/signing-key.ts';
import { codeOf, granted } from './two-offices.ts';

const signer = signingKeyFromSeed(generateSigningSeed());
const stranger = signingKeyFromSeed(generateSigningSeed());
const find = (kid: KeyId) => (kid === signer.kid ? signer.jwk : null);
const digest = sha256Hex(new Uint8Array([1]));

function locked(changes: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    from: { unit: '30', series: '0'.repeat(32) },
    period: '2022-08',
    number: 1,
    previous: null,
    lockedAt: '2022-09-05T02:00:00.000Z',
    lockedBy: 'Nguyễn Thị Tổng Hợp',
    plan: '1112/KH-UBND',
    catalogue: { version: 1, sha256: digest },
    units: [{ unit: '291', bundle: null }],
    rows: [row('HI_COVERAGE')],
    ...changes,
  };
}

function row(indicator: string): TableRow {
  return {
    indicator,
    aggregation: 'weighted',
    total: {
      kind: 'empty',
      number: null,
      status: null,
      counted: 0,
      expected: 1,
      numerator: null,
      denominator: null,
      share: null,
      whyNoShare: 'no-denominator',
      leftOut: [],
    },
    target: null,
    difference: null,
    met: null,
    own: null,
    units: [],
  };
}

const make = (changes?: Record<string, unknown>): Snapshot =>
  snapshotOf(locked(changes) as Parameters<typeof snapshotOf>[0]); // the shape is what is tested

describe('a locked period', () => {
  it('B33 reads as it was signed, and its digest is of its canonical JSON alone', () => {
    const snapshot = make();
    const { bytes, sha256 } = sealSnapshot(snapshot, signer);
    expect(granted(readSnapshot(bytes, find))).toEqual({ snapshot, sha256 });
    expect(sha256).toBe(sha256Hex(canonicalJsonBytes(snapshot)));
    expect(sealSnapshot(make(), signer).bytes).toEqual(bytes);
  });

  it('B33 may be longer than any other statement: a table of 700 units is', () => {
    const rows = Array.from({ length: 900 }, (_, at) => row(`ROW_${String(at)}`));
    const { bytes } = sealSnapshot(make({ rows }), signer);
    expect(bytes.length).toBeGreaterThan(MAX_JWS_BYTES);
    expect(granted(readSnapshot(bytes, find)).snapshot.rows).toHaveLength(900);
  });

  it('B33 refuses another key, another type and every changed letter', () => {
    const { bytes } = sealSnapshot(make(), signer);
    expect(codeOf(readSnapshot(sealSnapshot(make(), stranger).bytes, find))).toBe(
      'sender-not-enrolled',
    );
    const receipt = signJws(make(), 'sct-receipt+jws', [signer]).bytes;
    expect(codeOf(readSnapshot(receipt, find))).toBe('statement-of-other-kind');
    const text = utf8Text(bytes) ?? '';
    const other = signJws(make({ lockedBy: 'Ai đó' }), 'sct-snapshot+jws', [signer]).bytes;
    const payload = /"payload":"([^"]*)"/.exec(utf8Text(other) ?? '')?.[1] ?? '';
    const swapped = text.replace(/"payload":"[^"]*"/, `"payload":"${payload}"`);
    expect(codeOf(readSnapshot(new TextEncoder().encode(swapped), find))).toBe('signature-invalid');
  });

  it.each([
    ['a first lock that names one before', { previous: digest }],
    ['a second lock that names none', { number: 2 }],
    ['a member that nobody knows', { extra: 1 }],
    ['a denominator that is no decimal', { rows: [{ ...row('X_Y'), total: weighedBy('1e3') }] }],
  ])('B33 refuses %s', (_, changes) => {
    const payload = { ...locked(changes), v: 1, type: 'sct.snapshot' };
    const { bytes } = signJws(payload, 'sct-snapshot+jws', [signer]);
    expect(codeOf(readSnapshot(bytes, find))).toBe('statement-malformed');
    expect(() => make(changes)).toThrow();
  });

  it('B15 is named after its province, period and number', () => {
    expect(snapshotFileName(make(), 'jws')).toBe('chot-so-lieu_30_2022-08_lan-1.jws');
    expect(canonicalJson(make())).not.toContain('\n');
  });
});

function weighedBy(denominator: string): unknown {
  const leftOut = [{ unit: '291', denominator, period: '2022-08', statement: digest }];
  return { ...row('X_Y').total, leftOut };
}
