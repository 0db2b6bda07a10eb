import type { KeyObject } from 'node:crypto';

export const FORMAT: string;
export const MANIFEST: string;
export const SIGNATURE: string;
export const EVENTS: string;
export const ALGORITHMS: readonly Algorithm[];

export type Algorithm = 'Ed25519' | 'SM2-SM3';

export interface Entry {
  readonly name: string;
  readonly data: Buffer;
}

export interface ListedEntry {
  readonly name: string;
  readonly size: number;
  readonly sha256: string;
}

export interface Manifest {
  readonly format: string;
  readonly caseId: string;
  /** When the case was archived, and when this file was made: instants in UTC. */
  readonly archivedAt: string;
  readonly madeAt: string;
  readonly chain: { readonly events: number; readonly head: string };
  /** In the order of the file. */
  readonly entries: readonly ListedEntry[];
  readonly merkleRoot: string;
  /** Papers that can't be printed, and why: nothing is left out in silence. */
  readonly lacking: readonly { readonly paper: string; readonly reason: string }[];
  readonly key: { readonly id: string; readonly algorithm: Algorithm };
}

export type FindingKind =
  | 'unreadable'
  | 'manifest'
  | 'signature'
  | 'key'
  | 'changed'
  | 'removed'
  | 'renamed'
  | 'added'
  | 'duplicate'
  | 'reordered'
  | 'cut_off'
  | 'container'
  | 'chain';

export interface Finding {
  readonly kind: FindingKind;
  /** The entry that it is about; null = the archive as a whole. */
  readonly name: string | null;
  readonly text: string;
}

export interface Verdict {
  readonly intact: boolean;
  readonly caseId: string | null;
  readonly manifest: Manifest | null;
  readonly signer: { readonly id: string; readonly trusted: boolean } | null;
  readonly findings: readonly Finding[];
}

export function sha256(data: Buffer | string): string;
export function merkleRoot(leaves: readonly string[]): string;
export function leafOf(entry: ListedEntry): string;
export function signedBytes(manifest: Buffer): Buffer;
export function keyIdOf(publicKey: KeyObject): string;
export function algorithmOf(publicKey: KeyObject): Algorithm | null;
export function signatureHolds(publicKey: KeyObject, bytes: Buffer, signature: Buffer): boolean;
export function archiveBytes(entries: readonly Entry[]): Buffer;
export function verifyArchive(bytes: Buffer, keys?: readonly KeyObject[] | null): Verdict;
export function readKeys(path: string): readonly KeyObject[];
export function report(path: string, keysPath: string | null, say?: (line: string) => void): number;
