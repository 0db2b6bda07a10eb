import type { Calendar, Instant, Span } from '../../../domain/catalogue';
import { addDays, endOf, instantOf, lawDateOf, msOf, startOf } from '../../../domain/time/lawDate';
import { reckon, type Ledger } from '../../../domain/time/reckon';
import { daysBetween } from '../../../domain/time/stops';
import { dayKind } from '../../../domain/time/workingDay';

/** What a wrong rule gets to see of a period. */
export interface Reckoned {
  readonly start: Instant;
  readonly span: Span;
  readonly rollsForward: boolean;
  readonly calendar: Calendar;
  readonly pauses: readonly { readonly from: Instant; readonly until: Instant | null }[];
  readonly extensions: readonly { readonly span: Span; readonly at: Instant }[];
  /** For the rule that counts from another day. */
  readonly from: Instant | null;
}

interface WrongRule {
  readonly says: string;
  readonly due: (period: Reckoned) => Instant;
}

function due(period: Reckoned, change: Partial<Reckoned> & Ledger = {}): Instant {
  const { start, span, calendar, rollsForward, ...ledger } = { ...period, ...change };
  return reckon(start, span, calendar, rollsForward, ledger).dueAt;
}

const counted = (unit: Span['unit']) => (period: Reckoned) =>
  due(period, { span: { number: period.span.number, unit } });
const long = (number: number, unit: Span['unit']) => (period: Reckoned) => due(period, { span: { number, unit } });

/** The errors found in systems in use, as they were made there. Each must give another date than the law. */
export const WRONG_RULES = {
  calendar_days: { says: '工作日按自然日计', due: counted('calendar_day') },
  working_days: { says: '自然日按工作日计', due: counted('working_day') },
  start_day_counted: {
    says: '起算当日计入',
    due: (period) => {
      const { span, start, calendar } = period;
      if (span.unit !== 'working_day') return due(period, { start: startOf(addDays(lawDateOf(start), -1)) });
      const counts = dayKind(lawDateOf(start), calendar).work ? 1 : 0;
      return due(period, { span: { ...span, number: span.number - counts } });
    },
  },
  weekends_only: {
    says: '只扣周末，不扣节假日，也不认调休',
    due: (period) => due(period, { calendar: { ...period.calendar, exceptions: {} } }),
  },
  make_up_days_ignored: {
    says: '扣节假日，但调休上班的周末不计入',
    due: (period) =>
      due(period, {
        calendar: {
          ...period.calendar,
          exceptions: Object.fromEntries(Object.entries(period.calendar.exceptions).filter(([, { work }]) => !work)),
        },
      }),
  },
  hearing_three_days: { says: '听证要求期按三个自然日', due: long(3, 'calendar_day') },
  sixty_days: { says: '公告送达按六十日', due: long(60, 'calendar_day') },
  from_payment_date: {
    says: '申请法院的三个月从缴款期满起算',
    due: (period) => due(period, { start: period.from ?? period.start }),
  },
  pause_ignored: { says: '暂停只是标记，不改日期', due: (period) => due(period, { pauses: [] }) },
  pause_day_also_taken_out: {
    says: '暂停当日也扣除',
    due: (period) =>
      due(period, {
        pauses: period.pauses.map(({ from, until }) => ({ from: instantOf(msOf(from) - 86_400_000), until })),
      }),
  },
  pause_pushes_working_days: {
    says: '暂停里的休息日在工作日期限里又扣一次',
    due: (period) => {
      const days = period.pauses.reduce(
        (sum, { from, until }) => sum + (until === null ? 0 : daysBetween(lawDateOf(from), lawDateOf(until))),
        0,
      );
      return instantOf(msOf(due(period, { pauses: [] })) + days * 86_400_000);
    },
  },
  extension_ignored: { says: '批准的延长不改日期', due: (period) => due(period, { extensions: [] }) },
  extension_from_today: {
    says: '延长从批准之日起算',
    due: (period) => {
      const [first] = period.extensions;
      if (first === undefined) throw new Error('no extension');
      return due(period, { start: first.at, span: first.span, extensions: [], pauses: [], rollsForward: false });
    },
  },
  not_rolled: { says: '最后一日是休息日也不顺延', due: (period) => due(period, { rollsForward: false }) },
  rolled_back: {
    says: '最后一日是休息日，往前提',
    due: (period) => {
      let last = addDays(lawDateOf(due(period, { rollsForward: false })), -1);
      while (!dayKind(last, period.calendar).work) last = addDays(last, -1);
      return endOf(last);
    },
  },
  month_is_30_days: {
    says: '一个月按三十日、一年按三百六十日',
    due: (period) => long(period.span.number * (period.span.unit === 'year' ? 360 : 30), 'calendar_day')(period),
  },
  month_overflows: {
    says: '当月没有对应日的，滚到下个月',
    due: ({ start, span }) => {
      const date = new Date(`${lawDateOf(start)}T00:00:00Z`);
      date.setUTCMonth(date.getUTCMonth() + span.number * (span.unit === 'year' ? 12 : 1));
      return endOf(date.toISOString().slice(0, 10));
    },
  },
  one_day: { says: '期限读不出来就当一天', due: long(1, 'calendar_day') },
  office_hours_for_clock_hours: {
    says: '二十四小时只在上班时间走',
    due: counted('working_hour'),
  },
  clock_hours_for_office_hours: { says: '工作小时按时钟走', due: counted('hour') },
  overflow_32_bit: {
    says: '毫秒数超出32位整数',
    due: ({ start, span }) => instantOf(msOf(start) + ((span.number * 86_400_000) | 0)),
  },
} as const satisfies Record<string, WrongRule>;

export type WrongRuleName = keyof typeof WRONG_RULES;
