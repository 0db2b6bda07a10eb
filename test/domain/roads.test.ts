import { describe, expect, it } from 'vitest';
import type { ActInputs, ActName, CaseState, RecordedEvent, Stage } from '../../domain/case';
import type { Grade } from '../../domain/catalogue';
import { decide } from '../../domain/decide';
import { fold } from '../../domain/evolve';
import { BUREAU, type Actor } from '../../domain/people';
import { NO_PENALTY } from '../../domain/penalty';
import { number } from '../../domain/record';
import { command, later, opening, refusalOf, shanghai, step, STREET, YANGMA, type Opened } from './support/aCase';
import { OTHER_TOWN, WARNING } from './support/inputs';
import { breakNamed } from './support/mutant';
import { holdsAfter } from './support/invariants';
import { bureauOfficer, dispatcher, leader, office, officer, reviewer, supervisor, system } from './support/people';
import { nextOnRoad } from './support/road';
import { takenBecauseOf } from './support/takenAt';

breakNamed();

/** A case with its file. After each step: the fold of the file is the state, and both survive being written down. */
class Walk {
  events: readonly RecordedEvent[];
  state: CaseState;
  readonly stages: Stage[];

  constructor(grade: Grade, opened: Opened = {}) {
    this.events = opening(grade, opened);
    this.state = fold(this.events);
    this.stages = [this.state.stage];
  }

  do<A extends ActName>(act: A, actor: Actor, input: Partial<ActInputs[A]> = {}, at?: string): this {
    const { command: asked, state, recorded } = step(this.state, act, actor, input, at);
    holdsAfter({ before: this.state, command: asked, after: state, recorded, log: this.events });
    this.events = [...this.events, ...recorded];
    this.state = state;
    if (this.stages.at(-1) !== state.stage) this.stages.push(state.stage);
    expect(fold(this.events)).toEqual(state);
    expect(fold(JSON.parse(JSON.stringify(this.events)) as RecordedEvent[])).toEqual(state);
    expect(JSON.parse(JSON.stringify(state))).toStrictEqual(state);
    return this;
  }

  toTheEnd(): this {
    for (let next = nextOnRoad(this.state); next !== null; next = nextOnRoad(this.state)) {
      const soon = later(this.state.updatedAt, 60_000);
      this.do(next.act, next.by, next.input, next.from != null && next.from > soon ? next.from : soon);
    }
    return this;
  }
}

describe('the road of each grade to the archive', () => {
  it('given a summary case, when the fine is collected on the spot, then the town closes it the same day', () => {
    const walk = new Walk('town', { at: shanghai('2026-09-24 16:00') })
      .do('accept', officer(STREET))
      .do('verify', officer(STREET))
      .do('decide_on_spot', officer(STREET))
      .do('report_for_record', officer(STREET))
      .do('hand_in_fine', officer(STREET))
      .do('bank_fine', office(STREET))
      .do('close_case', office(STREET))
      .do('archive_case', system);
    expect(walk.stages).toEqual(['accept', 'verify', 'file', 'close', 'archive', 'archived']);
    expect(walk.state).toMatchObject({ grade: 'town', owner: STREET, outcome: 'penalty', clocks: {} });
    expect(walk.state.payments).toEqual([{ amount: 100, paidOn: '2026-09-24' }]);
    expect(walk.state.service).toEqual({ method: 'on_spot', servedOn: '2026-09-24', payBy: '2026-10-09' });
  });

  it('given a summary fine that is not collected on the spot, then it is paid before the case is closed', () => {
    const walk = new Walk('town')
      .do('accept', officer(STREET))
      .do('verify', officer(STREET))
      .do('decide_on_spot', officer(STREET), { collection: null });
    expect(walk.state.stage).toBe('performance');
    expect(refusalOf(walk.state, 'close_case', office(STREET))).toBe('act_not_open');
    expect(walk.toTheEnd().state).toMatchObject({ payments: [{ amount: 100 }], stage: 'archived' });
  });

  it('given an ordinary case of a town, when the bureau passes it, then the town decides, serves, is paid and closes', () => {
    const walk = new Walk('town_bureau_review').toTheEnd();
    expect(walk.stages).toEqual([
      'accept',
      'verify',
      'file',
      'investigation',
      'review',
      'notice',
      'decision',
      'service',
      'performance',
      'close',
      'archive',
      'archived',
    ]);
    expect(walk.state).toMatchObject({
      owner: YANGMA,
      outcome: 'penalty',
      payments: [{ amount: 20_000 }],
      elevatedAt: null,
    });
    const closer = walk.events.find(({ event }) => event.type === 'case_closed')?.actor;
    expect(closer).toMatchObject({ role: 'town_office', org: YANGMA });
  });

  it('given a case of the bureau, when the town has cooperated, then the leader decides and closes', () => {
    const walk = new Walk('bureau').toTheEnd();
    expect(walk.state).toMatchObject({ owner: BUREAU, outcome: 'penalty', stage: 'archived' });
    expect(walk.events.find(({ event }) => event.type === 'case_closed')?.actor.role).toBe('leader');
    expect(walk.state.cooperation).toMatchObject([{ answer: '已协助完成' }]);
  });

  it('given a fine of nothing but a warning, then nothing has to be paid', () => {
    const walk = new Walk('town_bureau_review')
      .do('accept', officer(YANGMA))
      .do('verify', officer(YANGMA))
      .do('file_case', office(YANGMA))
      .do('collect_evidence', officer(YANGMA))
      .do('end_investigation', officer(YANGMA), { proposal: WARNING })
      .toTheEnd();
    expect(walk.stages).not.toContain('performance');
  });
});

describe('a work order that is returned', () => {
  it('given a return, when it is redispatched, then the other town has it, with a work order of its own', () => {
    const walk = new Walk('town').do('return_dispatch', office(STREET));
    expect(walk.state).toMatchObject({ stage: 'dispatch', owner: 'dispatch_centre', returns: 1 });
    walk.do('redispatch', dispatcher, { town: OTHER_TOWN });
    expect(walk.state).toMatchObject({ stage: 'accept', owner: OTHER_TOWN, town: OTHER_TOWN, insisted: false });
    expect(walk.state.clocks['accept']).toMatchObject({ owner: OTHER_TOWN, startedAt: walk.state.updatedAt });
    expect(refusalOf(walk.state, 'accept', officer(STREET))).toBe('not_competent');
    expect(walk.toTheEnd().state.town).toBe(OTHER_TOWN);
  });

  it('given a return, when the centre insists, then the same town must take it', () => {
    const walk = new Walk('town').do('return_dispatch', office(STREET)).do('insist_dispatch', dispatcher);
    expect(walk.state).toMatchObject({ stage: 'accept', owner: STREET, insisted: true });
    expect(refusalOf(walk.state, 'return_dispatch', office(STREET))).toBe('dispatch_insisted');
    walk.toTheEnd();
  });
});

describe('a case that ends without a penalty', () => {
  it('given an order that was put right, when it is checked, then the case is closed on that ground', () => {
    const walk = new Walk('town')
      .do('accept', officer(STREET))
      .do('verify', officer(STREET))
      .do('order_rectification', officer(STREET))
      .do('check_rectification', officer(STREET))
      .do('close_without_penalty', office(STREET), { reason: 'put_right' });
    expect(walk.state).toMatchObject({ stage: 'archive', outcome: 'no_penalty', decision: null });
    expect(Object.keys(walk.state.clocks)).toEqual(['archive']);
    walk.toTheEnd();
  });

  it('given nothing found on the scene, then the case is closed as not established', () => {
    const walk = new Walk('town').do('accept', officer(STREET)).do('verify', officer(STREET), { violation: false });
    expect(walk.toTheEnd().state.outcome).toBe('not_established');
  });

  it('given a defence that is right, when it has been heard, then the case is closed without the decision that was noticed', () => {
    const walk = new Walk('town_bureau_review');
    while (walk.state.stage !== 'decision') walk.do(...nextStep(walk.state));
    walk
      .do('record_statement', officer(YANGMA), { raised: true, summary: '申辩成立' })
      .do('close_without_penalty', office(YANGMA));
    expect(walk.state).toMatchObject({ stage: 'archive', outcome: 'not_established', decision: null });
    expect(Object.keys(walk.state.clocks)).toEqual(['archive']);
    walk.toTheEnd();
  });

  it('given an item whose article is not verified and nothing proposed, when the investigation ends, then there is still a way out', () => {
    const walk = new Walk('town', { item: 'CG-015', procedure: 'ordinary' })
      .do('accept', officer(STREET))
      .do('verify', officer(STREET))
      .do('file_case', office(STREET))
      .do('collect_evidence', officer(STREET))
      .do('end_investigation', officer(STREET), { proposal: NO_PENALTY });
    expect(refusalOf(walk.state, 'give_notice', officer(STREET), { penalty: WARNING })).toBe('fine_unknown');
    expect(walk.toTheEnd().state.outcome).toBe('not_established');
  });
});

function nextStep(state: CaseState): [ActName, Actor] {
  const next = nextOnRoad(state);
  if (next === null) throw new Error('archived');
  return [next.act, next.by];
}

describe('the legal review', () => {
  function underReview(): Walk {
    const walk = new Walk('town_bureau_review');
    while (walk.state.stage !== 'review') walk.do(...nextStep(walk.state));
    return walk;
  }

  it('given a review that returns the case once, when more evidence comes, then it passes and both opinions are on file', () => {
    const walk = underReview().do('return_review', reviewer());
    expect(walk.state).toMatchObject({ stage: 'investigation', owner: YANGMA });
    walk
      .do('collect_evidence', officer(YANGMA))
      .do('end_investigation', officer(YANGMA))
      .do('pass_review', reviewer(2));
    expect(walk.state.reviews.map(({ verdict, reviewer: by }) => [verdict, by])).toEqual([
      ['return', 'reviewer-1'],
      ['pass', 'reviewer-2'],
    ]);
    expect(walk.toTheEnd().state.evidence.map(({ id }) => id)).toEqual(['E1', 'E2']);
  });

  it('given a review that disagrees, then no notice is open, and the town mends the proposal or closes without penalty', () => {
    const walk = underReview().do('disagree_review', reviewer());
    expect(refusalOf(walk.state, 'give_notice', officer(YANGMA))).toBe('act_not_open');
    expect(refusalOf(walk.state, 'close_without_penalty', office(YANGMA))).toBeNull();
    walk.do('end_investigation', officer(YANGMA), { proposal: WARNING }).toTheEnd();
    expect(walk.state.decision?.penalty).toEqual(WARNING);
  });
});

describe('from summary to ordinary', () => {
  it('given a fine above the limit, when the town switches, then the bureau reviews it and nothing is decided on the spot', () => {
    const walk = new Walk('town')
      .do('accept', officer(STREET))
      .do('verify', officer(STREET))
      .do('switch_to_ordinary', officer(STREET));
    expect(walk.state).toMatchObject({
      procedure: { id: 'ordinary', version: '2026-01' },
      grade: 'town_bureau_review',
      stage: 'file',
    });
    expect(refusalOf(walk.state, 'decide_on_spot', officer(STREET))).toBe('act_not_open');
    expect(walk.toTheEnd().stages).toContain('review');
  });
});

describe('elevation', () => {
  it.each([leader, supervisor])(
    'given $role, when they take the case while the town’s officer presses submit, then one wins and the other is told why',
    (by) => {
      const walk = new Walk('town_bureau_review');
      while (walk.state.evidence.length === 0) walk.do(...nextStep(walk.state));
      const pressed = command(walk.state, 'end_investigation', officer(YANGMA));

      const townFirst = decide(walk.state, pressed);
      if (!townFirst.ok) throw new Error('the town could have been first');
      const submitted = number(walk.state, pressed, townFirst.events).state;
      expect(refusalOf(submitted, 'elevate', by)).toBeNull();

      walk.do('elevate', by);
      const late = decide(walk.state, pressed);
      expect(late.ok ? null : late.refusal).toMatchObject({
        code: 'case_elevated',
        detail: '本案已提级由市综合执法局办理，您单位改为协办，不能“调查终结”。',
      });
      expect(walk.state).toMatchObject({
        stage: 'investigation',
        owner: BUREAU,
        grade: 'bureau',
        town: YANGMA,
        assignees: [],
      });
      expect(walk.state.evidence).toHaveLength(1);
      walk.toTheEnd();
      expect(walk.events.find(({ event }) => event.type === 'penalty_decided')?.actor.role).toBe('leader');
    },
  );

  it('given a light that stays red for the ladder’s length, when the timer wins, then the town’s officer is told why', () => {
    const walk = new Walk('town_bureau_review');
    while (walk.state.evidence.length === 0) walk.do(...nextStep(walk.state));
    const taken = takenBecauseOf(walk.state, 'investigation');
    const pressed = command(walk.state, 'end_investigation', officer(YANGMA), {}, taken);
    expect(decide(walk.state, pressed).ok).toBe(true);
    walk.do('lapse_deadline', system, {}, taken);
    const late = decide(walk.state, pressed);
    expect(late.ok ? null : late.refusal.code).toBe('case_elevated');
    expect(walk.events.find(({ event }) => event.type === 'elevated')?.event).toMatchObject({ cause: 'light' });
    walk.toTheEnd();
  });

  it('given a summary case, when the bureau takes it, then it goes on as ordinary, and who was deciding on the spot is told why', () => {
    const walk = new Walk('town').do('accept', officer(STREET)).do('verify', officer(STREET)).do('elevate', leader);
    expect(walk.state.procedure).toEqual({ id: 'ordinary', version: '2026-01' });
    expect(refusalOf(walk.state, 'decide_on_spot', officer(STREET))).toBe('case_elevated');
    expect(refusalOf(walk.state, 'decide_on_spot', bureauOfficer())).toBe('act_not_open');
    walk.toTheEnd();
  });

  it('given a returned work order, when the bureau takes it, then it is the bureau’s to accept', () => {
    const walk = new Walk('town_bureau_review').do('return_dispatch', office(YANGMA)).do('elevate', leader);
    expect(walk.state).toMatchObject({ stage: 'accept', owner: BUREAU });
    walk.toTheEnd();
  });

  it.each(['verify', 'file', 'investigation', 'review', 'notice', 'decision', 'service'] as const)(
    'given a case at %s, when the bureau takes it, then it goes on from there to the archive',
    (stage) => {
      const walk = new Walk('town_bureau_review');
      while (walk.state.stage !== stage) walk.do(...nextStep(walk.state));
      walk.do('elevate', leader);
      expect(walk.state).toMatchObject({ stage, owner: BUREAU });
      expect(walk.toTheEnd().state.outcome).toBe('penalty');
    },
  );
});
