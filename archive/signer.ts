import { createPrivateKey, createPublicKey, sign } from 'node:crypto';
import { keyIdOf } from './verify.mjs';

/**
 * Signs archives and the daily heads. The seam for another algorithm, or for a key that never leaves its hardware: SM2 with
 * SM3 is another `algorithm` here and another branch in the verifier, once Node verifies SM2 without a library.
 */
export interface Signer {
  readonly keyId: string;
  readonly algorithm: 'Ed25519';
  /** SPKI as PEM. */
  readonly publicKey: string;
  sign(bytes: Buffer): Buffer;
}

/** A signer for a private key as PKCS #8 PEM. Throws where it is no Ed25519 key. */
export function signerOf(pem: string): Signer {
  const privateKey = createPrivateKey(pem);
  if (privateKey.asymmetricKeyType !== 'ed25519') {
    throw new Error(`an archive is signed with an Ed25519 key, and this is ${String(privateKey.asymmetricKeyType)}`);
  }
  const publicKey = createPublicKey(privateKey);
  return {
    keyId: keyIdOf(publicKey),
    algorithm: 'Ed25519',
    publicKey: publicKey.export({ type: 'spki', format: 'pem' }).toString(),
    sign: (bytes) => sign(null, bytes, privateKey),
  };
}
