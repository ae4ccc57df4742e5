import { beforeAll, describe, expect, it } from 'vitest';
import { canonicalJson } from '#shared/bundle/canonical-json.ts';
import type { Json } from '#shared/bundle/canonical-json.ts';
import { base64url, utf8, utf8Text, base64urlBytes } from '#shared/bundle/bytes.ts';
import { formatFingerprint, parseFingerprint } from '#shared/bundle/fingerprint.ts';
import {
  readKeyring,
  sealKeyring,
  senderKeyIn,
  trustFirstKeyring,
  trustNextKeyring,
} from '#shared/bundle/keyring.ts';
import type { KeyringFacts, SealedKeyring } from '#shared/bundle/keyring.ts';
import { readRoot, readRootChain, rootFingerprint, sealRoot } from '#shared/bundle/root.ts';
import type { OpenedRoot, RootFacts } from '#shared/bundle/root.ts';
import { generateSigningSeed, signingKeyFromSeed } from '#shared/bundle/signing-key.ts';
import type { SigningKey } from '#shared/bundle/signing-key.ts';
import { codeOf, granted, keyringFacts, newOffice, somewhen } from './two-offices.ts';
import type { Office } from './two-offices.ts';

const newKey = (): SigningKey => signingKeyFromSeed(generateSigningSeed());
const [a, b, c, d, e, f] = [newKey(), newKey(), newKey(), newKey(), newKey(), newKey()] as const;
const stranger = newKey();

let province: Office;
let facts: RootFacts;
let first: OpenedRoot;
let keyring: KeyringFacts;

beforeAll(async () => {
  const district = await newOffice();
  province = await newOffice();
  keyring = keyringFacts(province, district);
  facts = {
    province: keyring.province,
    version: 1,
    issued: somewhen,
    threshold: 2,
    roots: [a.jwk, b.jwk, c.jwk],
    signing: keyring.signing,
    working: keyring.working,
    escrow: keyring.escrow,
  };
  first = sealRoot(facts, [a, b]);
});

/** The roots of a second version: other facts, signed by whoever. */
function next(changes: Partial<RootFacts>, ...signers: [SigningKey, ...SigningKey[]]): OpenedRoot {
  return sealRoot({ ...facts, version: 2, ...changes }, signers);
}

const chainOf = (...roots: readonly OpenedRoot[]): string =>
  codeOf(readRootChain(roots.map(({ statement }) => statement)));

type Signed = { payload: string; signatures: { protected: string; signature: string }[] };

/** The statement with its signatures or payload changed by hand. */
function edited(root: OpenedRoot, edit: (signed: Signed) => Signed): Json {
  return edit(root.statement as unknown as Signed); // written by `signJws`, which has these members
}

describe('the root of the province', () => {
  it('B24 holds when as many of its keys signed as it asks for', () => {
    for (const signers of [
      [a, b],
      [b, c],
      [c, a],
      [a, b, c],
    ] as const) {
      const opened = granted(readRoot(sealRoot(facts, signers).statement));
      expect(opened.root).toEqual({ ...facts, v: 1, type: 'sct.root' });
    }
  });

  it('B24 is refused with too few of them, however often one signed', () => {
    const lone = edited(first, (signed) => ({ ...signed, signatures: signed.signatures.slice(1) }));
    expect(readRoot(lone)).toEqual({
      ok: false,
      refusal: { code: 'root-signatures-missing', facts: { held: 1, threshold: 2 } },
    });
    const twice = edited(first, (signed) => {
      const [one] = signed.signatures;
      return { ...signed, signatures: one === undefined ? [] : [one, one] };
    });
    expect(codeOf(readRoot(twice))).toBe('statement-malformed');
    expect(() => sealRoot(facts, [a, stranger])).toThrow('root-signatures-missing');
  });

  it('B24 is refused when a signature of one of its keys does not hold', () => {
    const changed = edited(first, (signed) => {
      const payload = utf8Text(base64urlBytes(signed.payload) ?? new Uint8Array()) ?? '';
      return { ...signed, payload: base64url(utf8(payload.replace('"version":1', '"version":9'))) };
    });
    expect(codeOf(readRoot(changed))).toBe('root-signature-invalid');
  });

  it.each([
    ['more agreement than there are keys', { threshold: 4 }],
    ['no agreement at all', { threshold: 0 }],
    ['one key twice', { roots: [a.jwk, a.jwk, b.jwk] }],
    ['a root key that signs from day to day', { signing: [a.jwk] }],
    ['a key that anybody can sign for', { roots: [a.jwk, b.jwk, { ...c.jwk, x: 'A'.repeat(43) }] }],
  ] as const)('B24 is not made with %s', (_what, changes) => {
    expect(() => sealRoot({ ...facts, ...(changes as Partial<RootFacts>) }, [a, b])).toThrow();
  });
});

describe('the next root', () => {
  it('B25 is agreed to by the keys before and by its own', () => {
    expect(chainOf(first, next({}, a, c))).toBe('accepted');
    const others = { roots: [d.jwk, e.jwk, f.jwk] };
    expect(chainOf(first, next(others, d, e, a, b))).toBe('accepted');
    expect(chainOf(first, next(others, d, e))).toBe('root-signatures-missing');
    expect(chainOf(first, next(others, d, e, a))).toBe('root-signatures-missing');
    expect(() => next(others, a, b)).toThrow('root-signatures-missing');
  });

  it('B25 cannot lower the threshold with fewer than it asks for', () => {
    expect(chainOf(first, next({ threshold: 1 }, a))).toBe('root-signatures-missing');
    expect(chainOf(first, next({ threshold: 1 }, a, b))).toBe('accepted');
  });

  it('B25 is the next version, of the same province', () => {
    const skipped = sealRoot({ ...facts, version: 3 }, [a, b]);
    expect(chainOf(first, skipped)).toBe('root-not-next');
    expect(chainOf(first, first)).toBe('root-not-next');
    const elsewhere = next({ province: '31' as RootFacts['province'] }, a, b);
    expect(chainOf(first, elsewhere)).toBe('root-not-next');
  });

  it('B25 keeps its fingerprint while keys and threshold stay, in whatever order', () => {
    const print = rootFingerprint(facts);
    expect(granted(parseFingerprint(formatFingerprint(print)))).toBe(print);
    expect(next({ roots: [c.jwk, a.jwk, b.jwk] }, a, b).fingerprint).toBe(print);
    expect(next({ threshold: 1 }, a, b).fingerprint).not.toBe(print);
    expect(next({ roots: [a.jwk, b.jwk, d.jwk] }, a, b).fingerprint).not.toBe(print);
  });
});

describe('a keyring with roots', () => {
  const sealed = (roots: readonly OpenedRoot[], changes: Partial<KeyringFacts> = {}) => {
    const { signing, working, escrow } = roots.at(-1)?.root ?? keyring;
    return sealKeyring(
      { ...keyring, signing, working, escrow, ...changes },
      province.signing,
      roots,
    );
  };
  const trusted = ({ keyring: known, keyringSha256 }: SealedKeyring) => ({
    keyring: known,
    keyringSha256,
  });

  it('B16 is trusted first by the fingerprint of the root keys, not of the one that signs', () => {
    const { bytes, fingerprint } = sealed([first]);
    expect(fingerprint).toBe(first.fingerprint);
    const opened = granted(trustFirstKeyring(bytes, fingerprint));
    expect(opened.keyring).toEqual({ ...keyring, roots: [first] });
    const rootless = sealed([]);
    expect(codeOf(trustFirstKeyring(bytes, rootless.fingerprint))).toBe('fingerprint-differs');
    const find = senderKeyIn(opened.keyring);
    expect(find('30', province.signing.kid, 1)).toEqual(province.signing.jwk);
  });

  it('B17 follows the roots from the trusted one on, past several at once', () => {
    const second = next({ roots: [a.jwk, b.jwk, d.jwk] }, a, b);
    const third = sealRoot({ ...facts, version: 3, roots: [d.jwk, e.jwk, f.jwk] }, [d, e, a, b]);
    const later = sealed([first, second, third], { version: 3 });
    expect(codeOf(trustNextKeyring(later.bytes, trusted(sealed([first]))))).toBe('accepted');
  });

  it('B17 takes the province’s new signing key, which its roots vouch for', () => {
    const fresh = newKey();
    const second = next({ signing: [fresh.jwk] }, b, c);
    const facts2 = { ...keyring, version: 3, signing: [fresh.jwk] };
    const later = sealKeyring(facts2, fresh, [first, second]);
    const now = trusted(sealed([first]));
    const opened = granted(trustNextKeyring(later.bytes, now));
    expect(senderKeyIn(opened.keyring)('30', province.signing.kid, 1)).toBeNull();
    // The stolen old key cannot go on: neither beside the new roots nor without them.
    const stolen = sealKeyring(facts2, province.signing, [first, second]);
    expect(codeOf(trustNextKeyring(stolen.bytes, trusted(later)))).toBe('keyring-key-not-trusted');
    const back = sealed([first], { version: 4 });
    expect(codeOf(trustNextKeyring(back.bytes, trusted(later)))).toBe('keyring-root-not-trusted');
  });

  it('B17 follows a newer root whatever a stolen key did to the numbering', () => {
    const poisoned = trusted(sealed([first], { version: 2_000_000_000 }));
    const fresh = newKey();
    const second = next({ signing: [fresh.jwk] }, a, b);
    const later = sealKeyring({ ...keyring, version: 4, signing: [fresh.jwk] }, fresh, [
      first,
      second,
    ]);
    expect(codeOf(trustNextKeyring(later.bytes, poisoned))).toBe('accepted');
    const same = sealed([first], { version: 4 });
    expect(codeOf(trustNextKeyring(same.bytes, poisoned))).toBe('keyring-older');
  });

  it('B17 never goes back to a keyring without roots, nor over to other roots', () => {
    const now = trusted(sealed([first]));
    const without = sealed([], { version: 3 });
    expect(codeOf(trustNextKeyring(without.bytes, now))).toBe('keyring-root-missing');
    const others = sealRoot({ ...facts, roots: [d.jwk, e.jwk, f.jwk] }, [d, e]);
    const replaced = sealed([others], { version: 3 });
    expect(codeOf(trustNextKeyring(replaced.bytes, now))).toBe('keyring-root-not-trusted');
  });

  it('B17 takes the first roots from the key that was trusted before there were any', () => {
    const before = trusted(sealed([]));
    expect(codeOf(trustNextKeyring(sealed([first], { version: 3 }).bytes, before))).toBe(
      'accepted',
    );
    const thief = newKey();
    const own = sealRoot({ ...facts, signing: [thief.jwk] }, [a, b]);
    const forged = sealKeyring({ ...keyring, version: 3, signing: [thief.jwk] }, thief, [own]);
    expect(codeOf(trustNextKeyring(forged.bytes, before))).toBe('keyring-key-not-trusted');
    // Signed by the trusted key, which the new roots do not name any more.
    const both = sealRoot({ ...facts, signing: [thief.jwk] }, [a, b]);
    const mixed = sealKeyring({ ...keyring, version: 3, signing: [thief.jwk] }, province.signing, [
      both,
    ]);
    expect(codeOf(trustNextKeyring(mixed.bytes, before))).toBe('keyring-signature-invalid');
  });

  it('B24 is refused with a root that too few agreed to', () => {
    const lone = edited(first, (signed) => ({ ...signed, signatures: signed.signatures.slice(1) }));
    const { bytes } = sealed([{ ...first, statement: lone }]);
    expect(codeOf(readKeyring(bytes))).toBe('root-signatures-missing');
    expect(() => sealed([first], { working: province.escrow.recipient })).toThrow('other keys');
    expect(canonicalJson(first.statement)).toContain('signatures');
  });
});
