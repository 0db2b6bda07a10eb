import fc from 'fast-check';
import { ACTS, type ActName, type CaseCommand, type CaseState } from '../../../domain/case';
import type { Instant } from '../../../domain/catalogue';
import { courtWindow } from '../../../domain/court';
import { availableActs } from '../../../domain/decide';
import type { Actor } from '../../../domain/people';
import { isCompetent } from '../../../domain/permission';
import { procedureOf } from '../../../domain/procedures/procedures';
import { addDays, startOf } from '../../../domain/time/lawDate';
import { nextWake } from '../../../domain/wake';
import { later } from './aCase';
import { alternatives } from './alternatives';
import { inputsFor, OTHER_TOWN } from './inputs';
import * as people from './people';
import { detoursFrom } from './detours';
import { PLACES } from './places';
import { STARTS } from './starts';
import { nextOnRoad, straightOn, type OnRoad } from './road';

/** A random walk through a case: who does what, when and with which input, lawful or not. */

export interface Choice {
  /**
   * Anybody does anything; somebody competent does what may be too early; somebody does what is open to them; or the
   * next act on the road to the archive, or one beside it. `focus`: the one act that a walk is about, by somebody competent.
   */
  readonly kind: 'wild' | 'hasty' | 'open' | 'onward' | 'beside' | 'focus';
  readonly pick: number;
  /** Even: the lawful input. Odd: each part of it may be another one. */
  readonly vary: number;
  readonly wait: number;
}

const word = fc.nat({ max: 2 ** 30 });

export const choicesOf = (kinds: readonly Choice['kind'][]) =>
  fc.array(fc.record({ kind: fc.constantFrom(...kinds), pick: word, vary: word, wait: word }), {
    minLength: 8,
    maxLength: 45,
    size: 'max',
  });
export const choices = choicesOf(['onward', 'onward', 'beside', 'beside', 'open', 'hasty', 'wild']);
export const focused = choicesOf(['onward', 'onward', 'beside', 'beside', 'open', 'focus', 'focus']);

export const starts = fc.constantFrom(...STARTS);
export const places = fc.constantFrom(...PLACES);

export function peopleAround(state: CaseState): readonly Actor[] {
  const towns = [...new Set([state.town, OTHER_TOWN, ...state.cooperation.map(({ town }) => town)])];
  return [
    people.handler(state),
    people.decider(state),
    ...towns.flatMap((town) => [people.officer(town), people.officer(town, 3), people.office(town)]),
    people.expired(people.officer(state.town)),
    people.assistant(state.town),
    people.bureauOfficer(),
    people.bureauOfficer(2),
    people.bureauOfficer(7),
    people.leader,
    ...(state.hearing.notice === null ? [] : [{ ...people.bureauOfficer(), id: state.hearing.notice.chair }]),
    people.leaderNo(2),
    people.reviewer(1),
    people.reviewer(2),
    people.reviewer(4),
    { ...people.reviewer(3), qualified: false },
    people.supervisor,
    people.dispatcher,
    people.admin,
    people.system,
  ];
}

const BY_SYSTEM: readonly ActName[] = ['lapse_deadline', 'archive_case', 'join_report'];

interface Deed {
  readonly act: ActName;
  readonly actor: Actor;
}

/** What people may do now; the system too, which nobody shows a list. */
function openTo(state: CaseState, at: Instant, pick: number): readonly Deed[] {
  // One person at a time: asking for everybody's list at every step is most of a walk's time.
  const actor = nth(peopleAround(state), pick >> 4);
  const acts = actor.role === 'system' ? BY_SYSTEM : availableActs(state, actor, at).map(({ act }) => act);
  return acts.map((act) => ({ act, actor }));
}

function tooEarly(state: CaseState, acts: readonly ActName[]): readonly Deed[] {
  const table = procedureOf(state).acts;
  return acts.flatMap((act) => {
    const rule = table[act];
    if (rule === undefined || !rule.at.includes(state.stage)) return [];
    return peopleAround(state)
      .filter((actor) => isCompetent(state, actor, rule))
      .map((actor) => ({ act, actor }));
  });
}

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const WAITS_MS = [0, 60_000, 60_000, HOUR, DAY, 6 * DAY, 30 * DAY, 200 * DAY];

/** The instants at which something becomes possible, or stops being so. */
function pointsOf(state: CaseState): readonly Instant[] {
  const notice = state.notices.at(-1);
  const window = state.service === null ? null : courtWindow(state);
  const payBy = state.deferredUntil ?? state.service?.payBy;
  const after = (day: string | null | undefined) => (day == null ? [] : [startOf(addDays(day, 1))]);
  return [
    nextWake(state),
    notice?.statementUntil,
    notice?.hearingUntil,
    state.demand?.waitUntil,
    state.hearing.notice?.heldAt,
    ...after(payBy),
    ...after(window?.remediesUntil),
    ...after(window?.until),
    ...(state.announcedOn === null ? [] : [startOf(addDays(state.announcedOn, 32))]),
    ...Object.values(state.clocks).map(({ dueAt }) => dueAt),
  ].filter((point): point is Instant => point != null && point > state.updatedAt);
}

function timeOf(state: CaseState, wait: number): Instant {
  const points = pointsOf(state);
  if (wait % 3 === 0 && points.length > 0) {
    const point = nth(points, wait >> 5);
    const at = (wait >> 4) % 2 === 0 ? point : later(point, -1);
    return at > state.updatedAt ? at : state.updatedAt;
  }
  return later(state.updatedAt, WAITS_MS[(wait >> 5) % WAITS_MS.length] ?? 0);
}

export function chosen(state: CaseState, choice: Choice, focus: ActName | null = null): CaseCommand {
  const { kind, pick, vary, wait } = choice;
  const next = onItsWay(state, choice);
  const soon = later(state.updatedAt, 60_000);
  const at = next !== null ? (next.from != null && next.from > soon ? next.from : soon) : timeOf(state, wait);
  const { act, actor } = next === null ? whoAndWhat(state, kind, pick, at, focus) : { act: next.act, actor: next.by };
  const lawful: object = { ...(inputsFor(state, at)[act] as object), ...next?.input };
  // People on the road do as they should, and now and then as they shouldn't.
  const asShould = next !== null ? vary % 4 !== 1 : vary % 2 === 0;
  const input = asShould ? lawful : varied(lawful, act, state, at, vary >> 2);
  return { id: `c-${state.seq}`, fingerprint: '', actor, at, ifSeq: null, act, input } as CaseCommand;
}

function onItsWay(state: CaseState, { kind, pick }: Choice): OnRoad | null {
  switch (kind) {
    case 'onward':
      return pick % 2 === 0 ? nextOnRoad(state) : straightOn(state);
    case 'beside':
      return beside(state, pick);
    case 'wild':
    case 'hasty':
    case 'open':
    case 'focus':
      return null;
  }
}

function beside(state: CaseState, pick: number): OnRoad | null {
  const detours = detoursFrom(state);
  return detours.length === 0 ? null : nth(detours, pick);
}

function whoAndWhat(state: CaseState, kind: Choice['kind'], pick: number, at: Instant, focus: ActName | null): Deed {
  const list =
    kind === 'open'
      ? openTo(state, at, pick)
      : kind === 'hasty'
        ? tooEarly(state, ACTS)
        : kind === 'focus' && focus !== null
          ? tooEarly(state, [focus])
          : [];
  // Half of the time whoever would do it anyway, so that what is wrong is what was put in.
  const index = kind === 'focus' ? (pick % 2 === 0 ? 0 : pick >> 1) : pick;
  return list.length > 0
    ? nth(list, index)
    : { act: nth(ACTS, pick), actor: nth(peopleAround(state), Math.floor(pick / ACTS.length)) };
}

function varied(lawful: object, act: ActName, state: CaseState, at: Instant, vary: number): object {
  const others = alternatives(act, state, at);
  const open = Object.keys(lawful).filter((key) => (others[key] ?? []).length > 0);
  // Mostly one thing alone: of several at once another guard refuses the next, and one that is missing isn't missed.
  const only = vary % 4 === 0 || open.length === 0 ? null : nth(open, vary >>> 3);
  // Another sum is collected later, so that the sum alone may be what is wrong.
  const fitting = only === 'penalty' && 'collection' in lawful ? { ...lawful, collection: null } : lawful;
  return Object.fromEntries(
    Object.entries(fitting).map(([key, value], index) => {
      const other = others[key] ?? [];
      const options = (
        only === null ? [value, value, value, ...other] : key === only ? other : [value]
      ) as readonly unknown[];
      return [key, nth(options, Math.imul(vary + index + 1, 0x9e3779b1) >>> 12)];
    }),
  );
}

function nth<T>(list: readonly T[], n: number): T {
  const found = list[Math.abs(n) % list.length];
  if (found === undefined) throw new Error('an empty list');
  return found;
}
