import { ACTS, type ActName, type CaseCommand, type CaseState, type Stage } from '../../domain/case';
import type { Catalogue, Grade, ProcedureId } from '../../domain/catalogue';
import { decide } from '../../domain/decide';
import { fold } from '../../domain/evolve';
import { lawInForce, openCase, OPENED_BY_TRIAGE } from '../../domain/openCase';
import { isCompetent } from '../../domain/permission';
import { procedureOf } from '../../domain/procedures/procedures';
import { number } from '../../domain/record';
import { affairsOf, kindOf } from './kindOf';
import { sampleActors } from './sampleActors';
import { sampleInputs } from './sampleInputs';
import { sampleTimes } from './sampleTimes';

/** An act that was really allowed at a stage, and the stage and procedure in which it left the case. */
export interface Move {
  readonly procedure: ProcedureId;
  readonly grade: Grade;
  readonly from: Stage;
  readonly act: ActName;
  readonly to: Stage;
  readonly toProcedure: ProcedureId;
}

const SAMPLES: readonly { readonly grade: Grade; readonly item: string; readonly procedure: ProcedureId }[] = [
  { grade: 'town', item: 'WL-004', procedure: 'summary' },
  { grade: 'town', item: 'WL-004', procedure: 'ordinary' },
  { grade: 'town_bureau_review', item: 'CG-022', procedure: 'ordinary' },
  { grade: 'bureau', item: 'GH-011', procedure: 'ordinary' },
];
const TOWN = '510184109';
const OPENED_AT = '2026-03-02T01:00:00.000Z';
/** Beside the road a case has one affair at a time (a measure, a recusal …): two at once lead nowhere that one doesn't. */
const AFFAIRS_AT_ONCE = 1;
/** These leave a case where and as it is: once at a stage is enough. */
const ASIDES: readonly ActName[] = [
  'assign',
  'join_report',
  'split_report',
  'record_inquiry',
  'record_scene',
  'grant_deferral',
  'extend_period',
  'change_law',
  'urge',
  'supervise',
];

/** Tries every act of whoever may do it in every kind of state that can be reached, until nothing new turns up. */
export function explore(catalogue: Catalogue): readonly Move[] {
  const moves = new Map<string, Move>();
  const seen = new Set<string>();
  const open: CaseState[] = [];
  const meet = (state: CaseState): void => {
    const kind = kindOf(state);
    if (seen.has(kind) || affairsOf(state).length > AFFAIRS_AT_ONCE) return;
    seen.add(kind);
    open.push(state);
  };
  for (const sample of SAMPLES) meet(opened(catalogue, sample));
  const told = new Set<string>();
  for (let state = open.pop(); state !== undefined; state = open.pop()) {
    const here = `${state.procedure.id},${state.grade},${state.stage}`;
    const acts = ACTS.filter((act) => !told.has(`${here},${act}`));
    for (const { act, next } of outcomes(state, acts)) {
      if (ASIDES.includes(act)) told.add(`${here},${act}`);
      const move: Move = {
        procedure: state.procedure.id,
        grade: state.grade,
        from: state.stage,
        act,
        to: next.stage,
        toProcedure: next.procedure.id,
      };
      moves.set(Object.values(move).join(), move);
      meet(next);
    }
  }
  return [...moves.values()];
}

function* outcomes(
  state: CaseState,
  tried: readonly ActName[],
): Generator<{ readonly act: ActName; readonly next: CaseState }> {
  const { acts } = procedureOf(state);
  const actors = sampleActors(state);
  for (const act of tried) {
    const rule = acts[act];
    if (rule === undefined || !rule.at.includes(state.stage)) continue;
    for (const actor of actors.filter((one) => isCompetent(state, one, rule))) {
      for (const at of sampleTimes(state, act)) {
        for (const input of sampleInputs(act, state, at)) {
          const command = { id: 'chart', fingerprint: '', actor, at, ifSeq: null, act, input } as CaseCommand;
          const decision = decide(state, command);
          if (decision.ok) yield { act, next: number(state, command, decision.events).state };
        }
      }
    }
  }
}

function opened(catalogue: Catalogue, sample: (typeof SAMPLES)[number]): CaseState {
  const item = catalogue.items.find(({ code }) => code === sample.item);
  if (item === undefined) throw new Error(`the charts need item ${sample.item}`);
  const events = openCase({
    caseId: 'chart',
    clueId: 'clue-1',
    channel: 'patrol',
    item,
    town: TOWN,
    grade: sample.grade,
    gradeReasons: [],
    procedure: sample.procedure,
    law: lawInForce(catalogue, OPENED_AT, item.field),
    at: OPENED_AT,
    by: OPENED_BY_TRIAGE,
    commandId: 'chart',
    fingerprint: '',
  });
  // Two reports, so that one of them can leave.
  return { ...fold(events), clueIds: ['clue-1', 'clue-2'] };
}
