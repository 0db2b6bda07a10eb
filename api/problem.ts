import type { Article } from '../domain/catalogue';
import type { Refusal, RefusalCode } from '../domain/refusal';

/** Why the API itself refuses, beside what the domain refuses. Stable like those. */
export type ApiCode =
  | 'unauthenticated'
  | 'unknown_person'
  | 'forbidden'
  | 'not_found'
  | 'unknown_act'
  | 'malformed'
  | 'unprocessable'
  | 'unknown_town'
  | 'body_too_large'
  | 'unsupported_media_type'
  | 'key_missing'
  | 'key_reused'
  | 'key_in_flight'
  | 'number_reused'
  | 'too_many'
  | 'bad_signature'
  | 'clue_settled'
  | 'not_answered'
  | 'paper_incomplete'
  | 'archive_not_ready'
  | 'evidence_store_absent'
  | 'evidence_differs'
  | 'evidence_altered'
  | 'upload_broken'
  | 'case_file_conflict'
  | 'database_away'
  | 'engine_away'
  | 'busy'
  | 'what_if_running'
  | 'internal';

export type ProblemCode = RefusalCode | ApiCode;

/** The same key for something else: whoever sends it must choose a new one. */
export function keyReused(): Problem {
  return new Problem('key_reused', '这个幂等键已用于另一个动作或另一份内容；新动作请用新的键。', {
    at: 'idempotency-key',
  });
}

/** An answer that isn't the wished one (RFC 9457): a stable code, what is wrong and what to do in Chinese. */
export class Problem extends Error {
  override readonly name = 'Problem';
  readonly code: ProblemCode;
  readonly detail: string;
  readonly articles: readonly Article[];
  /** Where the fault is, for malformed input: a JSON pointer or a header's name. */
  readonly at: string | null;

  constructor(code: ProblemCode, detail: string, more: { articles?: readonly Article[]; at?: string } = {}) {
    super(detail);
    this.code = code;
    this.detail = detail;
    this.articles = more.articles ?? [];
    this.at = more.at ?? null;
  }

  static of(refusal: Refusal): Problem {
    return new Problem(refusal.code, refusal.detail, { articles: refusal.articles });
  }
}
