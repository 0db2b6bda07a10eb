import { describe, expect, it } from 'vitest';
import { ACTS, STAGES, type ActName, type CaseState, type Stage } from '../../domain/case';
import { GRADES, type Grade } from '../../domain/catalogue';
import { availableActs, decide } from '../../domain/decide';
import { BUREAU, DISPATCH_CENTRE, ROLES, type Actor, type OrgId, type Role } from '../../domain/people';
import { periodOf } from '../../domain/law';
import { isCompetent, maySee } from '../../domain/permission';
import { startClock } from '../../domain/time/startClock';
import { ALL_PROCEDURES } from '../../domain/procedures/procedures';
import type { Procedure, Who } from '../../domain/procedures/procedure';
import { command, later, perform } from './support/aCase';
import { IN_FORCE, leader, officer, supervisor } from './support/people';
import { reach } from './support/road';

const COOPERATING = '510184105';
const ELSEWHERE = '510184106';

/** Each way a case can stand: by grade, and taken by the bureau from a town. */
const KINDS = [...GRADES, 'elevated'] as const;
type Kind = (typeof KINDS)[number];

/** A case of this kind at a stage of this procedure, with a task open at a cooperating town. */
function standing(procedure: Procedure, kind: Kind, stage: Stage): CaseState {
  const grade: Grade = kind === 'elevated' ? 'bureau' : kind;
  const before = DIRECT.includes(stage)
    ? reach(kind === 'elevated' ? 'town_bureau_review' : kind, stage)
    : ordinary(kind, stage);
  const owner = stage === 'dispatch' ? DISPATCH_CENTRE : grade === 'bureau' ? BUREAU : before.town;
  const urging = periodOf(before.law, 'urging');
  return {
    ...before,
    grade,
    owner,
    procedure: { id: procedure.id, version: procedure.version },
    elevatedAt: kind === 'elevated' ? before.updatedAt : null,
    cooperation: [{ id: 'C1', town: COOPERATING, requirement: '协助测量', answer: null, returns: 0, open: true }],
    // It is asked for an answer too, and was late with something: whoever an act is open to for that is the same town.
    urgings: [
      {
        ...{ id: 'U1', kind: 'urge', listed: false, by: 'supervisor-1', clockId: null, requirement: '请说明' },
        ...{ org: COOPERATING, period: urging, answer: null, answeredBy: null, returns: 0, open: true, checked: false },
      },
    ],
    overdue: [
      {
        ...{ id: 'O1', clockId: 'C1', name: '协办', org: COOPERATING, person: null, appeal: null },
        ...{ startedAt: before.openedAt, dueAt: before.updatedAt },
      },
    ],
    clocks: { ...before.clocks, U1: startClock('U1', urging, COOPERATING, before.updatedAt, before.law.calendar) },
  };
}

const DIRECT: readonly Stage[] = ['accept', 'verify', 'file'];

function ordinary(kind: Kind, stage: Stage): CaseState {
  return reach(kind === 'bureau' && stage !== 'dispatch' ? 'bureau' : 'town_bureau_review', stage);
}

/** The organisations that somebody may come from, named by what they are to the case. */
function orgsOf(state: CaseState): Readonly<Record<string, OrgId>> {
  return {
    owner: state.owner,
    'the town where it happened': state.town,
    'another town': ELSEWHERE,
    'a cooperating town': COOPERATING,
    'the bureau': BUREAU,
    'the dispatch centre': DISPATCH_CENTRE,
  };
}

/** Read from the table by hand: the second opinion on `isCompetent`. */
function tableSays(who: Who, grade: Grade, role: Role, org: OrgId, owner: OrgId): boolean {
  const ofIt = who.of === 'any' || (who.of === 'owner' ? org === owner : org === COOPERATING);
  return who.role === role && ofIt && (who.grades ?? GRADES).includes(grade);
}

const KNOWN_BEFORE = ['case_archived', 'act_not_open', 'not_competent', 'case_elevated'];

const tables = ALL_PROCEDURES.flatMap((procedure) =>
  KINDS.map((kind) => ({ name: `${procedure.id}@${procedure.version}`, procedure, kind })),
);

describe.each(tables)('competence under $name, case $kind', ({ procedure, kind }) => {
  const cases = STAGES.map((stage) => standing(procedure, kind, stage));

  it.each(ACTS)(
    'given %s, when anybody tries it at any stage, then only whoever the table names is competent',
    (act) => {
      const wrong: string[] = [];
      let competentOnes = 0;
      for (const state of cases) {
        const rule = procedure.acts[act];
        const open = state.stage !== 'archived' && rule !== undefined && rule.at.includes(state.stage);
        for (const role of ROLES) {
          for (const [from, org] of Object.entries(orgsOf(state))) {
            const actor: Actor = { id: 'somebody', role, org, certificateUntil: IN_FORCE, qualified: true };
            const competent = rule?.by.some((who) => tableSays(who, state.grade, role, org, state.owner)) ?? false;
            if (rule !== undefined && isCompetent(state, actor, rule) !== competent)
              wrong.push(`isCompetent ${state.stage} ${role} ${from}`);
            const decision = decide(state, command(state, act, actor));
            const code = decision.ok ? null : decision.refusal.code;
            const taken = kind === 'elevated' && state.owner === BUREAU && org === state.town;
            if (!decision.ok)
              expect(Object.keys(decision).sort(), 'a refusal brings no events').toEqual(['ok', 'refusal']);
            const expected =
              state.stage === 'archived'
                ? 'case_archived'
                : !open
                  ? taken && rule === undefined
                    ? 'case_elevated'
                    : 'act_not_open'
                  : competent
                    ? null
                    : taken
                      ? 'case_elevated'
                      : 'not_competent';
            const fits = expected === null ? code === null || !KNOWN_BEFORE.includes(code) : code === expected;
            if (!fits)
              wrong.push(`${state.stage} ${role} of ${from}: ${code ?? 'allowed'}, not ${expected ?? 'allowed'}`);
            if (expected === null) competentOnes += 1;
          }
        }
      }
      expect(wrong).toEqual([]);
      const grade: Grade = kind === 'elevated' ? 'bureau' : kind;
      const named = procedure.acts[act]?.by.some((who) => (who.grades ?? GRADES).includes(grade)) ?? false;
      expect(competentOnes > 0).toBe(named);
    },
  );

  it('given anybody at any stage, then the list of acts is exactly what decide does not refuse before the input is known', () => {
    const wrong: string[] = [];
    for (const state of cases) {
      for (const role of ROLES) {
        for (const org of Object.values(orgsOf(state))) {
          for (const certificateUntil of [IN_FORCE, null]) {
            const actor: Actor = { id: 'somebody', role, org, certificateUntil, qualified: true };
            const at = later(state.updatedAt, 60_000);
            const listed = availableActs(state, actor, at).map(({ act }) => act);
            const open =
              role === 'system' ? [] : ACTS.filter((act) => openBeforeInput(procedure, state, act, actor, at));
            if (listed.sort().join() !== open.sort().join())
              wrong.push(`${state.stage} ${role} ${org}: ${listed.join()} / ${open.join()}`);
            for (const act of listed) {
              const decision = decide(state, command(state, act, actor, {}, at));
              const rule = procedure.acts[act];
              const early = rule?.requires.some((guard) => guard(state, actor, at) !== null) ?? true;
              if (early || (!decision.ok && KNOWN_BEFORE.includes(decision.refusal.code)))
                wrong.push(`${state.stage}: ${act}`);
            }
          }
        }
      }
    }
    expect(wrong).toEqual([]);
  });
});

/** What decide answers when the input can't be the reason: its refusal is none, or one that only a check could give. */
function openBeforeInput(procedure: Procedure, state: CaseState, act: ActName, actor: Actor, at: string): boolean {
  const decision = decide(state, command(state, act, actor, {}, at));
  if (decision.ok) return true;
  const rule = procedure.acts[act];
  if (KNOWN_BEFORE.includes(decision.refusal.code) || rule === undefined) return false;
  const before = rule.requires.map((guard) => guard(state, actor, at)?.code).find((code) => code !== undefined);
  return before !== decision.refusal.code;
}

describe('what no table may ever say', () => {
  const rules = ALL_PROCEDURES.flatMap(({ id, acts }) =>
    (Object.keys(acts) as ActName[]).flatMap((act) => (acts[act]?.by ?? []).map((who) => ({ id, act, who }))),
  );
  const doers = (act: ActName) => new Set(rules.filter((rule) => rule.act === act).map(({ who }) => who.role));

  it('given a case of the bureau, then no town handles, decides, serves or closes it', () => {
    const towns: readonly Role[] = ['town_officer', 'town_office', 'town_assistant'];
    const reaching = rules.filter(({ who }) => towns.includes(who.role) && (who.grades ?? GRADES).includes('bureau'));
    const theirs = { answer_cooperation: 'cooperating_town', answer_urging: 'urged', appeal_overdue: 'late' };
    expect(Object.fromEntries(reaching.map(({ act, who }) => [act, who.of]))).toEqual(theirs);
  });

  it('given any act, then assistants do none, and administrators change the calendar’s and the periods’ data alone', () => {
    expect(rules.filter(({ who }) => who.role === 'town_assistant')).toEqual([]);
    expect(new Set(rules.filter(({ who }) => who.role === 'admin').map(({ act }) => act))).toEqual(
      new Set(['change_law']),
    );
    expect(doers('change_law')).toEqual(new Set(['admin']));
  });

  it('given a legal review, then reviewers alone do it, and they do nothing else but chair a hearing', () => {
    const acts = new Set(rules.filter(({ who }) => who.role === 'legal_reviewer').map(({ act }) => act));
    expect(acts.delete('record_hearing')).toBe(true);
    expect(acts).toEqual(
      new Set(['pass_review', 'return_review', 'disagree_review', 'correct_review', 'decline_review']),
    );
    for (const act of acts) expect(doers(act)).toEqual(new Set(['legal_reviewer']));
  });

  it('given the system, then it lapses deadlines, archives and joins reports, and nobody else lapses or archives', () => {
    const acts = rules.filter(({ who }) => who.role === 'system').map(({ act }) => act);
    expect(new Set(acts)).toEqual(new Set(['lapse_deadline', 'archive_case', 'join_report']));
    expect(doers('lapse_deadline')).toEqual(new Set(['system']));
    expect(doers('archive_case')).toEqual(new Set(['system']));
  });

  it('given a decision, then whoever investigates does not decide', () => {
    expect(doers('decide_penalty')).toEqual(new Set(['town_office', 'leader']));
    expect(doers('close_case')).toEqual(new Set(['town_office', 'leader']));
    expect(doers('end_investigation')).toEqual(new Set(['town_officer', 'bureau_officer']));
  });

  it('given an act, then it is in some table, each with somebody and a stage', () => {
    expect([...ACTS].filter((act) => rules.every((rule) => rule.act !== act))).toEqual([]);
    for (const { acts } of ALL_PROCEDURES)
      for (const rule of Object.values(acts)) expect(rule.at.length).toBeGreaterThan(0);
  });
});

describe('who may see a case', () => {
  const state = perform(reach('town_bureau_review', 'investigation'), 'elevate', leader);
  const seen = (actor: Actor) =>
    maySee(actor, { town: state.town, owner: state.owner, cooperatingTowns: [COOPERATING] });

  it('given the town where it happened or one that cooperates, then its people see it; another town’s do not', () => {
    expect(seen(officer(state.town))).toBe(true);
    expect(seen(officer(COOPERATING))).toBe(true);
    expect(seen(officer(ELSEWHERE))).toBe(false);
  });

  it('given a supervisor, then they see every case', () => {
    expect(seen(supervisor)).toBe(true);
  });
});
