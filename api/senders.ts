import type { FastifyRequest } from 'fastify';
import type { ChannelRule } from '../domain/channelRule';
import { CHANNEL_LABELS } from '../domain/labels';
import type { RouteDeps } from './apiApp';
import { Problem } from './problem';

/**
 * Who sends by this channel: another body's system that the channel's row names, or somebody on the roster in one of its
 * roles. A partner is on no roster, so its token opens nothing else. `token` stands in for the Authorization header.
 */
export async function senderOf(
  deps: Pick<RouteDeps, 'subjectOf' | 'actorOf'>,
  request: FastifyRequest,
  rule: ChannelRule,
  token?: string,
): Promise<string> {
  const subject = await deps.subjectOf(request, token);
  if (rule.partners.includes(subject)) return subject;
  const actor = await deps.actorOf(subject);
  if (rule.roles.includes(actor.role)) return actor.id;
  throw new Problem('forbidden', `您的岗位不能从“${CHANNEL_LABELS[rule.code]}”渠道上报。`);
}

const MINUTE_MS = 60_000;

export type CountSender = (rule: ChannelRule, sender: string) => void;

/** Refuses a sender who is faster than the channel allows, counted by the minute in this process. */
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
