import type { ActName } from '../domain/case';

export type ReviewAct = Extract<ActName, 'pass_review' | 'return_review' | 'disagree_review'>;

export interface ReadSignal {
  readonly reviewer: string;
  readonly act: ReviewAct;
  readonly opinion: string;
  readonly id: string;
}

/** As the API bounds an opinion; an event that is too long for the engine could never be written. */
const OPINION_MAX = 4_000;
const NAME = /^[a-z0-9-]{1,64}$/;
const ID = /^[\x21-\x7e]{1,128}$/;
/** Postgres stores neither NUL nor half of a character: an event with one would hold its case up for ever. */
const UNSTORABLE = /\0|\p{Surrogate}/u;

/**
 * Reads what somebody signalled, which may be anything at all; null where it isn't a reviewer's verdict. Strict,
 * because a signal can't be sent back: whatever gets past here must be writable and must not throw.
 */
export function readSignal(sent: unknown): ReadSignal | null {
  if (typeof sent !== 'object' || sent === null) return null;
  const { reviewer, verdict, opinion, id } = sent as Readonly<Record<string, unknown>>;
  const act = actOf(verdict);
  if (typeof reviewer !== 'string' || !NAME.test(reviewer)) return null;
  if (act === null || typeof opinion !== 'string') return null;
  const text = opinion.trim();
  if (text === '' || text.length > OPINION_MAX || UNSTORABLE.test(text)) return null;
  // Without a name of its own the verdict is its name: the same one sent twice is one.
  if (id === undefined) return { reviewer, act, opinion: text, id: `${reviewer}/${act}/${text}` };
  return typeof id === 'string' && ID.test(id) ? { reviewer, act, opinion: text, id } : null;
}

function actOf(verdict: unknown): ReviewAct | null {
  switch (verdict) {
    case 'pass':
      return 'pass_review';
    case 'return':
      return 'return_review';
    case 'disagree':
      return 'disagree_review';
    default:
      return null;
  }
}
