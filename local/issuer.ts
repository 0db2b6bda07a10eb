import { chmod, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  createLocalJWKSet,
  exportJWK,
  generateKeyPair,
  importJWK,
  SignJWT,
  type JWK,
  type JWTVerifyGetKey,
} from 'jose';
import { localDir } from './localDir';

export const LOCAL_ISSUER = 'http://localhost/local-issuer';
const ALGORITHM = 'ES256';

export interface LocalIssuer {
  readonly issuer: string;
  readonly keys: JWTVerifyGetKey;
  /** The public keys, for an API in another process. */
  readonly jwks: { readonly keys: JWK[] };
  sign(subject: string, audience: string, more?: { readonly nonce?: string }): Promise<string>;
}

/** The development issuer: one key pair, kept in the local folder so that tokens outlive a restart. */
export async function localIssuer(dir: string): Promise<LocalIssuer> {
  const privateJwk = await keyIn(await localDir(dir));
  const { d: _private, ...publicJwk } = privateJwk;
  const jwks = { keys: [{ ...publicJwk, alg: ALGORITHM, use: 'sig', kid: 'local' }] };
  const key = await importJWK(privateJwk, ALGORITHM);
  return {
    issuer: LOCAL_ISSUER,
    keys: createLocalJWKSet(jwks),
    jwks,
    sign: (subject, audience, more = {}) =>
      new SignJWT({ ...more })
        .setProtectedHeader({ alg: ALGORITHM, kid: 'local' })
        .setSubject(subject)
        .setIssuer(LOCAL_ISSUER)
        .setAudience(audience)
        .setIssuedAt()
        .setExpirationTime('12h')
        .sign(key),
  };
}

async function keyIn(dir: string): Promise<JWK> {
  const file = join(dir, 'issuer.json');
  try {
    return JSON.parse(await readFile(file, 'utf8')) as JWK;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  const { privateKey } = await generateKeyPair(ALGORITHM, { extractable: true });
  const jwk = await exportJWK(privateKey);
  const draft = `${file}.${process.pid}`;
  await writeFile(draft, JSON.stringify(jwk), { mode: 0o600 });
  await chmod(draft, 0o600);
  await rename(draft, file);
  return jwk;
}
