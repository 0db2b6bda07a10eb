import { createHash } from 'node:crypto';
import type { RecordedEvent } from '../domain/case';

/** Where every case's chain begins. */
export const GENESIS = '0'.repeat(64);

/** The event's hash: over the hash before it and its own canonical JSON, so that neither can be changed alone. */
export function chainHash(previous: string, event: RecordedEvent): string {
  return createHash('sha256').update(previous).update('\n').update(canonicalJson(event)).digest('hex');
}

/** Hashes a case's next events in order. Returns one hash for each. */
export function chain(previous: string, events: readonly RecordedEvent[]): readonly string[] {
  let head = previous;
  return events.map((event) => (head = chainHash(head, event)));
}

/** JSON with sorted keys: what Postgres gives back from jsonb hashes like what went in. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  const known = kept.get(value);
  if (known !== undefined) return known;
  const fields = value as Readonly<Record<string, unknown>>;
  // A loop: this is done to every event, and a case's first one carries the law.
  let text = '';
  for (const key of Object.keys(fields).sort()) {
    const field = fields[key];
    if (field !== undefined) text += `${text === '' ? '' : ','}${JSON.stringify(key)}:${canonicalJson(field)}`;
  }
  return `{${text}}`;
}

const kept = new WeakMap<object, string>();

/** The same, worked out once: for what never changes and stands in thousands of events, as the law of a day does. */
export function keptCanonicalJson(value: object): string {
  const text = canonicalJson(value);
  kept.set(value, text);
  return text;
}

export function sha256(content: string | Buffer): string {
  return createHash('sha256').update(content).digest('hex');
}
