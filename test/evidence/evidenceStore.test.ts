import { createHash, randomBytes } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  EVIDENCE_LIMIT_BYTES,
  EvidenceStoreBroken,
  openEvidenceStore,
  type EvidenceStore,
  type Opened,
} from '../../evidence/evidenceStore';
import { fileType, FIRST_BYTES } from '../../evidence/fileType';

const PHOTO = Buffer.concat([Buffer.from('\xff\xd8\xff\xe0', 'latin1'), randomBytes(700_000)]);
const hashOf = (content: Buffer): string => createHash('sha256').update(content).digest('hex');
const NAME = { caseId: 'CZ2026-000001', sha256: hashOf(PHOTO) };

let dir: string;
let store: EvidenceStore;
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'evidence-'));
  store = await openEvidenceStore(dir);
});
afterEach(() => rm(dir, { recursive: true }));

async function* pieces(content: Buffer, broken: Error | null = null): AsyncGenerator<Buffer> {
  for (let at = 0; at < content.length; at += 100_000) yield content.subarray(at, at + 100_000);
  if (broken !== null) throw broken;
}

async function read(opened: Opened): Promise<Buffer | string> {
  if (typeof opened === 'string') return opened;
  const parts: Buffer[] = [];
  for await (const part of opened.content) parts.push(part as Buffer);
  return Buffer.concat(parts);
}

/** Everything that lies in the folder, however deep. */
async function lying(): Promise<readonly string[]> {
  const found = await readdir(dir, { recursive: true, withFileTypes: true });
  return found.filter((one) => one.isFile()).map((one) => one.name);
}

describe('the store of evidence', () => {
  it('given a file, when it is put, then it is there under its case and hash alone, and comes back byte for byte', async () => {
    expect(await store.look(NAME)).toBeNull();
    expect(await store.put(NAME, pieces(PHOTO))).toEqual({
      size: PHOTO.length,
      type: { type: 'image/jpeg', extension: 'jpg', shown: true },
    });
    expect(await lying()).toEqual([NAME.sha256]);
    expect(await store.look(NAME)).toMatchObject({ size: PHOTO.length });
    expect(PHOTO.equals((await read(await store.open(NAME))) as Buffer)).toBe(true);
    expect(await store.open({ ...NAME, caseId: 'CZ2026-000002' }), 'another case that names its hash').toBe('missing');
  });

  it('given a folder that went away, when a file is put, looked for or opened, then it is the store that is broken, and nothing is said to be missing', async () => {
    await store.put(NAME, pieces(PHOTO));
    await rm(dir, { recursive: true });
    await expect(store.put(NAME, pieces(PHOTO))).rejects.toThrow(EvidenceStoreBroken);
    await expect(store.look(NAME)).rejects.toThrow(EvidenceStoreBroken);
    await expect(store.open(NAME)).rejects.toThrow(EvidenceStoreBroken);
    store = await openEvidenceStore(dir);
    expect(await store.look(NAME)).toBeNull();
  });

  it('given the same file, when it is put again, then it is the same file', async () => {
    await store.put(NAME, pieces(PHOTO));
    await store.put(NAME, pieces(PHOTO));
    expect(await lying()).toEqual([NAME.sha256]);
  });

  it('given another content than the hash says, or a stream that breaks, when put, then nothing is left of it', async () => {
    expect(await store.put(NAME, pieces(PHOTO.subarray(1)))).toBe('other_content');
    await expect(store.put(NAME, pieces(PHOTO, new Error('broken')))).rejects.toThrow('broken');
    expect(await lying()).toEqual([]);
    expect(await store.look(NAME)).toBeNull();
  });

  it('given a file as large as is allowed, when put, then it is taken; with one byte more it is not, and nothing is left', async () => {
    const largest = Buffer.alloc(EVIDENCE_LIMIT_BYTES);
    const name = { ...NAME, sha256: hashOf(largest) };
    expect(await store.put(name, pieces(largest))).toMatchObject({ size: EVIDENCE_LIMIT_BYTES, type: null });
    await rm(join(dir, name.caseId), { recursive: true });
    const more = Buffer.alloc(EVIDENCE_LIMIT_BYTES + 1);
    expect(await store.put({ ...NAME, sha256: hashOf(more) }, pieces(more))).toBe('too_large');
    expect(await lying()).toEqual([]);
  });

  it('given one bit that was turned on the disk, when opened, then it is not given; put again, it is', async () => {
    await store.put(NAME, pieces(PHOTO));
    const path = join(dir, NAME.caseId, NAME.sha256);
    const altered = await readFile(path);
    altered[altered.length - 1] = (altered.at(-1) ?? 0) ^ 1;
    await writeFile(path, altered);
    expect(await store.open(NAME)).toBe('altered');
    await writeFile(path, PHOTO.subarray(0, -1));
    expect(await store.open(NAME), 'cut short').toBe('altered');
    await store.put(NAME, pieces(PHOTO));
    expect(PHOTO.equals((await read(await store.open(NAME))) as Buffer)).toBe(true);
  });

  it('given half files, when a process starts, then those of a crash go and those that another process writes stay', async () => {
    const now = Date.now() / 1_000;
    for (const [name, age] of [['crashed', 3_601] as const, ['being-written', 3_500] as const]) {
      await writeFile(join(dir, 'incoming', name), 'half');
      await utimes(join(dir, 'incoming', name), now - age, now - age);
    }
    await openEvidenceStore(dir);
    expect(await lying()).toEqual(['being-written']);
  });
});

describe('what a file is, by its first bytes', () => {
  const first = (text: string) => Buffer.from(text.padEnd(FIRST_BYTES, '\0'), 'latin1');
  it.each([
    ['\xff\xd8\xff\xe1', 'image/jpeg', true],
    ['\x89PNG\r\n\x1a\n', 'image/png', true],
    ['GIF89a', 'image/gif', true],
    ['RIFF\x10\0\0\0WEBP', 'image/webp', true],
    ['\0\0\0\x18ftypheic', 'image/heic', false],
    ['\0\0\0\x18ftypisom', 'video/mp4', false],
    ['\0\0\0\x14ftypqt  ', 'video/quicktime', false],
    ['%PDF-1.7', 'application/pdf', false],
  ])('given %j, then it is %s, shown: %s', (text, type, shown) => {
    expect(fileType(first(text))).toMatchObject({ type, shown });
  });

  it.each(['<html>', '<svg xmlns', '\0\0\0\x18ftypavif', 'RIFF\x10\0\0\0WAVE', 'MZ', ''])(
    'given %j, then it is none that is sent as what it is',
    (text) => {
      expect(fileType(first(text))).toBeNull();
    },
  );
});
