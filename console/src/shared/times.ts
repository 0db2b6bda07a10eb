/** Everything that a person reads is in the city's time, whatever the machine's. */
const ZONE = { timeZone: 'Asia/Shanghai', hourCycle: 'h23' } as const;
const DAY_AND_TIME = new Intl.DateTimeFormat('zh-CN', {
  ...ZONE,
  ...{ year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' },
});
const TIME = new Intl.DateTimeFormat('zh-CN', { ...ZONE, hour: '2-digit', minute: '2-digit', second: '2-digit' });
const DATE = new Intl.DateTimeFormat('sv-SE', { ...ZONE, year: 'numeric', month: '2-digit', day: '2-digit' });

export const dayAndTime = (instant: string): string => DAY_AND_TIME.format(new Date(instant)).replaceAll('/', '-');
export const timeOfDay = (instant: string | number): string => TIME.format(new Date(instant));
/** The date in the city, as the law counts: 2026-01-31. */
export const dateOf = (instant: string | number): string => DATE.format(new Date(instant));

/** A field of the browser gives the time without a zone: in the city it is meant. China has had no summer time since 1991. */
export const instantOf = (local: string): string => `${local.length === 16 ? `${local}:00` : local}+08:00`;
export const localOf = (instant: string): string =>
  new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().slice(0, 16);

const UNITS = [
  [86_400_000, '天'],
  [3_600_000, '小时'],
  [60_000, '分钟'],
] as const;

/** How far away a due instant is, in the one unit that tells most. */
export function untilWords(due: string, now: number = Date.now()): string {
  const ms = Date.parse(due) - now;
  const [size, name] = UNITS.find(([unit]) => Math.abs(ms) >= unit) ?? UNITS[2];
  const count = Math.max(1, Math.floor(Math.abs(ms) / size));
  return ms <= 0 ? `已超 ${count} ${name}` : `还有 ${count} ${name}`;
}
