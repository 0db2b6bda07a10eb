import type { Stage } from '../domain/case';
import type { Grade } from '../domain/catalogue';
import type { OrgId } from '../domain/people';
import type { ReportedFacts } from '../domain/triage/gradeClue';

/** What is simulated of a case's road: archiving is done by the service itself and takes nobody's time. */
export type SimulatedStage = Exclude<Stage, 'archive' | 'archived'>;

/** Stages in which nobody of the house works: a call is taken, a return is settled, the party pays. They last by the clock. */
const WAITS = ['dispatch', 'accept', 'performance'] as const satisfies readonly SimulatedStage[];

/** Stages that take office time of somebody in the house. */
export const WORK_STAGES = [
  'verify',
  'file',
  'investigation',
  'review',
  'notice',
  'decision',
  'service',
  'close',
] as const satisfies readonly Exclude<SimulatedStage, (typeof WAITS)[number]>[];
type WorkStage = (typeof WORK_STAGES)[number];

export const SIMULATED_STAGES: readonly SimulatedStage[] = [...WAITS, ...WORK_STAGES];

export function isWork(stage: SimulatedStage): stage is WorkStage {
  return (WORK_STAGES as readonly SimulatedStage[]).includes(stage);
}

/** A case that comes in. Instants are ms since 1970 throughout the simulation: it compares and adds millions of them. */
export interface Arrival {
  readonly at: number;
  readonly town: OrgId;
  /** Code of the penalty item. */
  readonly item: string;
  readonly facts: ReportedFacts;
}

/** Where a case goes on. */
export interface Onward {
  readonly stage: SimulatedStage | 'closed';
  readonly grade: Grade;
}

/** A case's stay at a stage. */
export interface Visit {
  readonly stage: SimulatedStage;
  readonly grade: Grade;
  readonly owner: OrgId;
  readonly enteredAt: number;
  /** When work may begin: later than the entry where the party may speak first. */
  readonly readyAt: number;
  /** When somebody took it up; null = nobody yet, or it isn't on record. */
  readonly startedAt: number | null;
  /** null = the case is still there. */
  readonly leftAt: number | null;
  readonly onward: Onward | null;
  /** The ladder took the case to the bureau: nobody ended the stage. */
  readonly taken: boolean;
  /** Who ended it. */
  readonly by: string | null;
  /** Infinity: it can't get late as it stands (paused). */
  readonly dueAt: number;
}

/** A case of a season, whether it happened or was simulated. */
export interface SeasonCase {
  readonly arrival: Arrival;
  readonly visits: readonly Visit[];
  readonly closedAt: number | null;
  readonly closedBy: 'town' | 'bureau' | null;
}
