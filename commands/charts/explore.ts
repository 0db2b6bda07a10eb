import { ACTS, type ActName, type CaseCommand, type CaseState, type Stage } from '../../domain/case';
import type { Catalogue, Grade, ProcedureId } from '../../domain/catalogue';
import { decide } from '../../domain/decide';
import { fold } from '../../domain/evolve';
import { lawInForce, openCase, OPENED_BY_TRIAGE } from '../../domain/openCase';
import { number } from '../../domain/record';
import { instantOf, msOf } from '../../domain/time/lawDate';
import { sampleActors, sampleInputs } from './sampleInputs';

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
const MINUTE_MS = 60_000;
/** Longer than any ladder of lights. */
const LONG_MS = 200 * 86_400_000;

/** Tries every act of everybody in every kind of state that can be reached, until nothing new turns up. */
export function explore(catalogue: Catalogue): readonly Move[] {
  const moves = new Map<string, Move>();
  const seen = new Set<string>();
  const open = SAMPLES.map((sample) => opened(catalogue, sample));
  for (let state = open.pop(); state !== undefined; state = open.pop()) {
    const kind = kindOf(state);
    if (seen.has(kind)) continue;
    seen.add(kind);
    for (const command of commandsAt(state)) {
      const decision = decide(state, command);
      if (!decision.ok) continue;
      const next = number(state, command, decision.events).state;
      const move: Move = {
        procedure: state.procedure.id,
        grade: state.grade,
        from: state.stage,
        act: command.act,
        to: next.stage,
        toProcedure: next.procedure.id,
      };
      moves.set(JSON.stringify(move), move);
      open.push(next);
    }
  }
  return [...moves.values()];
}

/** States of one kind allow the same acts: what is counted or written in them makes no difference. */
function kindOf(state: CaseState): string {
  return JSON.stringify([
    state.procedure.id,
    state.grade,
    state.stage,
    state.insisted,
    state.returns > 0,
    state.verification?.violation,
    state.rectification === null ? 'none' : state.rectification.result,
    state.evidence.length > 0,
    state.reviews.at(-1)?.verdict,
    state.statement !== null,
    (state.notice?.penalty.fine ?? 0) > 0,
    (state.decision?.penalty.fine ?? 0) > 0,
    state.cooperation.some(({ answer }) => answer === null),
  ]);
}

function* commandsAt(state: CaseState): Generator<CaseCommand> {
  for (const act of ACTS) {
    const wait = act === 'lapse_deadline' ? LONG_MS : MINUTE_MS;
    const at = instantOf(msOf(state.updatedAt) + wait);
    for (const actor of sampleActors(state)) {
      for (const input of sampleInputs(state, at)[act]) {
        yield { id: 'chart', fingerprint: '', actor, at, ifSeq: null, act, input } as CaseCommand;
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
    law: lawInForce(catalogue, OPENED_AT),
    at: OPENED_AT,
    by: OPENED_BY_TRIAGE,
    commandId: 'chart',
    fingerprint: '',
  });
  return fold(events);
}
