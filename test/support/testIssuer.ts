import { createLocalJWKSet, exportJWK, generateKeyPair, SignJWT, type JWK, type JWTVerifyGetKey } from 'jose';

export interface TestIssuer {
  readonly issuer: string;
  readonly keys: JWTVerifyGetKey;
  readonly jwks: { readonly keys: JWK[] };
  sign(
    subject: string,
    audience: string,
    more?: { readonly expires?: string; readonly issuer?: string; readonly nonce?: string },
  ): Promise<string>;
}

/** An issuer of its own for tests: real keys, real signatures. */
export async function testIssuer(): Promise<TestIssuer> {
  const { publicKey, privateKey } = await generateKeyPair('ES256', { extractable: true });
  const jwks = { keys: [{ ...(await exportJWK(publicKey)), alg: 'ES256', kid: 'test' }] };
  const issuer = 'http://issuer.test';
  return {
    issuer,
    jwks,
    keys: createLocalJWKSet(jwks),
    sign: (subject, audience, more = {}) =>
      new SignJWT(more.nonce === undefined ? {} : { nonce: more.nonce })
        .setProtectedHeader({ alg: 'ES256', kid: 'test' })
        .setSubject(subject)
        .setIssuer(more.issuer ?? issuer)
        .setAudience(audience)
        .setIssuedAt()
        .setExpirationTime(more.expires ?? '1h')
        .sign(privateKey),
  };
}
