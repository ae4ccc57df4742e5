import { base64url, hexBytes } from '#shared/bundle/bytes.ts';
import { publicKeyOf, signatureHolds } from '#shared/bundle/signing-key.ts';
import { hostCrypto } from '../../electron/keys/host-crypto.ts';
import { nativeVerify } from '../../electron/keys/native-ed25519.ts';
import type { SignatureCase } from './ed25519-cases.ts';

/** What the program makes of a signature, and what the host alone would. */
export function programVerdict({ publicKey, message, signature }: SignatureCase): {
  readonly program: boolean;
  readonly host: boolean;
} {
  const [key, text, signed] = [publicKey, message, signature].map((each) => hexBytes(each));
  if (!key || !text || !signed) throw new Error('hexadecimal');
  const usable = publicKeyOf({ kty: 'OKP', crv: 'Ed25519', x: base64url(key) });
  return {
    program: usable.ok && signatureHolds(signed, text, usable.value, hostCrypto),
    host: hostVerdict(signed, text, key),
  };
}

function hostVerdict(signature: Uint8Array, message: Uint8Array, key: Uint8Array): boolean {
  try {
    return nativeVerify(signature, message, key);
  } catch {
    return false;
  }
}
