import { readCase } from '../../db/readCase';
import { columns } from '../../db/readModel';
import type { CaseState } from '../../domain/case';
import { pauseClock } from '../../domain/time/pauseClock';
import type { House } from './house';

export function pausedAll(state: CaseState): CaseState {
  const pause = { at: state.updatedAt, reason: '检测', article: null };
  const clocks = Object.values(state.clocks).map((clock) => [clock.id, pauseClock(clock, pause)] as const);
  return { ...state, clocks: Object.fromEntries(clocks) };
}

/** Shows a case with all its clocks paused, in the read model only, while `look` looks; its file isn't touched. */
export async function whilePaused(
  house: House,
  caseId: string,
  look: (open: CaseState) => Promise<void>,
): Promise<void> {
  const row = await readCase(house.db, caseId);
  if (row === null) throw new Error(`no case ${caseId}`);
  const write = async (state: CaseState): Promise<void> => {
    const { state: json, yellowAt, dueAt, paused } = columns(state);
    await house.db.query('update cases set state = $2, yellow_at = $3, due_at = $4, paused = $5 where id = $1', [
      caseId,
      json,
      yellowAt,
      dueAt,
      paused,
    ]);
  };
  await write(pausedAll(row.state));
  try {
    await look(row.state);
  } finally {
    await write(row.state);
  }
}
