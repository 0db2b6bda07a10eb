import type { Calendar, LawDate } from '../catalogue';
import { weekdayOf, yearOf } from './lawDate';

export interface DayKind {
  readonly work: boolean;
  /** 国庆节, 周六 … why it isn't counted, or why a weekend day is. */
  readonly name: string;
  /** false: the year's holidays have not been announced, so only weekends are known. */
  readonly known: boolean;
}

const WEEKDAYS = ['周日', '周一', '周二', '周三', '周四', '周五', '周六'] as const;

export function dayKind(date: LawDate, calendar: Calendar): DayKind {
  const known = calendar.knownYears.includes(yearOf(date));
  const exception = calendar.exceptions[date];
  if (exception !== undefined) return { work: exception.work, name: exception.name, known };
  const weekday = weekdayOf(date);
  return { work: weekday !== 0 && weekday !== 6, name: WEEKDAYS[weekday] ?? '', known };
}
