import { overview } from '../db/overview';
import { DUTY_LABELS, FIELD_LABELS, GRADE_LABELS, LIGHT_LABELS, STAGE_LABELS, TRIAGE_LABELS } from '../domain/labels';
import type { RouteDeps } from './apiApp';

/** 总览 in the eyes of an organisation; null sees all. */
export async function overviewFor(
  { db, catalogue, evaluation }: Pick<RouteDeps, 'db' | 'catalogue' | 'evaluation'>,
  seenBy: string | null,
) {
  const counts = await overview(db, seenBy);
  return {
    cells: [...counts.cells],
    clues: [...counts.clues],
    towns: catalogue.towns.map(({ code, name }) => ({ code, name })),
    townShareTarget: evaluation.townShareTarget,
    labels: {
      stages: STAGE_LABELS,
      grades: GRADE_LABELS,
      lights: LIGHT_LABELS,
      fields: FIELD_LABELS,
      outcomes: TRIAGE_LABELS,
      duties: DUTY_LABELS,
    },
  };
}
