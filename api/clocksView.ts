import type { CaseState } from '../domain/case';
import type { Catalogue, Instant } from '../domain/catalogue';
import { courtWindow } from '../domain/court';
import { LIGHT_LABELS } from '../domain/labels';
import { lateFineOf, owedBy, principalOwed } from '../domain/owed';
import { lightAt, type Clock } from '../domain/time/clock';
import { explainClock } from '../domain/time/explainClock';
import { lawDateOf } from '../domain/time/lawDate';
import { waits } from '../domain/waits';
import { orgName } from '../domain/orgName';

/** Every period of a case as a ledger with its reckoning, what is owed by today, and when the court may be asked. */
export function clocksView(state: CaseState, now: Instant, catalogue: Catalogue) {
  return {
    caseId: state.caseId,
    now,
    clocks: [
      ...Object.values(state.clocks).map((clock) => ledger('duty', clock, state, now, catalogue)),
      ...waits(state).map((clock) => ledger('wait', clock, state, now, catalogue)),
    ],
    money: moneyOf(state, now),
    court: courtWindow(state),
  };
}

function ledger(kind: 'duty' | 'wait', clock: Clock, state: CaseState, now: Instant, catalogue: Catalogue) {
  const { lines, lastDay, summary } = explainClock(clock, state.law.calendar, now);
  const light = kind === 'duty' ? lightAt(clock, now) : null;
  return {
    id: clock.id,
    kind,
    name: clock.name,
    owner: clock.owner,
    ownerName: orgName(catalogue, clock.owner),
    article: clock.article,
    budget: clock.span,
    startedAt: clock.startedAt,
    pauses: [...clock.pauses],
    extensions: [...clock.extensions],
    dueAt: clock.dueAt,
    lastDay,
    rollsForward: clock.rollsForward,
    light,
    lightLabel: light === null ? null : LIGHT_LABELS[light],
    uncertainYears: [...clock.uncertainYears],
    summary,
    lines: [...lines],
  };
}

function moneyOf(state: CaseState, now: Instant) {
  const { service } = state;
  if (service === null) return null;
  const today = lawDateOf(now);
  const late = lateFineOf(state, today);
  return {
    payBy: state.deferredUntil ?? service.payBy,
    principal: principalOwed(state),
    lateFine: late.amount,
    owed: owedBy(state, today),
    lines: [...late.lines],
  };
}
