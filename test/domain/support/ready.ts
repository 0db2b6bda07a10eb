import type { ActInputs, ActName, CaseState, Stage } from '../../../domain/case';
import type { Grade, Instant, ProcedureId } from '../../../domain/catalogue';
import type { Actor } from '../../../domain/people';
import { endOf } from '../../../domain/time/lawDate';
import { later, perform } from './aCase';
import { OTHER_TOWN, remediesUntil } from './inputs';
import {
  admin,
  anyLeader,
  bureauOfficer,
  decider,
  dispatcher,
  freeChair,
  freeReviewer,
  handler,
  office,
  officer,
  supervisor,
  system,
} from './people';
import { drive, MINUTE, reach, readyToDecide } from './road';

/** A case in which an act may be done now, by whom and when: what a test breaks in one place to see it refused. */
export interface Ready {
  readonly state: CaseState;
  readonly by: Actor;
  readonly at: Instant;
  readonly input: Partial<ActInputs[ActName]>;
}

interface Given {
  readonly state: CaseState;
  readonly by?: Actor;
  readonly at?: Instant;
  readonly input?: Partial<ActInputs[ActName]>;
}

/** Each act where it may be done. Built anew for each test: states are cheap and never shared by mistake. */
export function ready(procedure: ProcedureId, act: ActName): Ready {
  const given = (procedure === 'summary' ? (ON_THE_SPOT[act] ?? BOTH[act]) : (ORDINARY[act] ?? BOTH[act]))?.(procedure);
  if (given === undefined) throw new Error(`nobody has said when ${act} may be done under ${procedure}`);
  const { state } = given;
  return {
    state,
    by: given.by ?? handler(state),
    at: given.at ?? later(state.updatedAt, MINUTE),
    input: given.input ?? {},
  };
}

type Scene = (procedure: ProcedureId) => Given;
type Scenes = { readonly [A in ActName]?: Scene };

const at = (stage: Stage, procedure: ProcedureId = 'ordinary', grade?: Grade): CaseState =>
  procedure === 'summary' ? reach('town', stage) : reach(grade ?? 'town_bureau_review', stage);
const byHead = (state: CaseState): Given => ({ state, by: decider(state) });
const does = (state: CaseState, act: ActName, by: Actor = handler(state), when?: Instant): CaseState =>
  perform(state, act, by, {}, when);

const dispatched = (procedure: ProcedureId) => at('accept', procedure);
const returned = (procedure: ProcedureId) => {
  const state = dispatched(procedure);
  return does(state, 'return_dispatch', office(state.town));
};
const decidedAndServed = (procedure: ProcedureId) => at('performance', procedure);
const late = (state: CaseState): Instant => endOf(state.service?.payBy ?? '');
const demanded = (procedure: ProcedureId) => {
  const state = decidedAndServed(procedure);
  return does(state, 'give_demand_notice', decider(state), late(state));
};
const mayGoToCourt = (state: CaseState): Instant => endOf(remediesUntil(state));
const heldGoods = () => does(at('investigation'), 'take_measure');
const heard = (facts = true) =>
  drive(
    perform(at('file'), 'file_case', decider(at('file')), {
      party: { personId: 'P-1', kind: facts ? 'citizen' : 'organisation', addressKnown: true },
    }),
    'decision',
  );
const asked = () => does(heard(), 'request_hearing');
const prepared = () => {
  const state = asked();
  return does(state, 'give_hearing_notice', decider(state));
};
const elevated = (stage: Stage) => {
  const state = at(stage);
  return does(state, 'elevate', anyLeader(state));
};
const withdrawn = (procedure: ProcedureId) => {
  const paid = drive(decidedAndServed(procedure), 'close');
  const published = does(paid, 'publish_decision');
  return does(published, 'withdraw_decision', decider(published));
};
const transferred = (procedure: ProcedureId) => {
  const state = at('verify', procedure);
  return does(state, 'transfer_case', decider(state));
};

const wasLate = (procedure: ProcedureId) => {
  const state = at('verify', procedure);
  return does(state, 'lapse_deadline', system, state.clocks['verify']?.dueAt);
};

const BOTH: Scenes = {
  accept: (p) => ({ state: dispatched(p) }),
  return_dispatch: (p) => ({ state: dispatched(p) }),
  redispatch: (p) => ({ state: returned(p), by: dispatcher }),
  insist_dispatch: (p) => ({ state: returned(p), by: dispatcher }),
  assign: (p) => byHead(at('verify', p)),
  join_report: (p) => ({ state: dispatched(p), by: dispatcher }),
  split_report: (p) => ({ state: does(dispatched(p), 'join_report', dispatcher), by: dispatcher }),
  merge_case: (p) => ({ state: dispatched(p), by: dispatcher }),
  verify: (p) => ({ state: at('verify', p) }),
  order_rectification: (p) => ({ state: at('verify', p) }),
  check_rectification: (p) => ({ state: does(at('verify', p), 'order_rectification') }),
  ask_recusal: (p) => byHead(at('verify', p)),
  decide_recusal: (p) => byHead(does(at('verify', p), 'ask_recusal')),
  publish_decision: (p) => ({ state: decidedAndServed(p) }),
  withdraw_publication: (p) => ({ state: withdrawn(p) }),
  record_payment: (p) => byHead(decidedAndServed(p)),
  record_appeal: (p) => ({ state: decidedAndServed(p) }),
  end_appeal: (p) => ({ state: does(decidedAndServed(p), 'record_appeal') }),
  grant_deferral: (p) => byHead(decidedAndServed(p)),
  waive_late_fine: (p) => byHead(decidedAndServed(p)),
  give_demand_notice: (p) => {
    const state = decidedAndServed(p);
    return { state, at: late(state) };
  },
  apply_to_court: (p) => {
    const state = demanded(p);
    return { ...byHead(state), at: mayGoToCourt(state) };
  },
  record_court_result: (p) => {
    const state = demanded(p);
    return { state: does(state, 'apply_to_court', decider(state), mayGoToCourt(state)) };
  },
  extend_period: (p) => ({ ...byHead(at('verify', p)), input: { clockId: 'verify' } }),
  suspend_case: (p) => byHead(at('verify', p)),
  resume_case: (p) => byHead(does(at('verify', p), 'suspend_case', decider(at('verify', p)))),
  change_law: (p) => ({ state: dispatched(p), by: admin }),
  request_elevation: (p) => byHead(dispatched(p)),
  refuse_elevation: (p) => {
    const state = does(dispatched(p), 'request_elevation', decider(dispatched(p)));
    return { state, by: anyLeader(state) };
  },
  elevate: (p) => ({ state: dispatched(p), by: supervisor }),
  send_down: () => byHead(elevated('verify')),
  request_cooperation: () => ({ state: elevated('verify') }),
  answer_cooperation: () => {
    const state = elevated('verify');
    return { state, by: officer(state.town) };
  },
  return_cooperation: () => {
    const state = elevated('verify');
    return { state: does(state, 'answer_cooperation', officer(state.town)) };
  },
  ask_guidance: (p) => ({ state: at('verify', p) }),
  answer_guidance: (p) => ({
    state: does(at('verify', p), 'ask_guidance', handler(at('verify', p))),
    by: bureauOfficer(),
  }),
  urge: (p) => ({ state: at('verify', p), by: supervisor }),
  supervise: (p) => ({ state: at('verify', p), by: supervisor }),
  answer_urging: (p) => ({ state: does(at('verify', p), 'urge', supervisor) }),
  check_supervision: (p) => ({
    state: does(does(at('verify', p), 'supervise', supervisor), 'answer_urging'),
    by: supervisor,
  }),
  appeal_overdue: (p) => ({ state: wasLate(p) }),
  judge_overdue_appeal: (p) => ({ state: does(wasLate(p), 'appeal_overdue'), by: supervisor }),
  dispute_jurisdiction: (p) => byHead(at('verify', p)),
  decide_jurisdiction: (p) => {
    const state = does(at('verify', p), 'dispute_jurisdiction', decider(at('verify', p)));
    return { state, by: anyLeader(state), input: { town: OTHER_TOWN } };
  },
  report_crime: (p) => ({ state: at('verify', p) }),
  dismiss_crime_report: (p) => byHead(does(at('verify', p), 'report_crime')),
  transfer_case: (p) => byHead(at('verify', p)),
  send_transfer: (p) => ({ state: transferred(p) }),
  take_back_transfer: (p) => byHead(transferred(p)),
  close_without_penalty: (p) => byHead(at('file', p)),
  terminate_case: (p) => byHead(at('verify', p)),
  close_case: (p) => byHead(drive(decidedAndServed(p), 'close')),
  lapse_deadline: (p) => {
    const state = dispatched(p);
    return { state, by: system, at: state.clocks['accept']?.yellowAt ?? '' };
  },
  archive_case: (p) => ({ state: at('archive', p), by: system }),
};

const ORDINARY: Scenes = {
  complete_party: () => ({ state: at('investigation') }),
  file_case: () => byHead(at('file')),
  collect_evidence: () => ({ state: at('investigation') }),
  record_inquiry: () => ({ state: at('investigation') }),
  record_scene: () => ({ state: at('investigation') }),
  take_measure: () => ({ state: at('investigation') }),
  approve_measure: () => byHead(heldGoods()),
  start_testing: () => ({ state: heldGoods() }),
  end_testing: () => ({ state: does(heldGoods(), 'start_testing') }),
  dispose_measure: () => ({ state: heldGoods() }),
  end_investigation: () => ({ state: does(at('investigation'), 'collect_evidence') }),
  pass_review: () => ({ state: at('review'), by: freeReviewer(at('review')) }),
  return_review: () => ({ state: at('review'), by: freeReviewer(at('review')) }),
  disagree_review: () => ({ state: at('review'), by: freeReviewer(at('review')) }),
  correct_review: () => ({ state: at('review'), by: freeReviewer(at('review')) }),
  decline_review: () => ({ state: at('review'), by: freeReviewer(at('review')) }),
  record_discussion: () => byHead(at('decision')),
  give_notice: () => ({ state: at('notice') }),
  record_statement: () => ({ state: at('decision') }),
  weigh_statement: () => ({
    state: perform(at('decision'), 'record_statement', handler(at('decision')), { raised: true }),
  }),
  request_hearing: () => ({ state: heard() }),
  waive_hearing: () => ({ state: asked() }),
  give_hearing_notice: () => byHead(asked()),
  record_hearing: () => {
    const state = prepared();
    const { chair, heldAt } = state.hearing.notice ?? { chair: '', heldAt: '' };
    return {
      state,
      by: { ...bureauOfficer(), id: chair, org: freeChair(state).org },
      at: heldAt,
    };
  },
  decide_penalty: () => byHead(readyToDecide('town_bureau_review')),
  announce_service: () => ({ state: at('service') }),
  serve_decision: () => ({ state: at('service') }),
  withdraw_decision: () => byHead(at('service')),
  record_performance: () => {
    const state = at('performance');
    const { decision } = state;
    if (decision === null) throw new Error('performance without a decision');
    return { state: { ...state, decision: { ...decision, penalty: { ...decision.penalty, others: ['停业整治'] } } } };
  },
};

const ON_THE_SPOT: Scenes = {
  complete_party: () => ({ state: at('close', 'summary') }),
  decide_on_spot: () => ({ state: at('file', 'summary') }),
  report_for_record: () => ({ state: at('close', 'summary') }),
  hand_in_fine: () => ({ state: at('close', 'summary') }),
  bank_fine: () => byHead(does(at('close', 'summary'), 'hand_in_fine')),
  withdraw_decision: () => byHead(at('close', 'summary')),
  switch_to_ordinary: () => ({ state: at('file', 'summary') }),
  close_case: () => {
    const reported = does(at('close', 'summary'), 'report_for_record');
    const handed = does(reported, 'hand_in_fine');
    return byHead(does(handed, 'bank_fine', decider(handed)));
  },
};
