import { OUTCOMES, type CaseEvent, type CaseEventType, type MeasureKind, type Outcome } from '../../domain/case';
import { GRADES, type Grade } from '../../domain/catalogue';
import { GRADE_LABELS, OUTCOME_LABELS } from '../../domain/labels';
import type { ApiClient } from '../apiClient';

export interface Tally {
  readonly byGrade: Partial<Record<Grade, Partial<Record<Outcome, number>>>>;
  readonly byTown: Record<string, number>;
  readonly lights: { yellow: number; red: number };
  readonly measures: Partial<Record<MeasureKind, number>>;
  /** How often each type of event happened. */
  readonly events: Partial<Record<CaseEventType, number>>;
  escalations: number;
  collectedOnSpot: number;
  closedByTowns: number;
}

export const GRADE_ROWS = GRADES.map((grade) => [grade, GRADE_LABELS[grade]] as const);
export const CASE_OUTCOME_LABELS = OUTCOMES.map((outcome) => [outcome, OUTCOME_LABELS[outcome]] as const);

interface Timeline {
  readonly events: readonly {
    readonly type: CaseEventType;
    readonly data: {
      light?: string;
      cause?: string;
      outcome?: Outcome;
      kind?: MeasureKind;
      collection?: (CaseEvent & { type: 'decided_on_spot' })['collection'];
    };
  }[];
}

/** Counts what became of the cases, from their timelines. */
export async function tallyCases(api: ApiClient, caseIds: readonly string[]): Promise<Tally> {
  const tally: Tally = {
    ...{ byGrade: {}, byTown: {}, lights: { yellow: 0, red: 0 }, measures: {}, events: {} },
    ...{ escalations: 0, collectedOnSpot: 0, closedByTowns: 0 },
  };
  for (const caseId of caseIds) {
    const { summary } = await api.get<{ summary: { grade: Grade; town: string } }>(
      'supervisor-1',
      `/api/v1/cases/${caseId}`,
    );
    const { events } = await api.get<Timeline>('supervisor-1', `/api/v1/cases/${caseId}/timeline`);
    for (const { type, data } of events) {
      tally.events[type] = (tally.events[type] ?? 0) + 1;
      if (type === 'light_changed' && (data.light === 'yellow' || data.light === 'red')) tally.lights[data.light] += 1;
      if (type === 'elevated' && data.cause === 'light') tally.escalations += 1;
      if (type === 'decided_on_spot' && data.collection !== null) tally.collectedOnSpot += 1;
      if (type === 'measure_taken' && data.kind !== undefined)
        tally.measures[data.kind] = (tally.measures[data.kind] ?? 0) + 1;
      if (type === 'case_closed' && data.outcome !== undefined) {
        const row = (tally.byGrade[summary.grade] ??= {});
        row[data.outcome] = (row[data.outcome] ?? 0) + 1;
        if (summary.grade !== 'bureau') tally.closedByTowns += 1;
      }
    }
    tally.byTown[summary.town] = (tally.byTown[summary.town] ?? 0) + 1;
  }
  return tally;
}
