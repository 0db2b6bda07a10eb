/** What somebody has half written, kept in this browser: it survives a reload, a closed tab and a flat battery. */
export interface Draft<T> {
  readonly values: T;
  /** The Idempotency-Key under which it is sent: the same until an answer came, however often it is tried. */
  readonly key: string;
  /** What the writer had seen of the case; null: nothing to compare with. */
  readonly seq: number | null;
  /** It was sent and nobody knows what became of it. Until that is known it can't be changed. */
  readonly unanswered: boolean;
}

const PREFIX = 'draft/';

/** One draft for each person, case and act. */
export const draftName = (...parts: readonly string[]): string => `${PREFIX}${parts.join('/')}`;

export function readDraft<T>(name: string): Draft<T> | null {
  try {
    const text = localStorage.getItem(name);
    return text === null ? null : (JSON.parse(text) as Draft<T>);
  } catch {
    return null;
  }
}

/** A browser that keeps nothing (full, or forbidden) still lets one write and send. */
export function keepDraft<T>(name: string, draft: Draft<T>): void {
  try {
    localStorage.setItem(name, JSON.stringify(draft));
  } catch {
    console.warn('the browser keeps no drafts');
  }
}

export function forgetDraft(name: string): void {
  localStorage.removeItem(name);
}

/** The drafts that this browser keeps, whosesoever. */
export const drafts = (): readonly string[] => Object.keys(localStorage).filter((name) => name.startsWith(PREFIX));

export function forgetDrafts(): void {
  for (const name of drafts()) localStorage.removeItem(name);
}

/** `randomUUID` exists on https and localhost only; a town's tablet may come by plain http. */
export function randomKey(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
