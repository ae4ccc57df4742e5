import { GeneralSign, generalVerify, importJWK } from 'jose';
import { describe, expect, it } from 'vitest';
import { base64url, base64urlBytes, utf8 } from '#shared/bundle/bytes.ts';
import { canonicalJson, canonicalJsonBytes } from '#shared/bundle/canonical-json.ts';
import { MAX_JWS_BYTES, readJws, signJws, verifyJws } from '#shared/bundle/jws.ts';
import { generateSigningSeed, signingKeyFromSeed } from '#shared/bundle/signing-key.ts';
import type { PublicJwk, SigningKey } from '#shared/bundle/signing-key.ts';
import { codeOf, granted } from './two-offices.ts';

const clerk = signingKeyFromSeed(generateSigningSeed());
const head = signingKeyFromSeed(generateSigningSeed());
const payload = { v: 1, period: '2022-08', note: 'Hải Lăng' };

type General = { payload: string; signatures: { protected: string; signature: string }[] };

function known(...keys: readonly SigningKey[]): (kid: string) => PublicJwk | null {
  return (kid) => keys.find((key) => key.kid === kid)?.jwk ?? null;
}

function generalOf(bytes: Uint8Array): General {
  return JSON.parse(new TextDecoder().decode(bytes)) as General; // made by signJws two lines above
}

function verdictOn(bytes: Uint8Array, ...keys: readonly SigningKey[]): string {
  const jws = readJws(bytes, 'sct-bundle+jws');
  return jws.ok ? codeOf(verifyJws(jws.value, known(...keys))) : jws.refusal.code;
}

describe('signed statements and jose', () => {
  it('B4 jose verifies what we sign, one signature or two', async () => {
    for (const signers of [[clerk], [clerk, head]] as const) {
      const { bytes } = signJws(payload, 'sct-bundle+jws', signers);
      const last = signers[signers.length - 1] ?? clerk;
      const verified = await generalVerify(generalOf(bytes), await importJWK(last.jwk, 'Ed25519'));
      expect(new TextDecoder().decode(verified.payload)).toBe(canonicalJson(payload));
      expect(verdictOn(bytes, clerk, head)).toBe('accepted');
    }
  });

  it('B4 we verify what jose signs, and the bytes are the same', async () => {
    const secret = { ...clerk.jwk, d: base64url(clerk.seed) };
    const signed = await new GeneralSign(canonicalJsonBytes(payload))
      .addSignature(await importJWK(secret, 'Ed25519'))
      .setProtectedHeader({ alg: 'Ed25519', kid: clerk.kid, typ: 'sct-bundle+jws' })
      .sign();
    const bytes = canonicalJsonBytes(signed);
    expect(verdictOn(bytes, clerk)).toBe('accepted');
    expect(bytes).toEqual(signJws(payload, 'sct-bundle+jws', [clerk]).bytes);
  });
});

describe('the one form of a signed statement', () => {
  const good = signJws(payload, 'sct-bundle+jws', [clerk, head]);
  const general = generalOf(good.bytes);
  const [first, second] = general.signatures;
  if (first === undefined || second === undefined) throw new Error('two signatures were made');

  it('B4 gives the payload, its digest and who signed', () => {
    const jws = granted(readJws(good.bytes, 'sct-bundle+jws'));
    expect(jws.payload).toEqual(payload);
    expect(jws.payloadSha256).toBe(good.payloadSha256);
    expect(granted(verifyJws(jws, known(clerk, head)))).toEqual([clerk.kid, head.kid]);
  });

  it('B4 one unknown or wrong signature fails the whole', () => {
    expect(verdictOn(good.bytes, clerk)).toBe('sender-not-enrolled');
    const swapped = {
      ...general,
      signatures: [first, { ...second, signature: first.signature }],
    };
    expect(verdictOn(canonicalJsonBytes(swapped), clerk, head)).toBe('signature-invalid');
  });

  it('B4 a signature for one purpose serves no other', () => {
    const enrol = signJws(payload, 'sct-enrol+jws', [clerk]);
    expect(verdictOn(enrol.bytes, clerk)).toBe('statement-of-other-kind');
  });

  const header = (members: unknown) => base64url(canonicalJsonBytes(members));
  const right = { alg: 'Ed25519', kid: clerk.kid, typ: 'sct-bundle+jws' };
  const withHeader = (encoded: string) => ({
    ...general,
    signatures: [{ ...first, protected: encoded }],
  });

  it.each<[string, unknown]>([
    ['no signature', { ...general, signatures: [] }],
    ['five signatures', { ...general, signatures: [first, first, first, first, first] }],
    ['the same signer twice', { ...general, signatures: [first, first] }],
    ['another member outside', { ...general, extra: 1 }],
    ['an unprotected header', { ...general, signatures: [{ ...first, header: { kid: 'x' } }] }],
    ['flattened form', { payload: general.payload, ...first }],
    ['alg EdDSA', withHeader(header({ ...right, alg: 'EdDSA' }))],
    ['alg none', withHeader(header({ ...right, alg: 'none' }))],
    ['alg HS256', withHeader(header({ ...right, alg: 'HS256' }))],
    ['an unknown typ', withHeader(header({ ...right, typ: 'JWT' }))],
    ['no kid', withHeader(header({ alg: 'Ed25519', typ: 'sct-bundle+jws' }))],
    ['jwk in the header', withHeader(header({ ...right, jwk: clerk.jwk }))],
    ['jku in the header', withHeader(header({ ...right, jku: 'https://example.org' }))],
    ['x5c in the header', withHeader(header({ ...right, x5c: [] }))],
    ['crit in the header', withHeader(header({ ...right, crit: ['b64'] }))],
    ['b64 in the header', withHeader(header({ ...right, b64: false }))],
    ['spaces in the header', withHeader(base64url(utf8(`${canonicalJson(right)} `)))],
    [
      'other order in the header',
      withHeader(
        base64url(utf8(JSON.stringify({ typ: right.typ, alg: right.alg, kid: right.kid }))),
      ),
    ],
    ['padding', { ...general, payload: `${general.payload}=` }],
    ['a space in base64url', { ...general, payload: ` ${general.payload}` }],
    ['a payload that is no JSON', { ...general, payload: base64url(utf8('hello')) }],
    ['a payload with a repeated key', { ...general, payload: base64url(utf8('{"a":1,"a":2}')) }],
    ['an empty payload', { ...general, payload: '' }],
    ['a short signature', { ...general, signatures: [{ ...first, signature: 'AAAA' }] }],
  ])('B4 refuses %s', (_, statement) => {
    expect(verdictOn(canonicalJsonBytes(statement), clerk, head)).toBe('statement-malformed');
  });

  it('B4 refuses other spellings of the same statement and oversized ones unread', () => {
    expect(verdictOn(utf8(JSON.stringify(general, null, 1)), clerk, head)).toBe(
      'statement-malformed',
    );
    expect(verdictOn(new Uint8Array(MAX_JWS_BYTES + 1), clerk)).toBe('statement-malformed');
  });

  it('B10 refuses a signature with a non-canonical last letter', () => {
    const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
    const last = letters.indexOf(first.signature.slice(-1));
    const spelledOtherwise = first.signature.slice(0, -1) + letters.charAt(last + 1);
    expect(base64urlBytes(spelledOtherwise)).toBeNull();
    const statement = { ...general, signatures: [{ ...first, signature: spelledOtherwise }] };
    expect(verdictOn(canonicalJsonBytes(statement), clerk)).toBe('statement-malformed');
  });
});
