import type { OnFile, Sought } from '../db/similarClues';
import type { Limit } from '../domain/catalogue';
import { limitValues } from '../domain/grading/limitValues';
import type { Reason } from '../domain/reason';
import { instantOf, msOf } from '../domain/time/lawDate';
import { keysToFind } from '../domain/triage/matterKeys';
import { comparedWith, type ReportedMatter } from '../domain/triage/sameMatter';
import type { SimilarMatter } from '../domain/triage/triage';

export interface ComparedClue extends Omit<ReportedMatter, 'ref'> {
  readonly textHash: string;
}

export interface Compared {
  /** What it surely repeats: it joins that by itself. */
  readonly twin: {
    readonly clueId: string;
    readonly caseId: string | null;
    readonly reasons: readonly Reason[];
  } | null;
  /** What it may repeat, likeliest first. */
  readonly similar: readonly SimilarMatter[];
}

const DAY_MS = 86_400_000;
const SHOWN = 5;

/** What to look for on file, as the catalogue's limits for days and metres have it. */
export function soughtBy(clue: ComparedClue, limits: readonly Limit[]): Sought {
  const { same_matter_days: days, same_matter_radius_m: metres } = limitValues(limits);
  const { textHash, item, town } = clue;
  const since = instantOf(msOf(clue.at) - days * DAY_MS);
  return { textHash, item, town, located: clue.position !== null, keys: keysToFind(clue, days, metres), since };
}

/** Compares a clue with the open matters that were found for it. */
export function compareClue(clue: ComparedClue, found: readonly OnFile[], limits: readonly Limit[]): Compared {
  const sameWords = found.find((one) => one.sameWords);
  if (sameWords !== undefined) return { twin: wordForWord(sameWords), similar: [] };
  const compare = comparedWith(clue, limits);
  const similar = new Map<string, SimilarMatter>();
  for (const { clueId, caseId, ...matter } of found) {
    const ref = caseId ?? clueId;
    const { verdict, score, reasons } = compare({ ...matter, ref });
    // Two clues on the desk are never joined without a person, however alike: one of them has not been understood yet.
    if (verdict === 'same' && caseId !== null) return { twin: { clueId, caseId, reasons }, similar: [] };
    if (verdict !== 'different' && score > (similar.get(ref)?.score ?? -1))
      similar.set(ref, { clueId, caseId, score, reasons });
  }
  return { twin: null, similar: [...similar.values()].sort((a, b) => b.score - a.score).slice(0, SHOWN) };
}

function wordForWord({ clueId, caseId }: OnFile): Compared['twin'] {
  const ref = caseId ?? clueId;
  const text = `与已登记的 ${ref} 内容、地点完全相同，判为重复上报。`;
  return { clueId, caseId, reasons: [{ kind: 'same_matter', text, ref, at: null }] };
}
