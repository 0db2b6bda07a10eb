import fc from 'fast-check';
import {
  ACTS,
  NO_PENALTY_REASONS,
  SERVICE_METHODS,
  type ActName,
  type CaseCommand,
  type CaseState,
} from '../../../domain/case';
import type { Grade, Instant, ProcedureId } from '../../../domain/catalogue';
import { availableActs } from '../../../domain/decide';
import type { Actor } from '../../../domain/people';
import { isCompetent } from '../../../domain/permission';
import { procedureOf } from '../../../domain/procedures/procedures';
import { addDays, lawDateOf } from '../../../domain/time/lawDate';
import { nextWake } from '../../../domain/wake';
import { addYuan } from '../../../domain/yuan';
import { catalogue, later, open, STORIES } from './aCase';
import { inputsFor, OTHER_TOWN } from './inputs';
import * as people from './people';
import { nextOnRoad } from './road';

/** A random walk through a case: who does what, when and with which input, lawful or not. */

export interface Choice {
  /**
   * Anybody does anything; somebody competent does what may be too early; somebody does what is open to them; or the
   * next act on the road to the archive.
   */
  readonly kind: 'wild' | 'hasty' | 'open' | 'onward';
  readonly pick: number;
  /** Even: the lawful input. Odd: each part of it may be another one. */
  readonly vary: number;
  readonly wait: number;
}

const word = fc.nat({ max: 2 ** 30 });
export const choices = fc.array(
  fc.record({
    kind: fc.constantFrom('onward', 'onward', 'open', 'open', 'hasty', 'wild'),
    pick: word,
    vary: word,
    wait: word,
  }),
  { minLength: 8, maxLength: 40, size: 'max' },
);

export interface Start {
  readonly grade: Grade;
  readonly item: string;
  readonly procedure: ProcedureId;
}

const STARTS: readonly Start[] = [
  { grade: 'town', item: 'WL-004', procedure: 'summary' },
  { grade: 'town', item: 'WL-004', procedure: 'ordinary' },
  // Its article is not verified: no fine can rest on it.
  { grade: 'town', item: 'CG-015', procedure: 'summary' },
  { grade: 'town_bureau_review', item: 'CG-022', procedure: 'ordinary' },
  // Names a fine for organisations only.
  { grade: 'town_bureau_review', item: 'CG-027', procedure: 'ordinary' },
  { grade: 'bureau', item: 'GH-011', procedure: 'ordinary' },
];
export const starts = fc.constantFrom(...STARTS);
export const opened = ({ grade, item, procedure }: Start): CaseState => open(grade, { item, procedure });

export function peopleAround(state: CaseState): readonly Actor[] {
  const towns = [...new Set([state.town, OTHER_TOWN, ...state.cooperation.map(({ town }) => town)])];
  return [
    ...towns.flatMap((town) => [people.officer(town), people.officer(town, 3), people.office(town)]),
    people.expired(people.officer(state.town)),
    people.assistant(state.town),
    people.bureauOfficer(),
    people.bureauOfficer(2),
    people.leader,
    people.reviewer(1),
    people.reviewer(2),
    people.supervisor,
    people.dispatcher,
    people.admin,
    people.system,
  ];
}

const BY_SYSTEM: readonly ActName[] = ['lapse_deadline', 'archive_case', 'join_report'];

/** What people may do now; the system too, which nobody shows a list. */
function openTo(state: CaseState, at: Instant): readonly { readonly act: ActName; readonly actor: Actor }[] {
  return peopleAround(state).flatMap((actor) =>
    (actor.role === 'system' ? BY_SYSTEM : availableActs(state, actor, at).map(({ act }) => act)).map((act) => ({
      act,
      actor,
    })),
  );
}

function tooEarly(state: CaseState): readonly { readonly act: ActName; readonly actor: Actor }[] {
  const { acts } = procedureOf(state);
  return ACTS.flatMap((act) => {
    const rule = acts[act];
    if (rule === undefined || !rule.at.includes(state.stage)) return [];
    return peopleAround(state)
      .filter((actor) => isCompetent(state, actor, rule))
      .map((actor) => ({ act, actor }));
  });
}

const WAITS_MS = [0, 60_000, 60_000, 3_600_000, 86_400_000, 6 * 86_400_000, 30 * 86_400_000];

function timeOf(state: CaseState, wait: number): Instant {
  const point = [nextWake(state), state.notice?.statementUntil ?? null][wait % 5];
  if (point === null || point === undefined || point <= state.updatedAt) {
    return later(state.updatedAt, WAITS_MS[wait % WAITS_MS.length] ?? 0);
  }
  return wait % 2 === 0 ? point : later(point, -1);
}

export function chosen(state: CaseState, { kind, pick, vary, wait }: Choice): CaseCommand {
  const at = timeOf(state, wait);
  const { act, actor } = whoAndWhat(state, kind, pick, at);
  const lawful = inputsFor(state, at)[act];
  const input = vary % 2 === 0 ? lawful : varied(lawful, state, at, vary >> 1);
  return { id: `c-${state.seq}`, fingerprint: '', actor, at, ifSeq: null, act, input } as CaseCommand;
}

function whoAndWhat(state: CaseState, kind: Choice['kind'], pick: number, at: Instant): { act: ActName; actor: Actor } {
  const next = kind === 'onward' ? nextOnRoad(state) : null;
  if (next !== null) return { act: next.act, actor: next.by };
  const list = kind === 'open' ? openTo(state, at) : kind === 'hasty' ? tooEarly(state) : [];
  return list.length > 0
    ? nth(list, pick)
    : { act: nth(ACTS, pick), actor: nth(peopleAround(state), Math.floor(pick / ACTS.length)) };
}

function varied(lawful: object, state: CaseState, at: Instant, vary: number): object {
  const others = alternatives(state, at);
  return Object.fromEntries(
    Object.entries(lawful).map(([key, value], index) => {
      const options = [value, value, ...(others[key] ?? [])] as readonly unknown[];
      return [key, nth(options, Math.imul(vary + index + 1, 0x9e3779b1) >>> 12)];
    }),
  );
}

function alternatives(state: CaseState, at: Instant): Readonly<Record<string, readonly unknown[]>> {
  const [first, second] = people.pair(state) as [Actor, Actor];
  const today = lawDateOf(at);
  const noticed = state.notice?.penalty.fine ?? 0;
  const penalties = [
    0,
    0.1,
    50,
    100,
    101,
    200,
    201,
    3_000,
    5_000,
    noticed,
    addYuan(noticed, 0.01),
    noticed + 1,
    1e8,
  ].flatMap((fine) => [
    { warning: false, fine },
    { warning: true, fine },
  ]);
  const left = addYuan(state.decision?.penalty.fine ?? 0, -state.paid);
  return {
    officers: [
      [],
      [first],
      [first, first],
      [first, people.expired(second)],
      [first, people.officer(OTHER_TOWN)],
      [first, { ...people.reviewer(1), certificateUntil: people.IN_FORCE }],
    ],
    penalty: penalties,
    proposal: penalties,
    party: [
      { personId: 'P-2', kind: 'citizen' },
      { personId: 'P-3', kind: 'organisation' },
    ],
    violation: [true, false],
    rectified: [true, false],
    raised: [true],
    certificatesShown: [false],
    statementHeard: [false],
    collectedOnSpot: [false],
    reason: NO_PENALTY_REASONS,
    method: SERVICE_METHODS,
    until: [addDays(today, -1), today, addDays(today, 40)],
    servedOn: [addDays(today, -1), addDays(today, -20), addDays(today, 1)],
    paidOn: [addDays(today, -1), addDays(today, 1)],
    amount: [addYuan(left / 3, 0), addYuan(left, -0.1), addYuan(left, 0.01)].filter((amount) => amount > 0),
    town: [state.town, ...catalogue.towns.slice(0, 2).map(({ code }) => code), STORIES.town.town],
    taskId: ['C1', 'C2', 'C9'],
    clueId: ['clue-1'],
  };
}

function nth<T>(list: readonly T[], n: number): T {
  const found = list[Math.abs(n) % list.length];
  if (found === undefined) throw new Error('an empty list');
  return found;
}
