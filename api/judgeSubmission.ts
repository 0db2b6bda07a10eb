import { canonicalJson, sha256 } from '../db/chain';
import { judge } from '../domain/triage/judge';
import type { Triage } from '../domain/triage/triage';
import { channelRule } from './channelRule';
import { clueNames, type ClueNames } from './clueNames';
import { clueText } from './clueText';
import type { ApiDeps } from './deps';
import type { ClueInput } from './schemas/clues';

/** A clue as its sender gave it in. */
export interface Submission {
  /** Who sends: somebody on the roster, or another body's system. */
  readonly caller: string;
  /** Null only where the channel's number is given. */
  readonly key: string | null;
  readonly clue: ClueInput;
  /** The message as it was received, without the persons in it. */
  readonly original: unknown;
}

/** A submission with all that can be said of it before the database is asked. */
export interface Judged extends Submission {
  readonly judged: Triage;
  readonly fingerprint: string;
  readonly names: ClueNames;
}

export function judgeSubmission(
  { catalogue, channels, find }: Pick<ApiDeps, 'catalogue' | 'channels' | 'find'>,
  submission: Submission,
): Judged {
  const { caller, key, clue } = submission;
  // The number is a name for the clue and no part of what it says: a retry may come without it.
  const { number = null, ...said } = clue;
  const fingerprint = sha256(canonicalJson(said));
  const judged = judge(
    {
      channel: clue.channel,
      text: clueText(clue),
      place: clue.place ?? null,
      position: clue.position ?? null,
      itemCode: clue.itemCode ?? null,
    },
    catalogue,
    find,
  );
  const names = clueNames(channelRule(channels, clue.channel), { caller, key, number, fingerprint });
  return { ...submission, judged, fingerprint, names };
}
