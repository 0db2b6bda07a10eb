import type { CaseEvent, CaseState, RecordedEvent } from '../../domain/case';
import type { Catalogue, Instant } from '../../domain/catalogue';
import {
  ACT_LABELS,
  CHANNEL_LABELS,
  GRADE_LABELS,
  LIGHT_LABELS,
  ROLE_LABELS,
  RUNG_TO_LABELS,
  STAGE_LABELS,
  URGING_LABELS,
} from '../../domain/labels';
import { orgName } from '../../domain/orgName';
import { principalOwed } from '../../domain/owed';
import { penaltyText } from '../../domain/penalty';
import type { Actor } from '../../domain/people';
import type { Reason } from '../../domain/reason';
import { isPaused, lastDayOf, type Clock } from '../../domain/time/clock';
import { lawDateOf } from '../../domain/time/lawDate';
import { articleWords, instantWords, spanWords, timeWords, weekdayWord } from '../../domain/time/words';
import { waits } from '../../domain/waits';
import type { Beat, Telling } from './telling';

/** One thing that happens, as it is told. */
export interface Told {
  /** `2026-09-24 周四 16:10`, in Shanghai. */
  readonly when: string;
  readonly who: string;
  readonly what: string;
  readonly refused: boolean;
  /** What follows from it: stages, lights, periods with their last day; of what is refused, why. */
  readonly then: readonly string[];
}

/** A story in Chinese, beat by beat. */
export function inWords(telling: Telling, catalogue: Catalogue): readonly Told[] {
  let before: CaseState | null = null;
  return telling.beats.map((beat) => {
    const told = beatInWords(beat, before, catalogue);
    if (beat.kind === 'recorded') before = beat.after;
    return told;
  });
}

function beatInWords(beat: Beat, before: CaseState | null, catalogue: Catalogue): Told {
  if (beat.kind === 'refused') {
    const { command, refusal } = beat;
    const articles = refusal.articles.map(articleWords).join('、');
    return {
      when: dayAndTime(command.at),
      who: whoIs(command.actor, catalogue),
      what: ACT_LABELS[command.act],
      refused: true,
      then: [articles === '' ? refusal.detail : `${refusal.detail}（${articles}）`],
    };
  }
  const [first] = beat.recorded;
  if (first === undefined) throw new Error('a beat without events');
  return {
    when: dayAndTime(first.at),
    who: whoIs(first.actor, catalogue),
    what: first.act === 'open' ? '上报、分级、派遣' : ACT_LABELS[first.act],
    refused: false,
    then: [...beat.recorded.flatMap((one) => eventInWords(one, before, catalogue)), ...periods(before, beat.after)],
  };
}

function whoIs({ role, org }: Pick<Actor, 'role' | 'org'>, catalogue: Catalogue): string {
  if (role === 'system') return ROLE_LABELS[role];
  const label = ROLE_LABELS[role];
  const name = orgName(catalogue, org);
  return label.startsWith('执法局') ? label : `${name}${label.replace(/^镇街/, '')}`;
}

/** What an event says beyond the name of its act; nothing where that says it all. */
function eventInWords({ event }: RecordedEvent, before: CaseState | null, catalogue: Catalogue): readonly string[] {
  const words = notable(event, before, catalogue);
  return words === null ? [] : [words];
}

function notable(event: CaseEvent, before: CaseState | null, catalogue: Catalogue): string | null {
  // eslint-disable-next-line @typescript-eslint/switch-exhaustiveness-check -- the others are told by their act
  switch (event.type) {
    case 'case_opened':
      return `${event.item.name}：${GRADE_LABELS[event.grade]}，因为${rulesOf(event.gradeReasons)}`;
    case 'stage_entered':
      return `进入“${STAGE_LABELS[event.stage]}”，承办：${orgName(catalogue, event.owner)}`;
    case 'report_joined':
      return `${CHANNEL_LABELS[event.channel]}反映的是同一件事：并入本案，不另立案`;
    case 'light_changed':
      return `${LIGHT_LABELS[event.light]}：${before?.clocks[event.clockId]?.name ?? event.clockId}`;
    case 'rung_reached':
      // An elevation tells of itself.
      return event.consequence === 'escalate'
        ? null
        : `告知${RUNG_TO_LABELS[event.to]}：“${before?.clocks[event.clockId]?.name ?? event.clockId}”`;
    case 'urged':
      return `${URGING_LABELS[event.kind]} ${event.urgingId}：${event.requirement}`;
    case 'cooperation_answered':
    case 'urging_answered':
      return `答复：${event.answer}`;
    case 'cooperation_returned':
      return event.reason;
    case 'supervision_checked':
      return `${event.good ? '核查通过' : '退回'}：${event.opinion}`;
    case 'elevated':
      return `由市综合行政执法局办理：${event.reason}`;
    case 'notice_given':
    case 'decided_on_spot':
    case 'penalty_decided':
      return penaltyText(event.penalty);
    case 'payment_recorded':
      return before === null
        ? null
        : `缴款 ${event.amount} 元（其中加处罚款 ${event.amount - principalOwed(before)} 元）`;
    default:
      return null;
  }
}

const rulesOf = (reasons: readonly Reason[]): string =>
  reasons.flatMap(({ kind, text }) => (kind === 'rule' ? [text] : [])).join('');

/** What must be done by a day, and what must be waited for: both are periods that a person can check by hand. */
const clocksOf = (state: CaseState): readonly Clock[] => [...Object.values(state.clocks), ...waits(state)];

/** The periods that begin, stand still, run again or end on another day. */
function periods(before: CaseState | null, after: CaseState): readonly string[] {
  const known = before === null ? [] : clocksOf(before);
  return clocksOf(after).flatMap((clock) => {
    const was = known.find(({ id }) => id === clock.id);
    const until = `至 ${lastDayOf(clock)}（${weekdayWord(lastDayOf(clock))}）`;
    const law = clock.article === null ? '' : `，${articleWords(clock.article)}`;
    if (was === undefined)
      return [`时限“${clock.name}”${spanWords(clock.span)}，${dueWords(clock.dueAt, until)}${law}`];
    if (isPaused(clock) !== isPaused(was)) {
      return [isPaused(clock) ? `时限“${clock.name}”停止计算` : `时限“${clock.name}”恢复计算，${until}`];
    }
    return clock.dueAt === was.dueAt || isPaused(clock) ? [] : [`时限“${clock.name}”改${until}`];
  });
}

/** A period of days ends with a day; one of minutes or hours at an instant. */
const dueWords = (dueAt: Instant, until: string): string =>
  timeWords(dueAt) === '00:00' ? until : `至 ${instantWords(dueAt)}`;

function dayAndTime(at: Instant): string {
  const day = lawDateOf(at);
  return `${day} ${weekdayWord(day)} ${timeWords(at)}`;
}
