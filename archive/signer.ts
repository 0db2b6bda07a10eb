import { createPrivateKey, createPublicKey, sign } from 'node:crypto';
import { ALGORITHMS, algorithmOf, keyIdOf, type Algorithm } from './verify.mjs';

/** Signs archives and the daily heads. The seam for a key that never leaves its hardware. */
export interface Signer {
  readonly keyId: string;
  readonly algorithm: Algorithm;
  /** SPKI as PEM. */
  readonly publicKey: string;
  sign(bytes: Buffer): Buffer;
}

/** What is hashed before it is signed; Ed25519 does that itself. */
const DIGESTS: Readonly<Record<Algorithm, string | null>> = { Ed25519: null, 'SM2-SM3': 'sm3' };

/** A signer for a private key as PKCS #8 PEM, which says by itself how it signs. Throws where that is no way we know. */
export function signerOf(pem: string): Signer {
  const privateKey = createPrivateKey(pem);
  const publicKey = createPublicKey(privateKey);
  const algorithm = algorithmOf(publicKey);
  if (algorithm === null) {
    throw new Error(
      `an archive is signed with a key of ${ALGORITHMS.join(' or ')}, and this is ${String(privateKey.asymmetricKeyType)}`,
    );
  }
  return {
    keyId: keyIdOf(publicKey),
    algorithm,
    publicKey: publicKey.export({ type: 'spki', format: 'pem' }).toString(),
    sign: (bytes) => sign(DIGESTS[algorithm], bytes, privateKey),
  };
}
