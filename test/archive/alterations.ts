import { sealArchive } from '../../archive/sealArchive';
import type { Signer } from '../../archive/signer';
import {
  archiveBytes,
  leafOf,
  MANIFEST,
  merkleRoot,
  SIGNATURE,
  signedBytes,
  type Entry,
  type FindingKind,
  type Manifest,
} from '../../archive/verify.mjs';
import { canonicalJson } from '../../db/chain';

export interface Altered {
  readonly what: string;
  readonly bytes: Buffer;
  /** What must be found, and about which entry; null name = any. */
  readonly kinds: readonly FindingKind[];
  readonly name: string | null;
}

export interface Whole {
  readonly bytes: Buffer;
  readonly entries: readonly Entry[];
  readonly stranger: Signer;
}

type Alter = (whole: Whole, random: () => number) => Altered;

function pick<T>(all: readonly T[], random: () => number): T {
  const one = all[Math.floor(random() * all.length)];
  if (one === undefined) throw new Error('nothing to pick from');
  return one;
}

const isPaper = ({ name }: Entry): boolean => name !== MANIFEST && name !== SIGNATURE;

function flip(data: Buffer, random: () => number): Buffer {
  const copy = Buffer.from(data);
  const at = Math.floor(random() * copy.length);
  copy[at] = (copy[at] ?? 0) ^ (1 << Math.floor(random() * 8));
  return copy;
}

function withManifest({ entries }: Whole, change: (manifest: Manifest) => object, resign: Signer | null): Buffer {
  const manifest = JSON.parse(entries[0]?.data.toString() ?? '') as Manifest;
  const data = Buffer.from(canonicalJson(change(manifest)));
  return archiveBytes(
    entries.map((entry) => {
      if (entry.name === MANIFEST) return { name: MANIFEST, data };
      if (entry.name !== SIGNATURE || resign === null) return entry;
      const own = JSON.parse(entry.data.toString()) as object;
      const signature = resign.sign(signedBytes(data)).toString('base64');
      return { name: SIGNATURE, data: Buffer.from(canonicalJson({ ...own, signature })) };
    }),
  );
}

/** Single alterations by somebody without the key. Each says what must be found. */
export const ALTERATIONS: Readonly<Record<string, Alter>> = {
  /** Anywhere in the file: contents, headers, directory, end. */
  bit: ({ bytes }, random) => ({ what: 'a bit anywhere', bytes: flip(bytes, random), kinds: [], name: null }),

  header({ bytes }, random) {
    // The headers and the directory are a small part of the file: here nothing else is hit.
    const end = bytes.subarray(bytes.length - 22);
    const directory = end.readUInt32LE(16);
    const at =
      random() < 0.5 ? directory + Math.floor(random() * (bytes.length - directory)) : Math.floor(random() * 30);
    const copy = Buffer.from(bytes);
    copy[at] = (copy[at] ?? 0) ^ (1 << Math.floor(random() * 8));
    return { what: `a bit of a header at ${at}`, bytes: copy, kinds: [], name: null };
  },

  content({ entries }, random) {
    const victim = pick(
      entries.filter((entry) => isPaper(entry) && entry.data.length > 0),
      random,
    );
    const bytes = archiveBytes(
      entries.map((entry) => (entry === victim ? { ...entry, data: flip(entry.data, random) } : entry)),
    );
    return { what: `a bit of ${victim.name}, packed anew`, bytes, kinds: ['changed'], name: victim.name };
  },

  shorter({ entries }, random) {
    const victim = pick(
      entries.filter((entry) => isPaper(entry) && entry.data.length > 0),
      random,
    );
    const data = victim.data.subarray(0, Math.floor(random() * victim.data.length));
    const bytes = archiveBytes(entries.map((entry) => (entry === victim ? { ...entry, data } : entry)));
    return { what: `${victim.name} shortened`, bytes, kinds: ['changed'], name: victim.name };
  },

  removed({ entries }, random) {
    const victim = pick(entries.filter(isPaper), random);
    const bytes = archiveBytes(entries.filter((entry) => entry !== victim));
    return { what: `${victim.name} removed`, bytes, kinds: ['removed'], name: victim.name };
  },

  added({ entries }, random) {
    const extra = { name: `文书/${Math.floor(random() * 1e6)}-补记.pdf`, data: Buffer.from('forged') };
    const at = 2 + Math.floor(random() * (entries.length - 1));
    const bytes = archiveBytes([...entries.slice(0, at), extra, ...entries.slice(at)]);
    return { what: 'an entry added', bytes, kinds: ['added'], name: extra.name };
  },

  reordered({ entries }, random) {
    const from = Math.floor(random() * entries.length);
    const to = (from + 1 + Math.floor(random() * (entries.length - 1))) % entries.length;
    const order = [...entries];
    const [moved] = order.splice(from, 1);
    if (moved === undefined) throw new Error('nothing moved');
    order.splice(to, 0, moved);
    return { what: `${moved.name} moved to ${to}`, bytes: archiveBytes(order), kinds: ['reordered'], name: null };
  },

  renamed({ entries }, random) {
    const victim = pick(entries.filter(isPaper), random);
    const name = `${victim.name.slice(0, -4)}x${Math.floor(random() * 1e6)}.pdf`;
    const bytes = archiveBytes(entries.map((entry) => (entry === victim ? { ...entry, name } : entry)));
    return { what: `${victim.name} renamed`, bytes, kinds: ['renamed'], name: victim.name };
  },

  swapped({ entries }, random) {
    // Two papers change places under each other's name.
    const [one, other] = [...entries.filter((entry) => isPaper(entry) && entry.data.length > 300)].sort(
      () => random() - 0.5,
    );
    if (one === undefined || other === undefined) throw new Error('needs two');
    const bytes = archiveBytes(
      entries.map((entry) =>
        entry === one ? { ...entry, data: other.data } : entry === other ? { ...entry, data: one.data } : entry,
      ),
    );
    return { what: `${one.name} and ${other.name} swapped`, bytes, kinds: ['changed'], name: one.name };
  },

  duplicate({ entries }, random) {
    const victim = pick(entries, random);
    const at = Math.floor(random() * (entries.length + 1));
    const twin = random() < 0.5 ? victim : { ...victim, data: Buffer.from('forged') };
    const bytes = archiveBytes([...entries.slice(0, at), twin, ...entries.slice(at)]);
    return { what: `a second ${victim.name}`, bytes, kinds: ['duplicate', 'manifest'], name: victim.name };
  },

  truncated({ bytes }, random) {
    const length = Math.floor(random() * bytes.length);
    return { what: `cut at ${length}`, bytes: bytes.subarray(0, length), kinds: [], name: null };
  },

  trailing({ bytes }, random) {
    const extra = Buffer.alloc(1 + Math.floor(random() * 40), Math.floor(random() * 256));
    const second = random() < 0.3 ? bytes : extra;
    return { what: 'bytes at the end', bytes: Buffer.concat([bytes, second]), kinds: ['added'], name: null };
  },

  before({ bytes }, random) {
    const extra = Buffer.alloc(1 + Math.floor(random() * 40), 0x20);
    return { what: 'bytes before', bytes: Buffer.concat([extra, bytes]), kinds: ['container'], name: null };
  },

  comment({ bytes }) {
    // A lawful ZIP: the end says how long its comment is.
    const copy = Buffer.concat([bytes, Buffer.from('hello')]);
    copy.writeUInt16LE(5, bytes.length - 2);
    return { what: 'a comment', bytes: copy, kinds: ['container'], name: null };
  },

  /** Readers that go by the directory see another name than those that read from the start. */
  directoryName({ bytes, entries }, random) {
    const victim = pick(entries.filter(isPaper), random);
    const name = Buffer.from(victim.name);
    const at = bytes.lastIndexOf(name);
    const copy = Buffer.from(bytes);
    copy[at + name.length - 5] = 0x78;
    return { what: `${victim.name} renamed in the directory alone`, bytes: copy, kinds: ['container'], name: null };
  },

  /** The directory leads to another entry's content, the local headers are whole. */
  directoryOffset({ bytes, entries }, random) {
    const victim = pick(entries.filter(isPaper), random);
    const at = bytes.lastIndexOf(Buffer.from(victim.name)) - 4;
    const copy = Buffer.from(bytes);
    copy.writeUInt32LE(0, at);
    return { what: `${victim.name} lies elsewhere by the directory`, bytes: copy, kinds: ['container'], name: null };
  },

  manifestField(whole, random) {
    const field = pick(['caseId', 'archivedAt', 'madeAt', 'merkleRoot', 'lacking', 'chain', 'key', 'format'], random);
    const bytes = withManifest(
      whole,
      (manifest) => {
        switch (field) {
          case 'chain':
            return { ...manifest, chain: { ...manifest.chain, events: manifest.chain.events + 1 } };
          case 'key':
            return { ...manifest, key: { ...manifest.key, id: '0'.repeat(32) } };
          case 'lacking':
            return { ...manifest, lacking: [] };
          case 'merkleRoot':
            return { ...manifest, merkleRoot: 'a'.repeat(64) };
          default:
            return { ...manifest, [field]: 'CZ2026-999999' };
        }
      },
      null,
    );
    return { what: `the manifest's ${field}`, bytes, kinds: ['manifest', 'signature', 'key'], name: null };
  },

  /** A paper taken out, and the manifest with its root made to fit. */
  manifestFits(whole, random) {
    const victim = pick(whole.entries.filter(isPaper), random);
    const without = { ...whole, entries: whole.entries.filter((entry) => entry !== victim) };
    const bytes = withManifest(
      without,
      (manifest) => {
        const entries = manifest.entries.filter(({ name }) => name !== victim.name);
        return { ...manifest, entries, merkleRoot: merkleRoot(entries.map(leafOf)) };
      },
      null,
    );
    return { what: `${victim.name} out of file and manifest`, bytes, kinds: ['signature'], name: MANIFEST };
  },

  blankInManifest({ entries }) {
    const bytes = archiveBytes(
      entries.map((entry) =>
        entry.name === MANIFEST ? { ...entry, data: Buffer.concat([entry.data, Buffer.from('\n')]) } : entry,
      ),
    );
    return { what: 'a blank in the manifest', bytes, kinds: ['manifest'], name: MANIFEST };
  },

  signatureSwapped(whole, random) {
    const own = JSON.parse(whole.entries[1]?.data.toString() ?? '') as object;
    const other = Buffer.from(Array.from({ length: 64 }, () => Math.floor(random() * 256))).toString('base64');
    const data = Buffer.from(canonicalJson({ ...own, signature: other }));
    const bytes = archiveBytes(whole.entries.map((entry) => (entry.name === SIGNATURE ? { ...entry, data } : entry)));
    return { what: 'another signature', bytes, kinds: ['signature'], name: null };
  },

  /** Another text for the same signature: the bits that base64 leaves unused. */
  looseBase64(whole) {
    const own = JSON.parse(whole.entries[1]?.data.toString() ?? '') as { readonly signature: string };
    const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
    const last = letters[letters.indexOf(own.signature[85] ?? '') + 1] ?? '';
    const data = Buffer.from(canonicalJson({ ...own, signature: `${own.signature.slice(0, 85)}${last}==` }));
    const bytes = archiveBytes(whole.entries.map((entry) => (entry.name === SIGNATURE ? { ...entry, data } : entry)));
    return { what: 'the same signature, written otherwise', bytes, kinds: ['signature'], name: SIGNATURE };
  },

  /** Signed by a stranger under the right key's name. */
  strangersSignature(whole) {
    const bytes = withManifest(
      whole,
      (manifest) => ({ ...manifest, archivedAt: '2020-01-01T00:00:00.000Z' }),
      whole.stranger,
    );
    return { what: 'a stranger’s signature', bytes, kinds: ['signature'], name: null };
  },

  /** The whole file made anew and lawfully signed, by another key. */
  anotherKey({ entries, stranger }, random) {
    const manifest = JSON.parse(entries[0]?.data.toString() ?? '') as Manifest;
    const papers = entries
      .filter(isPaper)
      .map((entry, index) => (index === 0 ? { ...entry, data: flip(entry.data, random) } : entry));
    const { bytes } = sealArchive({ ...manifest, entries: papers }, manifest.madeAt, stranger);
    return { what: 'another key', bytes, kinds: ['key'], name: null };
  },
};
