import { GUARD_LABELS } from '../config/guardLabels';
import type { ActName, CaseState } from '../domain/case';
import type { Catalogue, Instant } from '../domain/catalogue';
import { ACT_LABELS, ROLE_LABELS } from '../domain/labels';
import { orgName } from '../domain/orgName';
import type { Actor } from '../domain/people';
import type { Who } from '../domain/procedures/procedure';
import { procedureOf } from '../domain/procedures/procedures';
import { wayForward } from '../domain/wayForward';

/** What leads the case on, for everybody who sees it: whom it waits for, and what it lacks. `open`: what the reader may do now. */
export function nextSteps(
  state: CaseState,
  actor: Actor,
  now: Instant,
  catalogue: Catalogue,
  open: readonly ActName[],
) {
  const { acts: table } = procedureOf(state);
  const one = (act: ActName) => ({
    act,
    label: ACT_LABELS[act],
    open: open.includes(act),
    by: whom(state, table[act]?.by ?? [], catalogue),
  });
  return wayForward(state, actor, now).map(({ acts, rule, missing }) => ({
    acts: acts.map(one),
    by: whom(state, rule.by, catalogue),
    missing: missing.map(({ guard, refusal, acts: brought }) => ({
      text: GUARD_LABELS[guard.name] ?? guard.name,
      why: refusal.detail,
      articles: [...refusal.articles],
      acts: brought.map(one),
    })),
    // What is asked of the input is known only once it is there.
    checks: [
      ...new Set(acts.flatMap((act) => (table[act]?.checks ?? []).map(({ name }) => GUARD_LABELS[name] ?? name))),
    ],
  }));
}

/** `羊马街道：镇街执法人员、镇街综合执法协调办`; a role alone where it may be of any organisation. */
function whom(state: CaseState, by: readonly Who[], catalogue: Catalogue): string[] {
  const roles = new Map<string, Set<string>>();
  for (const { role, of, grades } of by) {
    if (grades !== undefined && !grades.includes(state.grade)) continue;
    for (const org of orgsOf(state, of)) {
      const known = roles.get(org) ?? new Set();
      roles.set(org, known.add(ROLE_LABELS[role]));
    }
  }
  const anywhere = roles.get(ANY);
  return [...roles].flatMap(([org, found]) => {
    const names = [...found].filter((name) => org === ANY || anywhere?.has(name) !== true);
    if (names.length === 0) return [];
    return org === ANY ? names : `${orgName(catalogue, org)}：${names.join('、')}`;
  });
}

const ANY = '';

function orgsOf(state: CaseState, of: Who['of']): readonly string[] {
  switch (of) {
    case 'owner':
      return [state.owner];
    case 'cooperating_town':
      return state.cooperation.filter(({ open }) => open).map(({ town }) => town);
    case 'urged':
      return state.urgings.filter(({ open }) => open).map(({ org }) => org);
    case 'late':
      return state.overdue.filter(({ appeal }) => appeal === null).map(({ org }) => org);
    case 'any':
      return [ANY];
  }
}
