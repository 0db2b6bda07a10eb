import type { KeyObject } from 'node:crypto';
import { canonicalJson, chainHash, GENESIS } from '../db/chain';
import { caseEnds, headEntries, listHeads, type ChainEnd, type Heads } from '../db/chainHeads';
import type { Queryable } from '../db/pool';
import { readEvents } from '../db/readEvents';
import type { LawDate } from '../domain/catalogue';
import { rootOf, signedHeads, type HeadsStatement } from './chainHeads';
import { keyIdOf, sha256, signatureHolds } from './verify.mjs';

const PAGE = 200;

type SignedEnd = ChainEnd & { readonly day: LawDate };

export interface HeadsVerdict {
  readonly days: number;
  readonly cases: number;
  readonly events: number;
  readonly findings: readonly { readonly about: string; readonly text: string }[];
}

/**
 * Reckons every chain again from its events and holds it against what was signed day by day. `saved` are statements that
 * somebody kept outside: with them it is seen as well where the newest days were taken out and signed anew.
 */
export async function verifyHeads(
  db: Queryable,
  keys: readonly KeyObject[],
  saved: readonly Pick<Heads, 'day' | 'statement'>[] = [],
): Promise<HeadsVerdict> {
  const findings: { about: string; text: string }[] = [];
  const found = (about: string, text: string): void => void findings.push({ about, text });
  const days = [...(await listHeads(db, 1_000_000))].reverse();
  const entries = await headEntries(db);
  checkDays(days, entries, keys, found);
  for (const { day, statement } of saved) {
    const here = days.find((one) => one.day === day);
    if (here?.statement !== statement) {
      found(
        day,
        here === undefined ? `${day} 的链头签名不见了` : `${day} 的链头签名与另存的不同：当日或之后被重新签名`,
      );
    }
  }
  const { cases, events } = await checkCases(db, entries, found);
  return { days: days.length, cases, events, findings };
}

function checkDays(
  days: readonly Heads[],
  entries: readonly SignedEnd[],
  keys: readonly KeyObject[],
  found: (about: string, text: string) => void,
): void {
  const byDay = grouped(entries, ({ day }) => day);
  const ends = new Map<string, ChainEnd>();
  let previous: string | null = null;
  for (const { day, statement: text, signature } of days) {
    for (const entry of byDay.get(day) ?? []) ends.set(entry.caseId, entry);
    const statement = parse(text);
    const key = keys.find((each) => keyIdOf(each) === statement?.key.id);
    if (statement === null || canonicalJson(statement) !== text || statement.day !== day) {
      found(day, `${day} 的链头声明被改动`);
    } else if (key === undefined) {
      found(day, `${day} 的链头由不可信的密钥 ${statement.key.id} 签名`);
    } else if (!signatureHolds(key, signedHeads(text), Buffer.from(signature, 'base64'))) {
      found(day, `${day} 的链头声明与签名不符：声明或者签名被改动`);
    } else {
      if (statement.previous !== previous) found(day, `${day} 之前的链头声明被抽走或者替换`);
      if (statement.merkleRoot !== rootOf([...ends.values()]) || statement.cases !== ends.size) {
        found(day, `${day} 签名时的各案链头（chain_head_entries）被改动`);
      }
    }
    previous = sha256(text);
  }
}

function parse(text: string): HeadsStatement | null {
  try {
    const value = JSON.parse(text) as HeadsStatement;
    return typeof value.key.id === 'string' ? value : null;
  } catch {
    return null;
  }
}

async function checkCases(
  db: Queryable,
  entries: readonly SignedEnd[],
  found: (about: string, text: string) => void,
): Promise<{ cases: number; events: number }> {
  const signed = grouped(entries, ({ caseId }) => caseId);
  let cases = 0;
  let events = 0;
  for (let after = ''; ;) {
    const page = await caseEnds(db, after, PAGE);
    for (const end of page) {
      const { count, fault } = await checkCase(db, end, signed.get(end.caseId) ?? []);
      if (fault !== null) found(end.caseId, `${end.caseId}：${fault}`);
      signed.delete(end.caseId);
      cases += 1;
      events += count;
    }
    const last = page.at(-1);
    if (last === undefined) break;
    after = last.caseId;
  }
  for (const caseId of signed.keys()) found(caseId, `${caseId}：整个案件不见了`);
  return { cases, events };
}

/** What is wrong with one case, said once and as exactly as it is known. */
async function checkCase(
  db: Queryable,
  end: ChainEnd,
  signed: readonly SignedEnd[],
): Promise<{ count: number; fault: string | null }> {
  const stored = await readEvents(db, end.caseId);
  const heads: string[] = [];
  let head = GENESIS;
  for (const [index, { event, hash }] of stored.entries()) {
    if (event.seq !== index + 1) return { count: stored.length, fault: `缺少第 ${index + 1} 个事件` };
    head = chainHash(head, event);
    if (head !== hash) return { count: stored.length, fault: `第 ${event.seq} 个事件被改动` };
    heads.push(head);
  }
  for (const { day, seq, head: was } of signed) {
    const now = heads[seq - 1];
    if (now === undefined)
      return { count: stored.length, fault: `${day} 有 ${seq} 个事件，现在只有 ${stored.length} 个` };
    if (now !== was) return { count: stored.length, fault: `第 ${seq} 个及以前的事件在 ${day} 签名之后被改写` };
  }
  const fits = end.seq === stored.length && end.head === head;
  return { count: stored.length, fault: fits ? null : '案件表的链尾与事件不符' };
}

function grouped(entries: readonly SignedEnd[], by: (entry: SignedEnd) => string): Map<string, SignedEnd[]> {
  const groups = new Map<string, SignedEnd[]>();
  for (const entry of entries) {
    const group = groups.get(by(entry)) ?? [];
    groups.set(by(entry), group);
    group.push(entry);
  }
  return groups;
}
