import type { ActName, CaseCommand, CaseEvent, CaseState, CommandOf } from './case';
import type { Effect } from './acts/effect';
import { EFFECTS } from './acts/effects';
import { ARTICLES } from './articles';
import { ACT_LABELS, STAGE_LABELS } from './labels';
import { BUREAU } from './people';
import { isCompetent } from './permission';
import { isRecused, recused } from './procedures/guards/officers';
import { procedureOf } from './procedures/procedures';
import { refuse, type Refusal } from './refusal';

export type Decision =
  { readonly ok: true; readonly events: readonly CaseEvent[] } | { readonly ok: false; readonly refusal: Refusal };

/** (state, command) → events or a refusal. Pure: everything it needs is in the two. */
export function decide(state: CaseState, command: CaseCommand): Decision {
  // One case of the union at a time would repeat these lines per act; the table is indexed by the same name throughout.
  return decideOne(state, command as CommandOf<ActName>, command.act);
}

function decideOne<A extends ActName>(state: CaseState, command: CommandOf<A>, act: A): Decision {
  const refused = (refusal: Refusal): Decision => ({ ok: false, refusal });
  if (state.stage === 'archived') {
    return refused(refuse('case_archived', '案件已归档，不能再办理。'));
  }
  if (command.ifSeq !== null && command.ifSeq !== state.seq) {
    return refused(
      refuse(
        'stale_sequence',
        `案件已更新（您看到的是第 ${command.ifSeq} 步，现在是第 ${state.seq} 步），请刷新后再办。`,
      ),
    );
  }
  const rule = procedureOf(state).acts[act];
  if (rule === undefined || !rule.at.includes(state.stage)) {
    return refused(notOpen(state, command));
  }
  if (isRecused(state, command.actor.id)) return refused(recused(command.actor.id));
  if (!isCompetent(state, command.actor, rule)) return refused(notCompetent(state, command));
  if (state.suspended !== null && rule.whileSuspended !== true) return refused(suspended(command));
  for (const guard of rule.requires) {
    const refusal = guard(state, command.actor, command.at);
    if (refusal !== null) return refused(refusal);
  }
  for (const check of rule.checks) {
    const refusal = check(state, command);
    if (refusal !== null) return refused(refusal);
  }
  const effect = EFFECTS[act] as Effect<A>;
  const result = effect(state, command);
  return 'code' in result ? refused(result) : { ok: true, events: result };
}

function notOpen(state: CaseState, command: CaseCommand): Refusal {
  const open = procedureOf(state).acts[command.act];
  // An act of the summary procedure, pressed while the bureau was taking the case.
  if (open === undefined && takenFrom(state, command)) return notCompetent(state, command);
  return refuse(
    'act_not_open',
    `案件处于“${STAGE_LABELS[state.stage]}”环节，不能“${ACT_LABELS[command.act]}”。`,
    ...(open?.article == null ? [] : [open.article]),
  );
}

function notCompetent(state: CaseState, command: CaseCommand): Refusal {
  const act = ACT_LABELS[command.act];
  if (takenFrom(state, command)) {
    return refuse('case_elevated', `本案已提级由市综合执法局办理，您单位改为协办，不能“${act}”。`);
  }
  return refuse('not_competent', `您的岗位无权在本案“${act}”。`);
}

function suspended({ act }: CaseCommand): Refusal {
  return refuse('case_suspended', `案件已中止，恢复办理后才能“${ACT_LABELS[act]}”。`, ARTICLES.decisionPeriod);
}

function takenFrom(state: CaseState, { actor }: CaseCommand): boolean {
  return state.elevatedAt !== null && state.owner === BUREAU && actor.org === state.town;
}

export interface AvailableAct {
  readonly act: ActName;
  readonly label: string;
}

/** The acts open to a person now, as far as it can be known before the input. */
export function availableActs(state: CaseState, actor: CaseCommand['actor'], at: string): readonly AvailableAct[] {
  if (state.stage === 'archived' || actor.role === 'system' || isRecused(state, actor.id)) return [];
  const { acts } = procedureOf(state);
  return (Object.keys(acts) as ActName[])
    .filter((act) => {
      const rule = acts[act];
      return (
        rule !== undefined &&
        rule.at.includes(state.stage) &&
        isCompetent(state, actor, rule) &&
        (state.suspended === null || rule.whileSuspended === true) &&
        rule.requires.every((guard) => guard(state, actor, at) === null)
      );
    })
    .map((act) => ({ act, label: ACT_LABELS[act] }));
}
