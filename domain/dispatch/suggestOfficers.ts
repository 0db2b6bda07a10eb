import type { CaseState } from '../case';
import type { Instant } from '../catalogue';
import { FIELD_LABELS } from '../labels';
import { isCertified, type Officer } from '../people';
import { isRecused } from '../procedures/guards/officers';
import { lawDateOf, msOf } from '../time/lawDate';
import { metresBetween } from '../triage/sameMatter';
import type { Position } from '../triage/triage';
import { onDuty, type DutyRow } from './dutyRoster';

/** An officer with what is known of them now. */
export interface Candidate extends Officer {
  readonly name: string;
  /** Cases of theirs that go on. */
  readonly openCases: number;
  /** Cases of this field that they have had in the last year. */
  readonly ofField: number;
  /** Where they last said they were; null = they never did. */
  readonly position: (Position & { readonly at: Instant }) | null;
}

export interface SuggestedOfficer {
  readonly id: string;
  readonly name: string;
  readonly onDuty: boolean | null;
  readonly openCases: number;
  readonly ofField: number;
  readonly metres: number | null;
  readonly reasons: readonly string[];
}

export interface OfficerSuggestion {
  /** The best first. */
  readonly officers: readonly SuggestedOfficer[];
  /** Who may not take it, and why. */
  readonly left: readonly { readonly id: string; readonly name: string; readonly why: string }[];
  /** What could not be compared, and was left out of the comparison. */
  readonly unknown: readonly string[];
}

export interface Comparison {
  readonly state: Pick<CaseState, 'owner' | 'item' | 'recusals'>;
  /** Where it happened. */
  readonly position: Position | null;
  readonly candidates: readonly Candidate[];
  readonly roster: readonly DutyRow[];
  readonly at: Instant;
  /** How old a position may be. */
  readonly positionMinutes: number;
}

const MINUTE_MS = 60_000;

/**
 * Who should take a case, by what a duty head looks at, in this order: a certificate in force (行政处罚法 42; without one
 * nobody is suggested), on duty, the fewest open cases, the most cases of the field, the nearest. One after the other and
 * not as a sum of weights: so each place in the list has a reason that can be said.
 */
export function suggestOfficers(comparison: Comparison): OfficerSuggestion {
  const { state, candidates, roster, at } = comparison;
  const today = onDuty(roster, state.owner, lawDateOf(at));
  const fit: SuggestedOfficer[] = [];
  const left: { id: string; name: string; why: string }[] = [];
  for (const candidate of candidates) {
    const { id, name } = candidate;
    if (isRecused(state, id)) left.push({ id, name, why: '已依法回避' });
    else if (!isCertified(candidate, at)) left.push({ id, name, why: certificateWords(candidate) });
    else fit.push(suggested(candidate, today, comparison));
  }
  const officers = fit.sort(
    (a, b) =>
      Number(b.onDuty ?? false) - Number(a.onDuty ?? false) ||
      a.openCases - b.openCases ||
      b.ofField - a.ofField ||
      nearer(a, b) ||
      (a.id < b.id ? -1 : 1),
  );
  return { officers, left, unknown: unknowns(today, officers, comparison) };
}

/** Whose way isn't known is neither nearer nor farther than others. */
function nearer(a: SuggestedOfficer, b: SuggestedOfficer): number {
  return a.metres === null || b.metres === null ? 0 : a.metres - b.metres;
}

function suggested(
  candidate: Candidate,
  today: ReadonlySet<string> | null,
  { state, position, at, positionMinutes }: Comparison,
): SuggestedOfficer {
  const { id, name, openCases, ofField, certificateUntil } = candidate;
  const here = candidate.position;
  const fresh = here !== null && msOf(at) - msOf(here.at) <= positionMinutes * MINUTE_MS;
  const metres = position !== null && fresh ? Math.round(metresBetween(position, here)) : null;
  const duty = today === null ? null : today.has(id);
  return {
    id,
    name,
    onDuty: duty,
    openCases,
    ofField,
    metres,
    reasons: [
      ...(duty === null ? [] : [duty ? '今日值班' : '今日不值班']),
      `在办 ${openCases} 件`,
      `近一年办过${FIELD_LABELS[state.item.field]}案件 ${ofField} 件`,
      `执法证有效期至 ${certificateUntil ?? ''}`,
      ...(metres === null ? [] : [`距现场约 ${metres} 米`]),
    ],
  };
}

function certificateWords({ certificateUntil }: Officer): string {
  return certificateUntil === null ? '没有行政执法证件' : `行政执法证件已于 ${certificateUntil} 到期`;
}

function unknowns(
  today: ReadonlySet<string> | null,
  officers: readonly SuggestedOfficer[],
  { position, positionMinutes }: Comparison,
): readonly string[] {
  const nowhere = officers.filter(({ metres }) => metres === null).length;
  return [
    ...(today === null ? ['值班表没有今天的安排，未比较值班'] : []),
    ...(position === null ? ['线索没有坐标，未比较距离'] : []),
    ...(position !== null && nowhere > 0 ? [`${nowhere} 人近 ${positionMinutes} 分钟没有位置，未比较其距离`] : []),
  ];
}
