import fc from 'fast-check';
import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CatalogueError, loadCatalogue } from '../../config/catalogue';
import type { CaseState, EventOf, RecordedEvent } from '../../domain/case';
import { RUNG_TO } from '../../domain/catalogue';
import { decide } from '../../domain/decide';
import { addressee, duties } from '../../domain/duties';
import { ladderOf } from '../../domain/ladder';
import { kindOf, openDuties } from '../../domain/openDuties';
import { lawInForce } from '../../domain/openCase';
import { BUREAU } from '../../domain/people';
import { number } from '../../domain/record';
import { endOf } from '../../domain/time/lawDate';
import { nextWake } from '../../domain/wake';
import {
  catalogue,
  command,
  justBefore,
  later,
  open,
  OPENED_AT,
  perform,
  refusalOf,
  shanghai,
  step,
  STREET,
  YANGMA,
} from './support/aCase';
import { decider, handler, leader, office, officer, reviewer, system } from './support/people';
import { knobs } from './support/random';
import { reach } from './support/road';
import { takenBecauseOf } from './support/takenAt';
import { choices, chosen, starts } from './support/walk';

const rungs = (recorded: readonly RecordedEvent[]): readonly EventOf<'rung_reached'>[] =>
  recorded.flatMap(({ event }) => (event.type === 'rung_reached' ? [event] : []));
const lapsed = (state: CaseState, at: string) => step(state, 'lapse_deadline', system, {}, at);
const numbers = (state: CaseState, at: string) => rungs(lapsed(state, at).recorded).map(({ rung }) => rung);
const lapse = (state: CaseState, at: string) => refusalOf(state, 'lapse_deadline', system, {}, at);

/** Verified from Monday the 14th at 09:01: yellow on the 15th at noon, due at the end of the 16th. */
const verifying = reach('town_bureau_review', 'verify');
const { yellowAt, dueAt } = verifying.clocks['verify'] ?? { yellowAt: null, dueAt: '' };
const YELLOW = yellowAt ?? '';

describe('the ladder of a duty that nobody does', () => {
  it('given yellow, then the owner is told at it, its leader four working hours later, and nobody a tick earlier', () => {
    expect(lapse(verifying, justBefore(YELLOW))).toBe('nothing_due');
    const { state, recorded } = lapsed(verifying, YELLOW);
    expect(rungs(recorded)).toEqual([
      {
        type: 'rung_reached',
        clockId: 'verify',
        rung: 1,
        from: 'yellow',
        to: 'owner',
        consequence: 'notice',
        since: YELLOW,
        dueAt,
      },
    ]);
    const next = nextWake(state) ?? '';
    expect(next > YELLOW && next < dueAt).toBe(true);
    expect(lapse(state, justBefore(next))).toBe('nothing_due');
    expect(numbers(state, next)).toEqual([2]);
  });

  it('given red, then the town’s office and the department are told at it; a working day later the supervisors, a tick earlier not', () => {
    const yellow = perform(verifying, 'lapse_deadline', system, {}, justBefore(dueAt));
    expect(lapse(yellow, justBefore(dueAt))).toBe('nothing_due');
    expect(numbers(yellow, dueAt)).toEqual([3, 4]);
    const red = perform(yellow, 'lapse_deadline', system, {}, dueAt);
    expect(lapse(red, justBefore(endOf('2026-09-17')))).toBe('nothing_due');
    expect(numbers(red, endOf('2026-09-17'))).toEqual([5]);
  });

  it('given its last rung, then the bureau takes the case, once; the event says from when on and why', () => {
    const taken = takenBecauseOf(verifying);
    const { state, recorded } = lapsed(verifying, taken);
    expect(recorded.map(({ event }) => event.type).slice(-4)).toEqual([
      'rung_reached',
      'elevated',
      'stage_entered',
      'cooperation_requested',
    ]);
    expect(rungs(recorded).at(-1)).toMatchObject({ rung: 6, to: 'bureau', consequence: 'escalate', since: taken });
    expect(recorded.find(({ event }) => event.type === 'elevated')?.event).toMatchObject({
      cause: 'light',
      reason: expect.stringMatching(/2个工作日.*第 6 级/) as string,
    });
    expect(state.owner).toBe(BUREAU);
  });

  it('given a case that a leader sent down again, then the light that took it doesn’t take it at once, and a new red may', () => {
    const taken = perform(verifying, 'lapse_deadline', system, {}, takenBecauseOf(verifying));
    const down = perform(taken, 'send_down', leader, { reason: '镇街已有力量' });
    expect(down).toMatchObject({ grade: 'town_bureau_review', owner: YANGMA });
    expect(lapse(down, later(down.updatedAt, 1))).toBe('nothing_due');
    const again = takenBecauseOf(down);
    expect(again > taken.updatedAt).toBe(true);
    expect(perform(down, 'lapse_deadline', system, {}, again).owner).toBe(BUREAU);
  });

  it('given a timer that comes after everything, then red is told and not the warning that nobody could follow any more', () => {
    expect(numbers(verifying, later(dueAt, 1))).toEqual([3, 4]);
  });

  it('given a period that is extended past its yellow, then people are warned anew; given one that goes on, nobody is told twice', () => {
    const yellow = perform(verifying, 'lapse_deadline', system, {}, YELLOW);
    const extended = perform(yellow, 'extend_period', decider(yellow), { clockId: 'verify', number: 10 });
    expect(extended.clocks['verify']).toMatchObject({ light: 'green', reached: [] });
    expect(numbers(extended, extended.clocks['verify']?.yellowAt ?? '')).toEqual([1]);
    const suspended = perform(yellow, 'suspend_case', decider(yellow));
    const resumed = perform(suspended, 'resume_case', decider(suspended));
    expect(resumed.clocks['verify']?.reached).toEqual(yellow.clocks['verify']?.reached);
  });

  it('given a paused duty, then it climbs nothing however late it gets', () => {
    const suspended = perform(verifying, 'suspend_case', decider(verifying));
    expect(lapse(suspended, later(dueAt, 90 * 86_400_000))).toBe('nothing_due');
  });

  it('given a stage in which the bureau takes no case, then the last rung waits for nothing', () => {
    const closing = reach('town_bureau_review', 'close');
    const ladder = closing.law.ladder.map((rung) => (rung.number === 6 ? { ...rung, duty: 'close' } : rung));
    const lawful = { ...closing, law: { ...closing.law, ladder } };
    const late = later(lawful.updatedAt, 400 * 86_400_000);
    const red = perform(lawful, 'lapse_deadline', system, {}, late);
    expect(red.owner).toBe(YANGMA);
    expect(nextWake(red)).toBeNull();
  });

  it('given a work order without anybody on it, then it is told of and taken all the same', () => {
    const waiting = open('town');
    expect(waiting.assignees).toEqual([]);
    expect(numbers(waiting, takenBecauseOf(waiting))).toEqual([3, 4, 5, 6]);
  });

  it('given any walk in which time passes, then no rung is reached early, and none twice for one due date', () => {
    const { seed, runs } = knobs('ladder', 300);
    let seen = 0;
    fc.assert(
      fc.property(starts, choices, (start, walk) => {
        let state = open(start.grade, start);
        const told = new Set<string>();
        for (const choice of walk) {
          const asked = chosen(state, choice);
          const before = state;
          for (const now of [asked, command(state, 'lapse_deadline', system, {}, asked.at)]) {
            const decision = decide(state, now);
            if (!decision.ok) continue;
            const next = number(state, now, decision.events);
            for (const event of rungs(next.recorded)) {
              const clock = state.clocks[event.clockId];
              const key = [event.clockId, clock?.startedAt, event.dueAt, clock?.extensions.length, event.rung].join(
                ' ',
              );
              expect(told.has(key), key).toBe(false);
              expect(event.since <= now.at && now.at >= (event.from === 'red' ? event.dueAt : '')).toBe(true);
              told.add(key);
              seen += 1;
            }
            state = next.state;
          }
          expect(state.seq >= before.seq).toBe(true);
        }
      }),
      { seed, numRuns: runs },
    );
    expect(seen).toBeGreaterThan(runs);
  }, 120_000);
});

describe('whom a rung speaks to', () => {
  const to = (state: CaseState, id: string, whom: (typeof RUNG_TO)[number]) => {
    const clock = state.clocks[id];
    if (clock === undefined) throw new Error(`no clock ${id}`);
    return addressee(state, clock, whom);
  };

  it('given a town’s duty, then its officer, its office, the department, the supervisors', () => {
    expect(RUNG_TO.map((whom) => to(verifying, 'verify', whom))).toEqual([
      { org: YANGMA, role: null, person: officer(YANGMA).id },
      { org: YANGMA, role: 'town_office', person: null },
      { org: YANGMA, role: 'town_office', person: null },
      { org: BUREAU, role: 'bureau_officer', person: null },
      { org: BUREAU, role: 'supervisor', person: null },
    ]);
  });

  it('given a review, then the bureau’s leaders and no town’s office: it isn’t the town that is late', () => {
    const review = reach('town_bureau_review', 'review');
    expect(to(review, 'review', 'owner')).toEqual({ org: BUREAU, role: null, person: null });
    expect(to(review, 'review', 'town_office')).toEqual({ org: BUREAU, role: 'leader', person: null });
  });

  it('given a returned order, then the dispatchers', () => {
    const returned = perform(open('town'), 'return_dispatch', office(STREET));
    expect(to(returned, 'dispatch', 'owner_leader')).toEqual({
      org: 'dispatch_centre',
      role: 'dispatcher',
      person: null,
    });
  });

  it('given a rung, then one notice to one addressee, naming the case, the duty and nobody’s data; given the last, the elevation tells', () => {
    const { state, recorded } = lapsed(verifying, takenBecauseOf(verifying));
    const told = recorded
      .filter(({ event }) => event.type === 'rung_reached')
      .map((one) => duties({ ...verifying, seq: one.seq }, one));
    expect(told.map((each) => each.length)).toEqual([1, 1, 1, 0]);
    expect(told[0]?.[0]).toMatchObject({
      topic: 'overdue_alert',
      org: YANGMA,
      cause: `verify/red/${dueAt}`,
      text: expect.stringContaining(state.caseId) as string,
    });
  });
});

describe('the duties of a case', () => {
  it('given each stage, then its duty has its kind, its organisation and, once somebody leads, their name', () => {
    const first = (state: CaseState) => openDuties(state).find(({ id }) => id === state.stage);
    expect(first(open('town'))).toMatchObject({ kind: 'accept', org: STREET, person: null, paused: false });
    expect(first(verifying)).toMatchObject({
      kind: 'check',
      org: YANGMA,
      person: officer(YANGMA).id,
      yellowAt: YELLOW,
    });
    expect(first(reach('town_bureau_review', 'review'))).toMatchObject({ kind: 'review', org: BUREAU, person: null });
    expect(first(reach('bureau', 'decision'))).toMatchObject({ kind: 'decide', org: BUREAU });
    expect(first(reach('town_bureau_review', 'service'))?.kind).toBe('serve');
    expect(first(reach('town_bureau_review', 'performance'))?.kind).toBe('collect');
  });

  it('given a file that the reviewer sent back, then the investigation is a supplement', () => {
    const review = reach('town_bureau_review', 'review');
    const back = perform(review, 'return_review', reviewer());
    expect(openDuties(back).find(({ id }) => id === 'investigation')?.kind).toBe('supplement');
    expect(openDuties(back).find(({ id }) => id === 'review')?.paused).toBe(true);
  });

  it('given an order for help, then it is the other town’s to answer and not the lead’s', () => {
    const task = openDuties(open('bureau')).find(({ id }) => id === 'C1');
    expect(task).toMatchObject({ kind: 'answer_cooperation', org: open('bureau').town, person: null });
  });

  it('given a period of which nobody has said what duty it is, then that is an error and no default', () => {
    expect(() => kindOf(verifying, { period: 'trial' })).toThrow('trial');
  });

  it('given any walk, then every clock is a duty with an owner', () => {
    const { seed, runs } = knobs('duties', 200);
    fc.assert(
      fc.property(starts, choices, (start, walk) => {
        let state = open(start.grade, start);
        for (const choice of walk) {
          const asked = chosen(state, choice);
          const decision = decide(state, asked);
          if (decision.ok) state = number(state, asked, decision.events).state;
          const owed = openDuties(state);
          expect(owed.map(({ id }) => id).sort()).toEqual(Object.keys(state.clocks).sort());
          expect(owed.every(({ org, dueAt: due }) => org !== '' && due !== '')).toBe(true);
        }
      }),
      { seed, numRuns: runs },
    );
  }, 60_000);
});

const SHIPPED = join(import.meta.dirname, '../../config/catalogue');

function withFile(file: string, change: (text: string) => string): string {
  const dir = mkdtempSync(join(tmpdir(), 'ladder-'));
  cpSync(SHIPPED, dir, { recursive: true });
  writeFileSync(join(dir, file), change(readFileSync(join(dir, file), 'utf8')));
  return dir;
}

const row = (line: string) => (text: string) => `${text}${line}\n`;

describe('the ladder and the warning points as data', () => {
  it('given rows of one rung, then the one that names duty and field stands before the one that names less', () => {
    const dir = withFile('ladder.csv', row('5,verify,water,red,3,working_day,bureau,notice,2026-01-01,no,'));
    const loaded = loadCatalogue(dir);
    const of = (field: 'water' | 'land', period: string) =>
      ladderOf(lawInForce(loaded, OPENED_AT, field), period).find(({ number: n }) => n === 5)?.after.number;
    expect([of('water', 'verify'), of('land', 'verify'), of('water', 'accept')]).toEqual([3, 1, 1]);
    expect(ladderOf(catalogue, 'verify').map(({ number: n }) => n)).toEqual([1, 2, 3, 4, 5, 6]);
  });

  it('given a warning point of a field, then its cases have it, others the period’s own, and earlier ones none of it', () => {
    const dir = withFile('warnings.csv', row('verify,water,share,30,percent,2026-02-01,no,'));
    const loaded = loadCatalogue(dir);
    const point = (field: 'water' | 'land', at: string) => lawInForce(loaded, at, field).periods['verify']?.yellow;
    expect(point('water', OPENED_AT)).toEqual({ kind: 'share', percent: 30 });
    expect(point('land', OPENED_AT)).toEqual({ kind: 'share', percent: 50 });
    expect(point('water', shanghai('2026-01-31 10:00'))).toEqual({ kind: 'share', percent: 50 });
  });

  it.each([
    ['ladder.csv', '7,nothing,,red,1,working_day,bureau,notice,2026-01-01,no,', 'duty'],
    ['ladder.csv', '7,*,,red,1,working_day,mayor,notice,2026-01-01,no,', 'to'],
    ['ladder.csv', '7,*,,green,1,working_day,bureau,notice,2026-01-01,no,', 'from'],
    ['ladder.csv', '7,*,,red,,working_day,bureau,notice,2026-01-01,no,', 'after_number'],
    ['ladder.csv', '7,*,,red,1,week,bureau,notice,2026-01-01,no,', 'after_unit'],
    ['ladder.csv', '0,*,,red,1,working_day,bureau,notice,2026-01-01,no,', 'rung'],
    ['ladder.csv', '1,*,,red,1,working_day,bureau,notice,2026-01-01,no,', 'rung'],
    ['ladder.csv', '7,*,,red,1,working_day,bureau,escalate,2026-01-01,no,', 'duty'],
    ['ladder.csv', '7,close,,red,1,working_day,bureau,escalate,2026-01-01,no,', 'duty'],
    ['ladder.csv', '7,verify,,yellow,1,working_day,bureau,escalate,2026-01-01,no,', 'consequence'],
    ['ladder.csv', '7,verify,,red,0,working_day,bureau,escalate,2026-01-01,no,', 'after_number'],
    ['ladder.csv', '7,verify,,red,3,working_day,bureau,notice,2026-01-01,no,', 'rung'],
    ['ladder.csv', '7,trial,,yellow,1,working_day,owner,notice,2026-01-01,no,', 'from'],
    ['warnings.csv', 'nothing,water,share,30,percent,2026-02-01,no,', 'period'],
    ['warnings.csv', 'trial,water,share,30,percent,2026-02-01,no,', 'period'],
    ['warnings.csv', 'verify,fire,share,30,percent,2026-02-01,no,', 'domain'],
    ['warnings.csv', 'verify,water,share,100,percent,2026-02-01,no,', 'yellow_number'],
    ['warnings.csv', 'verify,water,remaining,2,working_day,2026-02-01,no,', 'yellow_number'],
    ['warnings.csv', 'verify,water,share,30,percent,2026-02-30,no,', 'in_force_from'],
  ])('given %s with %s, then the start stops and names the column %s', (file, line, column) => {
    const found = (() => {
      try {
        loadCatalogue(withFile(file, row(line)));
        return [];
      } catch (error) {
        if (!(error instanceof CatalogueError)) throw error;
        return error.problems;
      }
    })();
    expect(found).toContainEqual(expect.objectContaining({ file, column }));
  });
});

it('given other officers on it, then the duty is theirs and its ladder stands where it stood', () => {
  const yellow = perform(verifying, 'lapse_deadline', system, {}, YELLOW);
  const assigned = perform(yellow, 'assign', decider(yellow), { officers: [officer(YANGMA, 4)] });
  expect(openDuties(assigned).find(({ id }) => id === 'verify')?.person).toBe(officer(YANGMA, 4).id);
  expect(assigned.clocks).toEqual(yellow.clocks);
  expect(handler(assigned).id).not.toBe('');
});
