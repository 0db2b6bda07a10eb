import { execFile } from 'node:child_process';
import { copyFile, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import PizZip from 'pizzip';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sealArchive } from '../../archive/sealArchive';
import { EVENTS, verifyArchive, type Entry, type Manifest } from '../../archive/verify.mjs';
import { knobs } from '../domain/support/random';
import { ALTERATIONS, type Whole } from './alterations';
import { aKey, anArchive, MADE_AT } from './anArchive';

const run = promisify(execFile);

/** mulberry32: a small generator, so that a red run can be had again by its seed. */
function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

const key = aKey();
const stranger = aKey();

/** The entries as any other ZIP reader has them. */
function entriesOf(bytes: Buffer): readonly Entry[] {
  const zip = new PizZip(bytes);
  const names = [...Object.keys(zip.files)].filter((name) => !name.endsWith('/'));
  return names.map((name) => ({ name, data: zip.file(name)?.asNodeBuffer() ?? Buffer.alloc(0) }));
}

describe('an archive', () => {
  const { seed, runs } = knobs('alterations', 1_500);
  const bytes = anArchive(key, randomFrom(seed));
  const whole: Whole = { bytes, entries: entriesOf(bytes), stranger: stranger.signer };

  it('given an untouched one, then it is intact, and another ZIP reader has the same in it', () => {
    const verdict = verifyArchive(bytes, [stranger.publicKey, key.publicKey]);
    expect(verdict).toMatchObject({ intact: true, findings: [], signer: { id: key.signer.keyId, trusted: true } });
    expect(whole.entries.map(({ name }) => name).slice(2)).toEqual(verdict.manifest?.entries.map(({ name }) => name));
  });

  it('given the same case, key and time, then it is the same bytes; at another time it isn’t', () => {
    expect(anArchive(key, randomFrom(seed)).equals(bytes)).toBe(true);
    const manifest = JSON.parse(whole.entries[0]?.data.toString() ?? '') as Manifest;
    const again = sealArchive({ ...manifest, entries: whole.entries.slice(2) }, MADE_AT, key.signer);
    expect(again.bytes.equals(bytes)).toBe(true);
    const later = sealArchive({ ...manifest, entries: whole.entries.slice(2) }, '2026-12-01T00:00:00.000Z', key.signer);
    expect(later.bytes.equals(bytes)).toBe(false);
  });

  it('given any single alteration, then it is found, and named where it can be named', () => {
    const random = randomFrom(seed);
    const names = Object.keys(ALTERATIONS);
    const counts = new Map<string, number>();
    for (let n = 0; n < runs; n += 1) {
      const name = names[n % names.length] ?? '';
      const altered = ALTERATIONS[name]?.(whole, random);
      if (altered === undefined || altered.bytes.equals(bytes)) continue;
      const { intact, findings } = verifyArchive(altered.bytes, [key.publicKey]);
      const said = `${altered.what}: ${JSON.stringify(findings)}`;
      expect(intact, said).toBe(false);
      if (altered.kinds.length > 0) {
        const right = findings.filter(({ kind }) => altered.kinds.includes(kind));
        expect(right.length, said).toBeGreaterThan(0);
        if (altered.name !== null)
          expect(
            right.map((finding) => finding.name),
            said,
          ).toContain(altered.name);
      }
      counts.set(name, (counts.get(name) ?? 0) + 1);
    }
    const found = [...counts.values()].reduce((sum, count) => sum + count, 0);
    console.log(`alterations found: ${found}`, Object.fromEntries(counts));
    expect(found).toBeGreaterThanOrEqual(Math.min(1_000, runs * 0.9));
  });

  it('given every single byte in turn, when it is changed or the file ends there, then it is found', () => {
    const small = bytes.length;
    for (let at = 0; at < small; at += at < 400 || at > small - 1_200 ? 1 : 97) {
      const copy = Buffer.from(bytes);
      copy[at] = (copy[at] ?? 0) ^ 0x01;
      expect(verifyArchive(copy, [key.publicKey]).intact, `byte ${at}`).toBe(false);
      expect(verifyArchive(bytes.subarray(0, at), [key.publicKey]).intact, `cut at ${at}`).toBe(false);
    }
  });

  it('given one that ends within a paper, then it is said where it was cut off and what is missing', () => {
    const [, , first, second] = whole.entries;
    const end = bytes.indexOf(first?.data ?? '') + 100;
    const { findings } = verifyArchive(bytes.subarray(0, end), [key.publicKey]);
    expect(findings[0]).toMatchObject({ kind: 'cut_off', name: first?.name });
    expect(findings[1]).toMatchObject({ kind: 'removed', name: second?.name });
  });

  it('given a signer who signs what contradicts itself, then that is found as well', () => {
    const manifest = JSON.parse(whole.entries[0]?.data.toString() ?? '') as Manifest;
    const events = whole.entries.find(({ name }) => name === EVENTS)?.data.toString() ?? '';
    const lines = events.split('\n');
    const without = lines.filter((_, index) => index !== 1).join('\n');
    const entries = whole.entries
      .slice(2)
      .map((entry) => (entry.name === EVENTS ? { ...entry, data: Buffer.from(without) } : entry));
    const chain = { ...manifest.chain, events: manifest.chain.events - 1 };
    const forged = sealArchive({ ...manifest, chain, entries }, MADE_AT, key.signer).bytes;
    expect(verifyArchive(forged, [key.publicKey]).findings).toMatchObject([{ kind: 'chain', name: EVENTS }]);
  });
});

describe('an archive signed by SM2 with SM3', () => {
  const national = aKey('SM2-SM3');
  const bytes = anArchive(national);

  it('given an untouched one, then it is intact, and says how it was signed', () => {
    const verdict = verifyArchive(bytes, [key.publicKey, national.publicKey]);
    expect(verdict).toMatchObject({ intact: true, findings: [], signer: { id: national.signer.keyId, trusted: true } });
    expect(verdict.manifest?.key).toEqual({ id: national.signer.keyId, algorithm: 'SM2-SM3' });
  });

  it('given any byte of its manifest or its signature changed, then it is found', () => {
    const [, , first] = entriesOf(bytes);
    const end = bytes.indexOf(first?.data ?? '');
    for (let at = 0; at < end; at += 1) {
      const copy = Buffer.from(bytes);
      copy[at] = (copy[at] ?? 0) ^ 0x01;
      expect(verifyArchive(copy, [national.publicKey]).intact, `byte ${at}`).toBe(false);
    }
  });

  it('given a manifest that names the one algorithm and a key of the other, then that is found', () => {
    const manifest = JSON.parse(entriesOf(bytes)[0]?.data.toString() ?? '') as Manifest;
    const lying = { ...national.signer, algorithm: 'Ed25519' as const };
    const forged = sealArchive({ ...manifest, entries: entriesOf(bytes).slice(2) }, MADE_AT, lying).bytes;
    expect(verifyArchive(forged, [national.publicKey]).findings).toMatchObject([{ kind: 'signature' }]);
  });
});

describe('the verifier as one file', () => {
  let dir: string;
  beforeAll(async () => {
    dir = await mkdtemp(join(tmpdir(), 'verify-'));
    await copyFile(new URL('../../archive/verify.mjs', import.meta.url), join(dir, 'verify.mjs'));
    await writeFile(join(dir, 'key.pem'), key.signer.publicKey);
    await writeFile(
      join(dir, 'keys.json'),
      JSON.stringify({ keys: [{ id: key.signer.keyId, publicKey: key.signer.publicKey }] }),
    );
    await writeFile(join(dir, 'good.zip'), anArchive(key));
    const national = aKey('SM2-SM3');
    await writeFile(join(dir, 'national.pem'), national.signer.publicKey);
    await writeFile(join(dir, 'national.zip'), anArchive(national));
    const bad = anArchive(key);
    bad[bad.indexOf('PK\x03\x04 a ZIP') + 6] = 0x41;
    await writeFile(join(dir, 'bad.zip'), bad);
    const packed = new PizZip(anArchive(key)).generate({ type: 'nodebuffer', compression: 'DEFLATE' });
    await writeFile(join(dir, 'packed.zip'), packed);
  });
  afterAll(() => rm(dir, { recursive: true }));

  async function verdict(...args: readonly string[]): Promise<{ code: number; text: string }> {
    try {
      const { stdout } = await run(process.execPath, ['verify.mjs', ...args], { cwd: dir, env: {} });
      return { code: 0, text: stdout };
    } catch (error) {
      const { code, stdout } = error as { code: number; stdout: string };
      return { code, text: stdout };
    }
  }

  it('given Node alone in an empty folder, then it says intact, altered, unproven or unreadable', async () => {
    expect(await verdict('good.zip', '--keys', 'key.pem')).toEqual({
      code: 0,
      text: expect.stringMatching(/\n完好：|^完好：/) as string,
    });
    expect(await verdict('good.zip', '--keys', 'keys.json')).toMatchObject({ code: 0 });
    expect(await verdict('--keys', 'key.pem', 'good.zip')).toMatchObject({ code: 0 });
    expect((await verdict('good.zip')).code).toBe(3);
    expect(await verdict('national.zip', '--keys', 'national.pem')).toMatchObject({ code: 0 });
    expect((await verdict('national.zip', '--keys', 'key.pem')).text).toContain('不在可信公钥之中');
    const bad = await verdict('bad.zip', '--keys', 'key.pem');
    expect(bad.code).toBe(1);
    expect(bad.text).toMatch(/^不完好：.*\n {2}- “文书\/004-.*”的内容被改动\n$/);
    expect((await verdict('packed.zip', '--keys', 'key.pem')).text).toContain('重新打包');
    expect((await verdict('nothing.zip')).code).toBe(2);
    expect((await verdict('good.zip', '--keys', 'nothing.pem')).code).toBe(2);
    expect((await verdict()).code).toBe(2);
    expect((await verdict('verify.mjs', '--keys', 'key.pem')).text).toContain('不是案卷压缩包');
  });
});
