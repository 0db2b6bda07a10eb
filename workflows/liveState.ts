import type { CaseState } from '../domain/case';
import { GRADE_LABELS, LIGHT_LABELS, STAGE_LABELS } from '../domain/labels';
import { worstLight } from '../domain/time/worstLight';
import { nextWake } from '../domain/wake';
import type { LiveState } from './messages';

/** The state for a person to read. Reading takes the workflow's own time and changes nothing. */
export function liveState(state: CaseState): LiveState {
  const { law: _law, ...rest } = state;
  const now = new Date().toISOString();
  return {
    ...rest,
    labels: {
      stage: STAGE_LABELS[state.stage],
      grade: GRADE_LABELS[state.grade],
      light: LIGHT_LABELS[worstLight(Object.values(state.clocks), now)],
    },
    now,
    nextWake: nextWake(state),
  };
}
