import { generateKeyPairSync } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Env } from '../config/env';
import { signerOf, type Signer } from './signer';
import { ALGORITHMS, algorithmOf, keyIdOf, readKeys, type Algorithm } from './verify.mjs';

type KeyEnv = Pick<Env, 'nodeEnv' | 'localDir' | 'archiveSigningKey' | 'archivePublicKeys'>;

export interface PublicKey {
  readonly id: string;
  readonly algorithm: Algorithm;
  /** SPKI as PEM. */
  readonly publicKey: string;
}

/**
 * The signer that the environment names; outside production one is made at the first start and kept in the local folder.
 * Its public key must be among the public ones: what nobody can check later is not signed today.
 */
export function openSigner(env: KeyEnv): Signer {
  const file = env.archiveSigningKey ?? localKey(env);
  if (file === null) {
    throw new Error(
      'ARCHIVE_SIGNING_KEY is missing: an Ed25519 or SM2 private key (PEM), by which the worker signs archives.',
    );
  }
  const signer = signerOf(readFileSync(file, 'utf8'));
  if (!publicKeys(env).some(({ id }) => id === signer.keyId)) {
    throw new Error(
      `The public key ${signer.keyId} of ${file} is not in ${publicFolder(env)}; put it there: ` +
        `openssl pkey -in ${file} -pubout -out ${join(publicFolder(env), `${signer.keyId}.pem`)}`,
    );
  }
  return signer;
}

/** Every key that archives were ever signed with, the old ones too. Read anew each time: a key is added without a restart. */
export function publicKeys(env: KeyEnv): readonly PublicKey[] {
  const folder = publicFolder(env);
  if (!existsSync(folder)) return [];
  return readKeys(folder).map((key) => {
    const algorithm = algorithmOf(key);
    // Whoever put it there believes that it will be of use.
    if (algorithm === null)
      throw new Error(`${folder} holds a key that is none of ${ALGORITHMS.join(', ')}; take it out`);
    return { id: keyIdOf(key), algorithm, publicKey: key.export({ type: 'spki', format: 'pem' }).toString() };
  });
}

export function publicFolder({ archivePublicKeys, localDir }: KeyEnv): string {
  return archivePublicKeys ?? join(localDir, 'archive-keys', 'public');
}

function localKey(env: KeyEnv): string | null {
  if (env.nodeEnv === 'production') return null;
  const folder = join(env.localDir, 'archive-keys');
  const file = join(folder, 'signing.pem');
  mkdirSync(publicFolder(env), { recursive: true, mode: 0o700 });
  if (!existsSync(file)) {
    const { privateKey } = generateKeyPairSync('ed25519');
    try {
      // Made by whichever process is first.
      writeFileSync(file, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600, flag: 'wx' });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
  }
  const { keyId, publicKey } = signerOf(readFileSync(file, 'utf8'));
  writeFileSync(join(publicFolder(env), `${keyId}.pem`), publicKey);
  return file;
}
