import type { ChannelRule } from '../domain/channelRule';
import { Problem } from './problem';

const MINUTE_MS = 60_000;

export type CountSender = (rule: ChannelRule, sender: string) => void;

/** Refuses a sender who is faster than the channel allows, by whatever door: counted by the minute in this process. */
export function createSenderCount(now: () => number = Date.now): CountSender {
  let minute = -1;
  const counts = new Map<string, number>();
  return (rule, sender) => {
    const current = Math.floor(now() / MINUTE_MS);
    if (current !== minute) counts.clear();
    minute = current;
    const key = `${rule.code}\n${sender}`;
    const count = (counts.get(key) ?? 0) + 1;
    counts.set(key, count);
    if (count > rule.perMinute) {
      throw new Problem('too_many', `这个渠道每分钟最多 ${rule.perMinute} 条，请稍后用同一编号或幂等键重试。`);
    }
  };
}
