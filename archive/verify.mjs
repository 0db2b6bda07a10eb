#!/usr/bin/env node
// Verifies an archived case file 案卷: `node verify.mjs FILE.zip [--keys KEYS]`. Needs Node 20.19 or newer and nothing else.
//
// The format is defined here, once: the service makes its archives with `archiveBytes` below. An archive has exactly one
// lawful sequence of bytes for what it contains, so whatever differs from it is found, also where ZIP readers disagree with
// each other (local headers or central directory, comments, extra fields, bytes before or after).
import { Buffer } from 'node:buffer';
import console from 'node:console';
import { createHash, createPublicKey, verify } from 'node:crypto';
import { readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { argv, exit } from 'node:process';
import { fileURLToPath } from 'node:url';
import { TextDecoder } from 'node:util';
import { crc32 } from 'node:zlib';

export const FORMAT = 'graded-case-handling/archive/1';
export const MANIFEST = 'manifest.json';
export const SIGNATURE = 'signature.json';
export const EVENTS = 'events.jsonl';
/** How archives may be signed: by the international standard, or by the national one. */
export const ALGORITHMS = ['Ed25519', 'SM2-SM3'];
export const GENESIS = '0'.repeat(64);

const UTF8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;

export function sha256(data) {
  return createHash('sha256').update(data).digest('hex');
}

/** JSON with sorted keys and no blanks: one text for one value. */
export function canonicalJson(value) {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  const fields = Object.keys(value)
    .sort()
    .filter((key) => value[key] !== undefined)
    .map((key) => `${JSON.stringify(key)}:${canonicalJson(value[key])}`);
  return `{${fields.join(',')}}`;
}

/** Root of a Merkle tree as in RFC 6962: leaves and nodes are hashed apart, so that neither passes for the other. */
export function merkleRoot(leaves) {
  if (leaves.length === 0) return sha256('');
  return tree(leaves.map((leaf) => createHash('sha256').update('\0').update(leaf).digest())).toString('hex');
}

function tree(hashes) {
  if (hashes.length === 1) return hashes[0];
  let left = 1;
  while (left * 2 < hashes.length) left *= 2;
  return createHash('sha256')
    .update('\x01')
    .update(tree(hashes.slice(0, left)))
    .update(tree(hashes.slice(left)))
    .digest();
}

/** The leaf of one entry: its name and size are as signed as its content. */
export function leafOf({ name, size, sha256: hash }) {
  return canonicalJson({ name, sha256: hash, size });
}

/** What is signed. The format's name stands before it, so that a signature of something else never fits. */
export function signedBytes(manifest) {
  return Buffer.concat([Buffer.from(`${FORMAT}\n`), manifest]);
}

/** The id of a public key: sha256 over its SPKI, cut to 32 digits. */
export function keyIdOf(publicKey) {
  return sha256(publicKey.export({ type: 'spki', format: 'der' })).slice(0, 32);
}

/** The curve of SM2 (GB/T 32918) as a key names it. Node signs with it and has no word for it. */
const SM2_CURVE = Buffer.from('06082a811ccf5501822d', 'hex');

/** How a public key signs, told by the key itself; null = in no way that is known here. */
export function algorithmOf(publicKey) {
  if (publicKey.asymmetricKeyType === 'ed25519') return 'Ed25519';
  return publicKey.export({ type: 'spki', format: 'der' }).includes(SM2_CURVE) ? 'SM2-SM3' : null;
}

/** Whether a signature is of these bytes and by this key. SM2 goes by an empty identity, as OpenSSL's does. */
export function signatureHolds(publicKey, bytes, signature) {
  switch (algorithmOf(publicKey)) {
    case 'Ed25519':
      return verify(null, bytes, publicKey, signature);
    case 'SM2-SM3':
      return verify('sm3', bytes, publicKey, signature);
    default:
      return false;
  }
}

/** The archive as labelled pieces, in order: entries are stored, not packed, and bear no time. */
function pieces(entries) {
  const heads = [];
  const parts = [];
  let offset = 0;
  for (const { name, data } of entries) {
    const bytes = Buffer.from(name);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(10, 0); // version needed: stored
    common.writeUInt16LE(0x0800, 2); // names are UTF-8
    common.writeUInt16LE(0x0021, 8); // 1980-01-01, the format's zero
    common.writeUInt32LE(crc32(data), 10);
    common.writeUInt32LE(data.length, 14);
    common.writeUInt32LE(data.length, 18);
    common.writeUInt16LE(bytes.length, 22);
    const local = Buffer.concat([u32(LOCAL), common, bytes]);
    parts.push({ label: `“${name}”的文件头`, bytes: local }, { label: `“${name}”`, bytes: data });
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE((0o100644 << 16) >>> 0, 6);
    tail.writeUInt32LE(offset, 10);
    // As made on Unix: then Info-ZIP shows names as they are.
    const madeBy = Buffer.from([10, 3]);
    heads.push({ label: `“${name}”的目录项`, bytes: Buffer.concat([u32(CENTRAL), madeBy, common, tail, bytes]) });
    offset += local.length + data.length;
  }
  const size = heads.reduce((sum, { bytes }) => sum + bytes.length, 0);
  if (offset + size >= 0xffffffff || entries.length >= 0xffff)
    throw new RangeError('too large for a ZIP without ZIP64');
  const end = Buffer.alloc(22);
  end.writeUInt32LE(END, 0);
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(size, 12);
  end.writeUInt32LE(offset, 16);
  return [...parts, ...heads, { label: '压缩包的结尾记录', bytes: end }];
}

function u32(value) {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}

/** The one lawful sequence of bytes for entries in this order. */
export function archiveBytes(entries) {
  return Buffer.concat(pieces(entries).map(({ bytes }) => bytes));
}

/**
 * Reads entry after entry from the start, as far as it goes. Where a header's size leads nowhere, the manifest's size and
 * then the next header are tried, so that one damaged field doesn't hide the entries behind it.
 */
function walk(bytes, sizes) {
  const entries = [];
  let at = 0;
  while (at + 30 <= bytes.length) {
    if (bytes.readUInt32LE(at) !== LOCAL) {
      if (isSignature(bytes, at, CENTRAL) || isSignature(bytes, at, END)) break;
      const next = bytes.indexOf(u32(LOCAL), at + 1);
      if (next < 0) break;
      at = next;
      continue;
    }
    const start = at + 30 + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28);
    const name = bytes.toString('utf8', at + 30, at + 30 + bytes.readUInt16LE(at + 26));
    const size = bytes.readUInt32LE(at + 18);
    const ends = [size, sizes.get(name) ?? -1]
      .filter((each) => each >= 0)
      .map((each) => start + each)
      .filter((end) => begins(bytes, end));
    // Both say that it ends after the end of the file: what looks like a header in between is part of its content.
    const cut = size === sizes.get(name) && start + size > bytes.length;
    const end = cut ? null : (ends[0] ?? nextHeader(bytes, start));
    entries.push({ name, data: bytes.subarray(start, end ?? bytes.length), cut: end === null });
    if (end === null) {
      at = bytes.length;
      break;
    }
    at = end;
  }
  return { entries, complete: begins(bytes, at) };
}

function begins(bytes, at) {
  return [LOCAL, CENTRAL, END].some((signature) => isSignature(bytes, at, signature));
}

function isSignature(bytes, at, signature) {
  return at + 4 <= bytes.length && bytes.readUInt32LE(at) === signature;
}

function nextHeader(bytes, from) {
  const found = [LOCAL, CENTRAL, END].map((each) => bytes.indexOf(u32(each), from)).filter((at) => at >= 0);
  return found.length === 0 ? null : Math.min(...found);
}

function parse(data) {
  try {
    return JSON.parse(UTF8.decode(data));
  } catch {
    return null;
  }
}

function isCanonical(data, value) {
  return value !== null && Buffer.from(canonicalJson(value)).equals(data);
}

function isManifest(value) {
  const hash = (text) => typeof text === 'string' && /^[0-9a-f]{64}$/.test(text);
  return (
    value !== null &&
    value.format === FORMAT &&
    typeof value.caseId === 'string' &&
    typeof value.key?.id === 'string' &&
    ALGORITHMS.includes(value.key.algorithm) &&
    Number.isInteger(value.chain?.events) &&
    hash(value.chain.head) &&
    hash(value.merkleRoot) &&
    Array.isArray(value.entries) &&
    value.entries.every(
      (entry) =>
        typeof entry?.name === 'string' && Number.isInteger(entry.size) && entry.size >= 0 && hash(entry.sha256),
    )
  );
}

/**
 * What is wrong with an archive: nothing, or each finding with what it is about. `keys` are the public keys that are
 * trusted; null = none are at hand, then the archive is only held against the key that it brings along.
 */
export function verifyArchive(bytes, keys = null) {
  const findings = [];
  const found = (kind, name, text) => void findings.push({ kind, name, text });
  const { entries: first } = walk(bytes, new Map());
  const manifestData = first.find(({ name }) => name === MANIFEST)?.data;
  const manifest = manifestData === undefined ? null : parse(manifestData);
  const result = (signer) => ({
    intact: findings.length === 0,
    caseId: manifest?.caseId ?? null,
    manifest,
    signer,
    findings,
  });
  if (first.length === 0) {
    found('unreadable', null, '不是案卷压缩包，或者开头已损坏：一个文件也读不出');
    return result(null);
  }
  if (bytes.readUInt16LE(8) !== 0) {
    found('container', null, '压缩包被别的工具重新打包过，已不是原来的字节，无法逐项核对；请取原件');
    return result(null);
  }
  if (!isManifest(manifest)) {
    found('manifest', MANIFEST, `清单 ${MANIFEST} 缺失、残缺或者被改动，无法逐项核对`);
    return result(null);
  }
  const read = walk(bytes, new Map(manifest.entries.map(({ name, size }) => [name, size])));
  const actual = read.entries;
  const signer = checkSignature(manifest, manifestData, actual, keys, found);
  checkEntries(manifest, read, found);
  if (findings.length === 0) checkBytes(manifest, actual, bytes, found);
  if (findings.length === 0) checkInside(manifest, actual, found);
  return result(signer);
}

function checkSignature(manifest, manifestData, actual, keys, found) {
  if (!isCanonical(manifestData, manifest)) found('manifest', MANIFEST, `清单 ${MANIFEST} 被改动（写法不合格式）`);
  const data = actual.find(({ name }) => name === SIGNATURE)?.data;
  if (data === undefined) return null; // told with the entries
  const own = parse(data);
  const signature = Buffer.from(String(own?.signature), 'base64');
  if (!isCanonical(data, own) || signature.toString('base64') !== own?.signature) {
    found('signature', SIGNATURE, `签名 ${SIGNATURE} 被改动或者残缺`);
    return null;
  }
  let brought;
  try {
    brought = createPublicKey(own.publicKey);
    // One way to write a key: what doesn't change the key would otherwise change the file unseen.
    if (brought.export({ type: 'spki', format: 'pem' }) !== own.publicKey) throw new Error('not canonical');
  } catch {
    found('signature', SIGNATURE, `签名 ${SIGNATURE} 里的公钥被改动`);
    return null;
  }
  const id = keyIdOf(brought);
  const signer = { id, trusted: false };
  const algorithm = algorithmOf(brought);
  if (algorithm === null || own.algorithm !== algorithm || manifest.key.algorithm !== algorithm) {
    found(
      'signature',
      SIGNATURE,
      `签名算法 ${String(own.algorithm)} 与密钥或清单不符（可用的：${ALGORITHMS.join('、')}）`,
    );
    return signer;
  }
  if (own.keyId !== id || manifest.key.id !== id) {
    found('key', SIGNATURE, `签名用的密钥 ${id} 不是清单写明的 ${manifest.key.id}：签名或者密钥被换过`);
  }
  if (!signatureHolds(brought, signedBytes(manifestData), signature)) {
    found(
      'signature',
      MANIFEST,
      `清单 ${MANIFEST} 与签名不符：清单或者签名被改动。下面逐项核对的结果以这份清单为准，仅供参考`,
    );
  }
  if (keys !== null) {
    const known = keys.find((key) => keyIdOf(key) === id);
    if (known === undefined) found('key', SIGNATURE, `签名密钥 ${id} 不在可信公钥之中：案卷由别的密钥签名`);
    else signer.trusted = true;
  }
  return signer;
}

function checkEntries(manifest, { entries: actual, complete }, found) {
  const expected = [MANIFEST, SIGNATURE, ...manifest.entries.map(({ name }) => name)];
  const known = new Set(expected);
  if (known.size !== expected.length) found('manifest', MANIFEST, `清单 ${MANIFEST} 里有重名的项`);
  const byName = new Map();
  for (const entry of actual) byName.set(entry.name, [...(byName.get(entry.name) ?? []), entry]);
  if (actual.length < expected.length && actual.every(({ name, cut }, index) => !cut && name === expected[index])) {
    // Nothing but a beginning. Whoever takes entries out with a ZIP tool leaves a directory behind.
    if (!complete) found('cut_off', expected[actual.length], `压缩包在“${expected[actual.length]}”之前被截断`);
  }
  const strange = actual.filter(({ name }) => !known.has(name));
  const renamed = new Set();
  for (const { name, size, sha256: hash } of manifest.entries) {
    const [entry, ...others] = byName.get(name) ?? [];
    if (entry === undefined) {
      const other = strange.find((each) => !renamed.has(each) && sha256(each.data) === hash);
      if (other === undefined) found('removed', name, `缺少“${name}”`);
      else {
        renamed.add(other);
        found('renamed', name, `“${name}”被改名为“${other.name}”`);
      }
      continue;
    }
    if (others.length > 0) found('duplicate', name, `“${name}”出现了 ${others.length + 1} 次`);
    for (const each of [entry, ...others]) {
      if (each.data.length === size && sha256(each.data) === hash) continue;
      if (each.cut && each.data.length < size) {
        found('cut_off', name, `压缩包在“${name}”处被截断：应有 ${size} 字节，剩 ${each.data.length} 字节`);
      } else found('changed', name, `“${name}”的内容被改动`);
    }
  }
  for (const name of [MANIFEST, SIGNATURE]) {
    const count = byName.get(name)?.length ?? 0;
    if (count === 0) found('removed', name, `缺少“${name}”`);
    if (count > 1) found('duplicate', name, `“${name}”出现了 ${count} 次`);
  }
  for (const entry of strange) if (!renamed.has(entry)) found('added', entry.name, `多出“${entry.name}”`);
  const there = actual.map(({ name }) => name).filter((name) => known.has(name));
  const order = expected.filter((name) => byName.has(name));
  const moved = order.findIndex((name, index) => there[index] !== name);
  if (moved >= 0 && there.length === order.length) {
    found('reordered', order[moved], `次序被改动：第 ${moved + 1} 项应为“${order[moved]}”，现为“${there[moved]}”`);
  }
}

/** Contents are as signed: then every other byte of the ZIP is known as well. */
function checkBytes(manifest, actual, bytes, found) {
  let at = 0;
  for (const { label, bytes: lawful } of pieces(actual)) {
    const there = bytes.subarray(at, at + lawful.length);
    if (!there.equals(lawful)) {
      const cut = there.length < lawful.length && there.equals(lawful.subarray(0, there.length));
      if (cut) found('cut_off', null, `压缩包在${label}处被截断；各项内容与清单一致`);
      else found('container', null, `${label}被改动（第 ${at} 字节起），或者被重新打包；各项内容与清单一致`);
      return;
    }
    at += lawful.length;
  }
  if (at < bytes.length) found('added', null, `压缩包末尾多出 ${bytes.length - at} 字节；各项内容与清单一致`);
}

/** The signature is right, and so is every content: what is left is whether the signed file agrees with itself. */
function checkInside(manifest, actual, found) {
  if (merkleRoot(manifest.entries.map(leafOf)) !== manifest.merkleRoot) {
    found('manifest', MANIFEST, '清单的 Merkle 根与各项不符');
  }
  const lines = UTF8.decode(actual.find(({ name }) => name === EVENTS)?.data ?? Buffer.alloc(0)).split('\n');
  if (lines.pop() !== '' || lines.length !== manifest.chain.events) {
    found('chain', EVENTS, `${EVENTS} 应有 ${manifest.chain.events} 个事件`);
    return;
  }
  let head = GENESIS;
  for (const [index, line] of lines.entries()) {
    const { hash, ...event } = parse(Buffer.from(line)) ?? {};
    head = sha256(`${head}\n${canonicalJson(event)}`);
    if (hash !== head || event.seq !== index + 1 || event.caseId !== manifest.caseId) {
      found('chain', EVENTS, `${EVENTS} 的事件链在第 ${index + 1} 个事件处断开`);
      return;
    }
  }
  if (head !== manifest.chain.head) found('chain', EVENTS, `${EVENTS} 的链尾与清单不符`);
}

/** Public keys from a PEM file, a folder of them, or what the service answers at /api/v1/archive-keys. */
export function readKeys(path) {
  if (statSync(path).isDirectory()) {
    return readdirSync(path)
      .filter((file) => file.endsWith('.pem'))
      .sort()
      .flatMap((file) => readKeys(join(path, file)));
  }
  const text = readFileSync(path, 'utf8');
  const pems = text.trimStart().startsWith('{')
    ? JSON.parse(text).keys.map(({ publicKey }) => publicKey)
    : text.match(/-----BEGIN PUBLIC KEY-----[^-]+-----END PUBLIC KEY-----/g);
  if (!Array.isArray(pems) || pems.length === 0) throw new Error(`${path} 里没有公钥`);
  return pems.map((pem) => createPublicKey(pem));
}

/** Prints the verdict. Returns 0 intact, 1 altered, 2 not to be read, 3 intact in itself but by an unproven signer. */
export function report(path, keysPath, say = console.log) {
  let bytes;
  let keys = null;
  try {
    bytes = readFileSync(path);
    keys = keysPath === null ? null : readKeys(keysPath);
  } catch (error) {
    say(`读不到：${error.message}`);
    return 2;
  }
  const { intact, caseId, manifest, signer, findings } = verifyArchive(bytes, keys);
  if (!intact) {
    say(`不完好：${caseId ?? path}，${findings.length} 处`);
    for (const { text } of findings) say(`  - ${text}`);
    return 1;
  }
  for (const { paper, reason } of manifest.lacking) say(`归档时注明：${paper} 未能存为 PDF：${reason}`);
  const what = `${caseId}，${manifest.entries.length} 项，${manifest.chain.events} 个事件，归档于 ${manifest.archivedAt}`;
  if (signer.trusted) {
    say(`完好：${what}，由可信密钥 ${signer.id} 签名`);
    return 0;
  }
  say(`内容自洽：${what}。签名密钥 ${signer.id} 没有同可信公钥核对，请用 --keys 给出公钥，否则整卷重新签名看不出来`);
  return 3;
}

const HELP = `用法：node verify.mjs 案卷.zip [--keys 公钥]
  公钥：PEM 文件、装有 PEM 文件的文件夹，或者从服务 /api/v1/archive-keys 存下的 JSON
  结果：0 完好；1 不完好；2 读不到；3 内容自洽，但没有公钥可以核对签名人`;

if (argv[1] !== undefined && realpathSync(argv[1]) === fileURLToPath(import.meta.url)) {
  const args = argv.slice(2);
  const at = args.indexOf('--keys');
  const keys = at < 0 ? null : (args.splice(at, 2)[1] ?? '');
  if (args.length !== 1 || args[0].startsWith('--')) {
    console.log(HELP);
    exit(2);
  }
  exit(report(args[0], keys));
}
