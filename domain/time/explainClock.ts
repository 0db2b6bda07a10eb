import type { Calendar, Instant, LawDate, PeriodUnit, Span } from '../catalogue';
import { standingPause, type Clock, type Pause } from './clock';
import { collapse, type RawLine } from './collapse';
import type { ExplainedLine } from './explainedLine';
import { addDays, addMonths, endOf, instantOf, lawDateOf, msOf, yearOf } from './lawDate';
import { parts } from './reckon';
import { daysBetween, isStopped, stoppedDays, stoppedTime } from './stops';
import { usageAt, type Usage } from './usage';
import { articleWords, instantWords, spanWords, timeWords, UNIT_WORDS, weekdayWord } from './words';
import { dayKind } from './workingDay';
import { officeHours, without } from './workingTime';

export interface ClockExplanation {
  readonly lines: readonly ExplainedLine[];
  readonly lastDay: LawDate;
  readonly dueAt: Instant;
  /** How much is used and left; null where no `now` was given. */
  readonly remaining: Usage | null;
  readonly summary: string;
}

/** More days than this are told by the month. */
const EVERY_DAY_UP_TO = 100;
const ROLLING = '《中华人民共和国民事诉讼法》第八十五条';

/**
 * A clock's ledger day by day, for a person to check by hand. It counts for itself, day after day, and doesn't trust
 * the due instant in the clock: where the two differ, it says so.
 */
export function explainClock(clock: Clock, calendar: Calendar, now: Instant | null = null): ClockExplanation {
  const walk = new Walk(clock, calendar);
  walk.all();
  const standing = standingPause(clock);
  const { lastDay, dueAt } = walk.end();
  const long = daysBetween(lawDateOf(clock.startedAt), lastDay) > EVERY_DAY_UP_TO;
  const remaining = now === null ? null : usageAt(clock, calendar, now);
  const lines = long ? collapse(walk.lines) : walk.lines.map(({ kind: _kind, label: _label, ...line }) => line);
  return {
    lines,
    lastDay,
    dueAt,
    remaining,
    summary: summaryOf(clock, lastDay, dueAt, standing, walk.unknown, remaining),
  };
}

function summaryOf(
  clock: Clock,
  lastDay: LawDate,
  dueAt: Instant,
  standing: Pause | null,
  unknown: ReadonlySet<number>,
  remaining: Usage | null,
): string {
  const inDays = isCountedInDays(clock.span.unit);
  const basis = articleWords(clock.article);
  const ended = clock.pauses.filter(({ until }) => until !== null);
  const days = stoppedDays(clock.pauses).reduce((sum, { after, until }) => sum + daysBetween(after, until), 0);
  return [
    `“${clock.name}”${spanWords(clock.span)}${basis === '' ? '' : `（${basis}）`}，自${
      inDays ? `${lawDateOf(clock.startedAt)}起算，当日不计入` : `${instantWords(clock.startedAt)}起算`
    }`,
    ...clock.extensions.map(({ span, by }) => `经${by}批准延长${spanWords(span)}`),
    ...(ended.length === 0 ? [] : [inDays ? `暂停共${days}日不计入` : `暂停${ended.length}次，暂停时间不计入`]),
    standing === null
      ? inDays
        ? `最后一日${lastDay}，当日24时届满`
        : `${instantWords(dueAt)}届满`
      : `自${instantWords(standing.from)}起暂停（${standing.reason}），恢复后重新推算；暂停前的最后一日为${lastDay}`,
    ...(unknown.size === 0 ? [] : [`${[...unknown].join('、')}年放假安排尚未公布，届满日可能变动`]),
    ...(remaining === null
      ? []
      : [`已用${remaining.used}${UNIT_WORDS[remaining.unit]}，尚余${remaining.left}${UNIT_WORDS[remaining.unit]}`]),
  ]
    .join('；')
    .concat('。');
}

function isCountedInDays(unit: PeriodUnit): boolean {
  switch (unit) {
    case 'minute':
    case 'hour':
    case 'working_hour':
      return false;
    case 'working_day':
    case 'calendar_day':
    case 'month':
    case 'year':
      return true;
  }
}

/** Counts one clock from its start to its end, writing down every step. */
class Walk {
  lines: RawLine[] = [];
  readonly unknown = new Set<number>();
  readonly #days;
  #day: LawDate;
  #at: Instant;
  #countsDays = false;
  #running = 0;

  constructor(
    readonly clock: Clock,
    readonly calendar: Calendar,
  ) {
    this.#day = lawDateOf(clock.startedAt);
    this.#at = clock.startedAt;
    this.#days = stoppedDays(clock.pauses);
  }

  all(): void {
    const { clock } = this;
    const inDays = isCountedInDays(clock.span.unit);
    this.#add(
      this.#day,
      inDays ? false : null,
      inDays
        ? `${weekdayWord(this.#day)}，起算当日，不计入`
        : `${timeWords(clock.startedAt)}起算，期限${spanWords(clock.span)}`,
    );
    parts(clock.span, clock.extensions).forEach((part, index) => {
      if (index > 0) {
        this.#running = 0;
        this.#add(this.#day, null, `自上述最后一日起，续计延长的${spanWords(part)}`);
      }
      this.#part(part);
      if (this.#countsDays) this.#at = endOf(this.#day);
    });
    if (this.#countsDays && clock.rollsForward) this.#roll();
    this.#events();
    const { lastDay, dueAt } = this.end();
    if (dueAt !== clock.dueAt)
      this.#add(
        lastDay,
        null,
        `在案的届满时刻为${instantWords(clock.dueAt)}，与按现行数据推算的${instantWords(dueAt)}不同，请核对`,
      );
  }

  end(): { readonly lastDay: LawDate; readonly dueAt: Instant } {
    return this.#countsDays
      ? { lastDay: this.#day, dueAt: endOf(this.#day) }
      : { lastDay: lawDateOf(instantOf(msOf(this.#at) - 1)), dueAt: this.#at };
  }

  #part(part: Span): void {
    switch (part.unit) {
      case 'minute':
      case 'hour':
        this.#byTheClock(part);
        break;
      case 'working_hour':
        this.#officeHours(part);
        break;
      case 'working_day':
      case 'calendar_day':
        this.#eachDay(part.number, part.unit);
        break;
      case 'month':
        this.#sameDay(part, part.number);
        break;
      case 'year':
        this.#sameDay(part, part.number * 12);
        break;
    }
  }

  #eachDay(number: number, unit: 'working_day' | 'calendar_day'): void {
    this.#countsDays = true;
    for (let counted = 0; counted < number;) {
      this.#day = addDays(this.#day, 1);
      const kind = dayKind(this.#day, this.calendar);
      if (unit === 'working_day') this.#sayUnknown(this.#day, kind.known);
      const name = named(this.#day, kind);
      const stopped = isStopped(this.#day, this.#days);
      if (unit === 'working_day' && !kind.work) {
        this.#add(this.#day, null, `${name}，不计入`, 'rest', kind.name);
      } else if (stopped) {
        this.#add(
          this.#day,
          false,
          `${weekdayWord(this.#day)}，${this.#pausedOn(this.#day)}，不计入`,
          'pause',
          this.#pausedOn(this.#day),
        );
      } else {
        counted += 1;
        this.#running += 1;
        const why =
          unit === 'calendar_day' && !kind.work && kind.name !== weekdayWord(this.#day)
            ? `${name}（按自然日计，节假日计入）`
            : name;
        const last = counted === number ? '，期满' : '';
        const madeUp = kind.work && unit === 'working_day' && kind.name !== weekdayWord(this.#day);
        this.#add(this.#day, true, `${why}，第${this.#running}日${last}`, madeUp ? 'made_up' : 'day', kind.name);
      }
    }
  }

  /** Months and years end on the same day of their month, or its last where it has none (民法典 202). */
  #sameDay(part: Span, months: number): void {
    this.#countsDays = true;
    const from = this.#day;
    const nominal = addMonths(from, months);
    const sameDay = nominal.slice(8) === from.slice(8);
    this.#running = part.number;
    this.#add(
      nominal,
      null,
      `满${spanWords(part)}：${sameDay ? '与起算日同日' : `当月没有${Number(from.slice(8))}日，为当月最后一日`}（《中华人民共和国民法典》第二百零二条）`,
    );
    let end = nominal;
    for (const { after, until } of this.#days) {
      if (until <= from || after >= end) continue;
      const days = daysBetween(after > from ? after : from, until);
      end = addDays(end, days);
      this.#add(end, null, `${addDays(after, 1)}至${until}${this.#pausedOn(until)}，不计入，顺延${days}日至${end}`);
    }
    this.#day = end;
    this.#add(end, true, `${weekdayWord(end)}，期满`);
  }

  #byTheClock(part: Span): void {
    this.#countsDays = false;
    const unitMs = part.unit === 'minute' ? 60_000 : 3_600_000;
    const start = msOf(this.#at);
    let end = start + part.number * unitMs;
    for (const { from, until } of stoppedTime(this.clock.pauses)) {
      if (until <= start || from >= end) continue;
      const lost = until - Math.max(from, start);
      end += lost;
      const at = lawDateOf(instantOf(from));
      this.#running = hundredths((Math.max(from, start) - start) / unitMs);
      this.#add(
        at,
        false,
        `${instantWords(instantOf(from))}至${instantWords(instantOf(until))}${this.#pausedAt(from)}，${hundredths(
          lost / unitMs,
        )}${UNIT_WORDS[part.unit]}不计入`,
      );
    }
    this.#running = part.number;
    this.#finish(end, part);
  }

  #officeHours(part: Span): void {
    this.#countsDays = false;
    const start = msOf(this.#at);
    const stops = stoppedTime(this.clock.pauses);
    let left = part.number * 3_600_000;
    let end = start;
    for (let day = lawDateOf(this.#at); left > 0; day = addDays(day, 1)) {
      const kind = dayKind(day, this.calendar);
      this.#sayUnknown(day, kind.known);
      const opened = officeHours(day, this.calendar).map(({ from, until }) => ({ from: Math.max(from, start), until }));
      if (opened.length === 0) {
        this.#add(day, null, `${named(day, kind)}，不计入`, 'rest', kind.name);
        continue;
      }
      const pieces: string[] = [];
      let today = 0;
      for (const piece of opened.flatMap((open) => without(open, stops))) {
        if (left === 0) break;
        const length = Math.min(left, piece.until - piece.from);
        end = piece.from + length;
        left -= length;
        today += length;
        pieces.push(`${timeWords(instantOf(piece.from))}—${timeWords(instantOf(end))}`);
      }
      this.#running = hundredths(this.#running + today / 3_600_000);
      const paused = stops.find(({ from, until }) => opened.some((open) => from < open.until && until > open.from));
      const why = paused === undefined ? '' : `，其余${this.#pausedAt(paused.from)}`;
      this.#add(
        day,
        today > 0 ? true : false,
        today > 0
          ? `${named(day, kind)}，${pieces.join('、')}，计${hundredths(today / 3_600_000)}小时${why}`
          : `${named(day, kind)}，当日没有可计的工作时间${why}`,
        'day',
        kind.name,
      );
    }
    this.#finish(end, part);
  }

  #finish(end: number, part: Span): void {
    this.#at = instantOf(end);
    this.#day = lawDateOf(instantOf(end - 1));
    this.#running = part.number;
    this.#add(this.#day, true, `${timeWords(this.#at)}届满，共${spanWords(part)}`);
  }

  #roll(): void {
    const first = this.#day;
    for (;;) {
      const kind = dayKind(this.#day, this.calendar);
      this.#sayUnknown(this.#day, kind.known);
      const stopped = this.#day !== first && isStopped(this.#day, this.#days);
      if (kind.work && !stopped) break;
      this.#add(
        this.#day,
        null,
        `${stopped ? this.#pausedOn(this.#day) : named(this.#day, kind)}，最后一日顺延（${ROLLING}）`,
      );
      this.#day = addDays(this.#day, 1);
    }
    if (this.#day !== first) {
      const kind = dayKind(this.#day, this.calendar);
      this.#add(this.#day, true, `${named(this.#day, kind)}，顺延至此，为最后一日`);
    }
  }

  /** Extensions and a standing pause, each put where its day comes. */
  #events(): void {
    for (const { span, at, by, reason, article } of this.clock.extensions) {
      const basis = articleWords(article);
      this.#insert(lawDateOf(at), `${by}批准延长${spanWords(span)}：${reason}${basis === '' ? '' : `（${basis}）`}`);
    }
    const standing = standingPause(this.clock);
    if (standing !== null) {
      const basis = articleWords(standing.article);
      // Nobody can say yet which of the following days will count.
      this.lines = this.lines.filter(({ date }) => date <= lawDateOf(standing.from));
      this.#insert(
        lawDateOf(standing.from),
        `${instantWords(standing.from)}起暂停：${standing.reason}${basis === '' ? '' : `（${basis}）`}；次日起不计入，恢复后重新推算`,
      );
    }
  }

  #insert(date: LawDate, note: string): void {
    const after = this.lines.findLastIndex((line) => line.date <= date);
    const running = this.lines[after]?.running ?? 0;
    this.lines.splice(after + 1, 0, { date, until: null, counted: null, running, note, kind: 'remark', label: '' });
  }

  #sayUnknown(date: LawDate, known: boolean): void {
    const year = yearOf(date);
    if (known || this.unknown.has(year)) return;
    this.unknown.add(year);
    this.#add(date, null, `${year}年放假安排尚未公布，以下只按周六、周日推算，公布后须重新核对`);
  }

  #pausedOn(date: LawDate): string {
    return pauseWords(
      this.clock.pauses.find(({ from, until }) => until !== null && lawDateOf(from) < date && date <= lawDateOf(until)),
    );
  }

  #pausedAt(ms: number): string {
    return pauseWords(
      this.clock.pauses.find(({ from, until }) => until !== null && msOf(from) <= ms && ms < msOf(until)),
    );
  }

  #add(date: LawDate, counted: boolean | null, note: string, kind: RawLine['kind'] = 'remark', label = ''): void {
    this.lines.push({ date, until: null, counted, running: this.#running, note, kind, label });
  }
}

function pauseWords(pause: Pause | undefined): string {
  if (pause === undefined) return '暂停';
  const basis = articleWords(pause.article);
  return `暂停：${pause.reason}${basis === '' ? '' : `（${basis}）`}`;
}

/** 周六 / 国庆节 / 周六，国庆节调休上班: a day as its calendar has it. */
function named(date: LawDate, { work, name }: { readonly work: boolean; readonly name: string }): string {
  const weekday = weekdayWord(date);
  if (name === weekday) return weekday;
  return work ? `${weekday}，${name}调休上班` : name;
}

function hundredths(number: number): number {
  return Math.round(number * 100) / 100;
}
