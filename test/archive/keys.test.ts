import { createPublicKey, generateKeyPairSync } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openSigner, publicKeys } from '../../archive/keys';
import { verifyArchive } from '../../archive/verify.mjs';
import { anArchive } from './anArchive';

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'keys-'));
});
afterEach(() => rmSync(dir, { recursive: true }));

const development = () =>
  ({ nodeEnv: 'development', localDir: dir, archiveSigningKey: null, archivePublicKeys: null }) as const;

function production() {
  const archivePublicKeys = join(dir, 'public');
  mkdirSync(archivePublicKeys);
  return {
    nodeEnv: 'production',
    localDir: dir,
    archiveSigningKey: join(dir, 'signing.pem'),
    archivePublicKeys,
  } as const;
}

type KeyType = 'ed25519' | 'ed448' | 'SM2';

function pairOf(type: KeyType) {
  switch (type) {
    case 'ed25519':
      return generateKeyPairSync('ed25519');
    case 'ed448':
      return generateKeyPairSync('ed448');
    case 'SM2':
      return generateKeyPairSync('ec', { namedCurve: 'SM2' });
  }
}

function writeKey(file: string, type: KeyType = 'ed25519'): string {
  const { privateKey, publicKey } = pairOf(type);
  writeFileSync(file, privateKey.export({ type: 'pkcs8', format: 'pem' }));
  return publicKey.export({ type: 'spki', format: 'pem' }).toString();
}

describe('the keys of archives', () => {
  it('given a first start in development, then a key is made that only its owner reads, and is kept', () => {
    const first = openSigner(development());
    expect(statSync(join(dir, 'archive-keys', 'signing.pem')).mode & 0o777).toBe(0o600);
    expect(openSigner(development()).keyId).toBe(first.keyId);
    expect(publicKeys(development()).map(({ id }) => id)).toEqual([first.keyId]);
  });

  it('given production without a key, or with one that nobody could check, then the start stops and says what to do', () => {
    expect(() => openSigner({ ...development(), nodeEnv: 'production' })).toThrow(/ARCHIVE_SIGNING_KEY is missing/);
    const env = production();
    writeKey(env.archiveSigningKey);
    expect(() => openSigner(env)).toThrow(/openssl pkey -in .*signing\.pem -pubout/);
    const strange = writeKey(env.archiveSigningKey, 'ed448');
    expect(() => openSigner(env)).toThrow(/Ed25519 or SM2-SM3/);
    writeFileSync(join(env.archivePublicKeys, 'strange.pem'), strange);
    expect(() => publicKeys(env)).toThrow(/take it out/);
  });

  it('given a key that was replaced, then archives of before and after are both verified', () => {
    const env = production();
    const kinds = { '2026': 'ed25519', '2027': 'SM2', '2028': 'ed25519' } as const;
    const signed = Object.entries(kinds).map(([year, kind]) => {
      writeFileSync(join(env.archivePublicKeys, `${year}.pem`), writeKey(env.archiveSigningKey, kind));
      return openSigner(env);
    });
    const keys = publicKeys(env).map(({ publicKey }) => createPublicKey(publicKey));
    expect(keys).toHaveLength(3);
    for (const signer of signed) {
      const publicKey = createPublicKey(signer.publicKey);
      const verdict = verifyArchive(anArchive({ signer, publicKey }), keys);
      expect(verdict).toMatchObject({ intact: true, signer: { id: signer.keyId, trusted: true } });
    }
  });
});
