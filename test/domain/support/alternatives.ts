import {
  APPEAL_KINDS,
  APPEAL_RESULTS,
  COLLECTION_GROUNDS,
  COURT_RESULTS,
  DISPOSALS,
  MEASURE_KINDS,
  NO_PENALTY_REASONS,
  SERVICE_METHODS,
  SUSPENSION_GROUNDS,
  TERMINATION_GROUNDS,
  type ActName,
  type CaseState,
} from '../../../domain/case';
import type { Party } from '../../../domain/actInputs';
import type { Instant } from '../../../domain/catalogue';
import { courtWindow } from '../../../domain/court';
import { owedBy } from '../../../domain/owed';
import { addDays, lawDateOf } from '../../../domain/time/lawDate';
import { addYuan } from '../../../domain/yuan';
import { catalogue, STORIES } from './aCase';
import { atNine } from './atNine';
import { fine, OTHER_TOWN, WARNING } from './inputs';
import * as people from './people';

type Options = Readonly<Record<string, readonly unknown[]>>;

/** What else each part of an input may be, lawful or not. */
const REPEATED: Party['earlier'] = {
  by: 'id_number',
  since: '2024-09-14',
  cases: [{ caseId: 'CZ2026-000009', item: 'WL-004', decidedOn: '2026-08-01', penalised: true, by: 'id_number' }],
  repeats: 3,
};

export function alternatives(act: ActName, state: CaseState, at: Instant): Options {
  return { ...ofAny(state, at), ...ofAct(act, state, at) };
}

function ofAny(state: CaseState, at: Instant): Options {
  const [first, second] = people.pair(state);
  const today = lawDateOf(at);
  const penalties = penaltiesAround(state);
  const tomorrow = addDays(today, 1);
  const recently = [addDays(today, -1), addDays(today, -20), addDays(today, -200), tomorrow];
  const decidedOn = state.decision === null ? today : lawDateOf(state.decision.at);
  const filedOn = state.filedAt === null ? today : lawDateOf(state.filedAt);
  const edges = [decidedOn, addDays(decidedOn, -1), filedOn, addDays(filedOn, -1), state.service?.servedOn ?? today];
  const days = [...recently, ...edges];
  const reviewed = state.reviews.at(-1)?.reviewer;
  const chair = state.hearing.notice?.chair;
  const named = (id: string | undefined) =>
    id === undefined ? [] : [[first, { ...people.bureauOfficer(), id, org: state.owner }]];
  const stoodAside = state.recusals.find(({ granted }) => granted === true)?.person;
  return {
    officers: [
      [],
      [first],
      [first, first],
      [first, people.expired(second ?? people.officer(OTHER_TOWN))],
      [first, people.officer(OTHER_TOWN)],
      [people.handler(state, 2), people.handler(state, 3)],
      // Two with one hat each: the name of a reviewer among the officers, of an officer in the chair.
      [first, { ...people.reviewer(1), org: state.owner, certificateUntil: people.IN_FORCE }],
      ...named(reviewed),
      ...named(chair),
      ...named(stoodAside),
    ],
    participants: [
      [],
      [people.decider(state)],
      [people.decider(state), people.decider(state)],
      [people.decider(state), people.office(OTHER_TOWN)],
      ...named(stoodAside),
    ],
    penalty: penalties,
    proposal: penalties,
    conclusion: penalties,
    party: [
      { personId: 'P-2', kind: 'citizen', addressKnown: true },
      { personId: 'P-3', kind: 'organisation', addressKnown: true },
      { personId: 'P-4', kind: 'citizen', addressKnown: false },
      // Known from before, by a number that is theirs alone.
      { personId: 'P-5', kind: 'citizen', addressKnown: true, earlier: REPEATED },
    ],
    violation: [true, false],
    rectified: [true, false],
    raised: [true],
    waived: [false],
    harm: [true],
    attended: [false],
    emergency: [false],
    toldInWriting: [false],
    approved: [false],
    granted: [false],
    certificatesShown: [false],
    statementHeard: [false],
    collection: [null, ...COLLECTION_GROUNDS],
    method: SERVICE_METHODS,
    proof: ['P-1'],
    ground: [...SUSPENSION_GROUNDS],
    kind: [...APPEAL_KINDS],
    result: [...APPEAL_RESULTS],
    until: [addDays(today, -1), today, addDays(today, 40)],
    committedOn: [
      today,
      tomorrow,
      addDays(today, -300),
      addDays(today, -729),
      addDays(today, -740),
      addDays(today, -1_820),
      addDays(today, -1_840),
    ],
    servedOn: days,
    heldOn: days,
    requestedOn: [...days, ...(state.notices.at(-1) === undefined ? [] : [addDays(today, -9)])],
    reportedOn: days,
    handedInOn: days,
    bankedOn: days,
    announcedOn: days,
    publishedOn: days,
    withdrawnOn: [...days, addDays(state.publishedOn ?? today, -1)],
    performedOn: days,
    filedOn: [...days, ...days],
    endedOn: [...days, addDays(state.appeals.at(-1)?.filedOn ?? today, -1)],
    appliedOn: [...days, courtWindow(state)?.remediesUntil ?? today],
    on: [...days, addDays(state.court?.appliedOn ?? today, -1)],
    paidOn: days,
    town: [state.town, ...catalogue.towns.slice(0, 2).map(({ code }) => code), STORIES.town.town],
    with: [state.town],
    taskId: ['C1', 'C2', 'C9'],
    guidanceId: ['G1', 'G2', 'G9'],
    recusalId: ['R1', 'R2', 'R9'],
    measureId: ['M1', 'M2', 'M9'],
    clueId: ['clue-1', 'clue-of-another'],
    into: [
      { caseId: 'CZ2025-000001', openedAt: addMinutes(state.openedAt, -60), closed: true },
      { caseId: 'CZ2099-000001', openedAt: addMinutes(state.openedAt, 60), closed: false },
      { caseId: state.caseId, openedAt: state.openedAt, closed: false },
    ],
    listed: [true],
    urgingId: ['U1', 'U2', 'D1', 'D2', 'U9'],
    overdueId: ['O1', 'O2', 'O9'],
    clockId: [...Object.keys(state.clocks), 'nothing'],
    number: [1, 10, 30, 31],
    to: ['police', 'authority'],
    from: [at, addMinutes(at, 10)],
    person: [
      people.handler(state, 1),
      people.decider(state),
      people.reviewer(1),
      people.officer(OTHER_TOWN),
      people.assistant(OTHER_TOWN),
      people.leaderNo(2),
      ...(chair === undefined ? [] : [{ ...people.bureauOfficer(), id: chair }]),
    ],
    chair: [
      people.handler(state),
      people.reviewer(1),
      people.reviewer(4),
      people.officer(OTHER_TOWN),
      people.leaderNo(3),
      people.bureauOfficer(2),
      ...(stoodAside === undefined ? [] : [{ ...people.bureauOfficer(), id: stoodAside }]),
    ],
  };
}

const addMinutes = (at: Instant, minutes: number): Instant => new Date(Date.parse(at) + minutes * 60_000).toISOString();

function ofAct(act: ActName, state: CaseState, at: Instant): Options {
  const today = lawDateOf(at);
  // eslint-disable-next-line @typescript-eslint/switch-exhaustiveness-check -- the other acts have no options of their own
  switch (act) {
    case 'close_without_penalty':
      return { reason: NO_PENALTY_REASONS };
    case 'terminate_case':
      return { ground: TERMINATION_GROUNDS };
    case 'take_measure':
      return { kind: MEASURE_KINDS };
    case 'dispose_measure':
      return { disposal: DISPOSALS };
    case 'record_court_result':
      return { result: COURT_RESULTS };
    case 'record_payment': {
      const owing = owedBy(state, today);
      return {
        amount: [addYuan(owing / 3, 0), addYuan(owing, -0.1), addYuan(owing, 0.01), owing + 1].filter((n) => n > 0),
      };
    }
    case 'grant_deferral':
      return {
        until: [today, addDays(today, 1), addDays(today, 10)],
        instalments: [[], [{ dueOn: addDays(today, 30), amount: 1 }], [{ dueOn: addDays(today, 31), amount: 20_000 }]],
      };
    case 'give_hearing_notice':
      return { heldAt: [1, 6, 20].map((days) => atNine(addDays(today, days))) };
    case 'collect_evidence':
    case 'record_inquiry':
    case 'record_scene':
      return { kind: ['documentary'] };
    default:
      return {};
  }
}

function penaltiesAround(state: CaseState) {
  const noticed = state.notices.at(-1)?.penalty ?? state.proposal ?? WARNING;
  const basis = state.item.fineBasis === 'percent_of_cost' ? 400_000 : null;
  const kinds = state.item.otherPenalties;
  return [
    fine(0),
    WARNING,
    ...[0.1, 50, 100, 101, 200, 201, 3_000, 3_001, 5_000, 5_001, 10_000, 30_000, 40_001, 50_000, 1e8].map((amount) =>
      fine(amount, { basisAmount: basis }),
    ),
    fine(20_000),
    noticed,
    { ...noticed, fine: addYuan(noticed.fine, 0.01) },
    { ...noticed, fine: noticed.fine + 1 },
    { ...noticed, fine: Math.max(0, noticed.fine - 1_000) },
    { ...noticed, fine: Math.max(0, noticed.fine - 5_000) },
    { ...noticed, confiscation: 700 },
    { ...noticed, others: kinds.slice(0, 1) },
    { ...noticed, others: kinds.slice(-1) },
    { ...WARNING, others: kinds },
    { ...noticed, others: ['吊销许可证件'] },
  ];
}
