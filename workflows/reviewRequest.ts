import { REVIEW_VERDICTS, type ActName } from '../domain/case';
import { SYSTEM, type Actor } from '../domain/people';
import { refuse, type Refusal } from '../domain/refusal';
import type { Request, ReviewSignal } from './messages';

type Refused = { readonly refusal: Refusal; readonly actor: Actor; readonly act: ActName };

/** A signal is whatever somebody typed: it becomes a request, or a refusal that says what is wrong with it. */
export function reviewRequest(signal: Partial<ReviewSignal>, actor: Actor | null): Request | Refused {
  const opinion = typeof signal.opinion === 'string' ? signal.opinion.trim() : '';
  const act = actOf(signal.verdict);
  if (actor === null) {
    return {
      refusal: refuse('not_competent', `名册中没有 ${String(signal.reviewer).slice(0, 64)}，信号不予受理。`),
      actor: SYSTEM,
      act: act ?? 'pass_review',
    };
  }
  if (act === null || opinion === '') {
    return {
      refusal: refuse(
        'act_not_open',
        `信号须为 {"reviewer","verdict":"${REVIEW_VERDICTS.join('|')}","opinion"}，且意见不能为空。`,
      ),
      actor,
      act: act ?? 'pass_review',
    };
  }
  const frame = {
    id: `signal/${signal.id ?? `${actor.id}/${act}/${opinion}`}`,
    fingerprint: '',
    actor,
    ifSeq: null,
  };
  switch (act) {
    case 'pass_review':
      return { ...frame, act, input: { opinion } };
    case 'return_review':
      return { ...frame, act, input: { requirement: opinion } };
    case 'disagree_review':
      return { ...frame, act, input: { reasons: opinion } };
  }
}

function actOf(verdict: unknown): 'pass_review' | 'return_review' | 'disagree_review' | null {
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
