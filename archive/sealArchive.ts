import type { Instant } from '../domain/catalogue';
import { canonicalJson } from '../db/chain';
import type { Signer } from './signer';
import {
  archiveBytes,
  FORMAT,
  leafOf,
  MANIFEST,
  merkleRoot,
  sha256,
  SIGNATURE,
  signedBytes,
  type Entry,
  type Manifest,
} from './verify.mjs';

export interface CaseFile {
  readonly caseId: string;
  readonly archivedAt: Instant;
  readonly chain: { readonly events: number; readonly head: string };
  /** In the order of the file. */
  readonly entries: readonly Entry[];
  readonly lacking: Manifest['lacking'];
}

export interface Sealed {
  readonly manifest: Manifest;
  readonly bytes: Buffer;
}

/** The ZIP of a case's file: manifest and signature first, so that what is left of a damaged one still says what it was. */
export function sealArchive(file: CaseFile, madeAt: Instant, signer: Signer): Sealed {
  const entries = file.entries.map(({ name, data }) => ({ name, size: data.length, sha256: sha256(data) }));
  const manifest: Manifest = {
    format: FORMAT,
    caseId: file.caseId,
    archivedAt: file.archivedAt,
    madeAt,
    chain: file.chain,
    entries,
    merkleRoot: merkleRoot(entries.map(leafOf)),
    lacking: file.lacking,
    key: { id: signer.keyId, algorithm: signer.algorithm },
  };
  const data = Buffer.from(canonicalJson(manifest));
  const signature = canonicalJson({
    algorithm: signer.algorithm,
    keyId: signer.keyId,
    publicKey: signer.publicKey,
    signature: signer.sign(signedBytes(data)).toString('base64'),
  });
  return {
    manifest,
    bytes: archiveBytes([{ name: MANIFEST, data }, { name: SIGNATURE, data: Buffer.from(signature) }, ...file.entries]),
  };
}
