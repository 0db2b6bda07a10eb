/** The city's time, wherever the reader is. */
const ZONE = { timeZone: 'Asia/Shanghai', hourCycle: 'h23' };
const two = '2-digit';
const DAY_AND_TIME = new Intl.DateTimeFormat('zh-CN', {
  ...ZONE,
  year: 'numeric',
  month: two,
  day: two,
  hour: two,
  minute: two,
});
const TIME = new Intl.DateTimeFormat('zh-CN', { ...ZONE, hour: two, minute: two, second: two });

export const dayAndTime = (instant) => DAY_AND_TIME.format(new Date(instant)).replaceAll('/', '-');
export const timeOfDay = (date) => TIME.format(date);
