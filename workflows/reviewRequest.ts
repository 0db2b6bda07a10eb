import type { Actor } from '../domain/people';
import type { Request } from './messages';
import type { ReadSignal } from './readSignal';

/** A reviewer's signal as the request that the API would send for them. */
export function reviewRequest({ act, opinion, id }: ReadSignal, actor: Actor): Request {
  const frame = { id: `signal/${id}`, fingerprint: '', actor, ifSeq: null };
  switch (act) {
    case 'pass_review':
      return { ...frame, act, input: { opinion } };
    case 'return_review':
      return { ...frame, act, input: { requirement: opinion } };
    case 'disagree_review':
      return { ...frame, act, input: { reasons: opinion } };
  }
}
