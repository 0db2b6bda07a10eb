import { createHash, randomUUID } from 'node:crypto';
import { mkdir, open, readdir, rename, rm, stat, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { FIRST_BYTES, fileType, type FileType } from './fileType';

/** A phone's photo has 3 to 12 MB; so much is also a film of half a minute. */
export const EVIDENCE_LIMIT_BYTES = 50 * 1024 * 1024;

/** A half file that nobody has written to for so long is left over from a crash. Another process may be writing the younger ones. */
const ABANDONED_MS = 3_600_000;

/** Pieces of this size are hashed between two turns of the event loop: well under a millisecond each. */
const PIECE_BYTES = 256 * 1024;

/** Files are known by case and hash: by the hash alone, whoever has read it somewhere could have the file through a case of their own. */
export interface EvidenceName {
  readonly caseId: string;
  /** 64 lower-case hex digits. */
  readonly sha256: string;
}

export interface StoredEvidence {
  /** In bytes. */
  readonly size: number;
  /** null: none of those that are sent as what they are. */
  readonly type: FileType | null;
}

export type Put = StoredEvidence | 'too_large' | 'other_content';
export type Opened = (StoredEvidence & { readonly content: Readable }) | 'missing' | 'altered';

export interface EvidenceStore {
  /**
   * Takes a file in, under the hash that it must have. Resolves once it is on the disk for good; the same file again is the same file, and
   * takes the place of one that was altered. Rejects with whatever `content` or the disk fails with; then nothing is left of it.
   */
  put(name: EvidenceName, content: AsyncIterable<Uint8Array>): Promise<Put>;
  /** What there is, without a look at whether it is still what it was; null: nothing. */
  look(name: EvidenceName): Promise<StoredEvidence | null>;
  /** The content, once the whole file was found to have its hash. It must be read to its end or destroyed. */
  open(name: EvidenceName): Promise<Opened>;
}

/** The disk, or the way to it, failed: nothing that a caller could mend, and no other part of the service's fault. */
export class EvidenceStoreBroken extends Error {
  override readonly name = 'EvidenceStoreBroken';
  constructor(cause: Error) {
    super(`the evidence store failed: ${cause.message}`, { cause });
  }
}

/** Files in a folder, which several processes may share. Makes it where it isn't there; throws where it can't. */
export async function openEvidenceStore(dir: string): Promise<EvidenceStore> {
  const incoming = join(dir, 'incoming');
  await mkdir(incoming, { recursive: true, mode: 0o700 });
  await sweep(incoming);
  const folderOf = (caseId: string): string => join(dir, caseId);
  const pathOf = ({ caseId, sha256 }: EvidenceName): string => join(folderOf(caseId), sha256);

  const onDisk: EvidenceStore = {
    async put(name, content) {
      const temporary = join(incoming, randomUUID());
      try {
        const written = await write(temporary, content);
        if (written === 'too_large') return written;
        if (written.sha256 !== name.sha256) return 'other_content';
        await mkdir(folderOf(name.caseId), { recursive: true, mode: 0o700 });
        await rename(temporary, pathOf(name));
        // A name is there for good only once its folder is on the disk, too.
        await syncFolder(folderOf(name.caseId));
        await syncFolder(dir);
        return { size: written.size, type: written.type };
      } finally {
        await rm(temporary, { force: true });
      }
    },

    async look(name) {
      const file = await openOrNull(name);
      if (file === null) return null;
      try {
        return await describe(file);
      } finally {
        await file.close();
      }
    },

    async open(name) {
      const file = await openOrNull(name);
      if (file === null) return 'missing';
      let handedOn = false;
      try {
        if ((await hashOf(file)) !== name.sha256) return 'altered';
        const found = await describe(file);
        handedOn = true;
        // From the very file that was hashed, whatever takes its name meanwhile; it closes itself.
        return { ...found, content: file.createReadStream({ start: 0 }) };
      } finally {
        if (!handedOn) await file.close();
      }
    },
  };
  return {
    put: (name, content) => named(onDisk.put(name, content)),
    look: (name) => named(onDisk.look(name)),
    open: (name) => named(onDisk.open(name)),
  };

  /** null: there is no such file. Where the whole folder is away, nobody can say. */
  async function openOrNull(name: EvidenceName): Promise<FileHandle | null> {
    try {
      return await open(pathOf(name), 'r');
    } catch (error) {
      if (!isGone(error)) throw error;
      await stat(incoming);
      return null;
    }
  }
}

/** What the file system says looks like what a database says that is away. */
async function named<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof Error && 'syscall' in error) throw new EvidenceStoreBroken(error);
    throw error;
  }
}

interface Written extends StoredEvidence {
  readonly sha256: string;
}

async function write(path: string, content: AsyncIterable<Uint8Array>): Promise<Written | 'too_large'> {
  const file = await open(path, 'wx+', 0o600);
  try {
    const hash = createHash('sha256');
    let size = 0;
    for await (const piece of content) {
      size += piece.length;
      // Read on for a while, so that whoever sends it hears why it wasn't taken.
      if (size > 2 * EVIDENCE_LIMIT_BYTES) break;
      if (size > EVIDENCE_LIMIT_BYTES) continue;
      hash.update(piece);
      await file.writeFile(piece);
    }
    if (size > EVIDENCE_LIMIT_BYTES) return 'too_large';
    await file.sync();
    return { ...(await describe(file)), sha256: hash.digest('hex') };
  } finally {
    await file.close();
  }
}

async function hashOf(file: FileHandle): Promise<string> {
  const hash = createHash('sha256');
  const piece = Buffer.allocUnsafe(PIECE_BYTES);
  for (let at = 0; ;) {
    const { bytesRead } = await file.read(piece, 0, PIECE_BYTES, at);
    if (bytesRead === 0) return hash.digest('hex');
    hash.update(piece.subarray(0, bytesRead));
    at += bytesRead;
  }
}

async function describe(file: FileHandle): Promise<StoredEvidence> {
  const { size } = await file.stat();
  const first = Buffer.alloc(FIRST_BYTES);
  await file.read(first, 0, FIRST_BYTES, 0);
  return { size, type: fileType(first) };
}

async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

async function sweep(incoming: string): Promise<void> {
  for (const name of await readdir(incoming)) {
    const path = join(incoming, name);
    const { mtimeMs } = await stat(path).catch((error: unknown) => {
      // Another process has finished it meanwhile.
      if (isGone(error)) return { mtimeMs: Infinity };
      throw error;
    });
    if (mtimeMs < Date.now() - ABANDONED_MS) await rm(path, { force: true });
  }
}

function isGone(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}
