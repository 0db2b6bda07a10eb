import type { FastifyRequest } from 'fastify';
import type { ChannelRule } from '../domain/channelRule';
import { CHANNEL_LABELS } from '../domain/labels';
import type { Actor } from '../domain/people';
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
  checkRole(rule, actor);
  return actor.id;
}

/** Refuses somebody on the roster whose role isn't in the channel's row. */
export function checkRole(rule: ChannelRule, actor: Actor): void {
  if (!rule.roles.includes(actor.role)) {
    throw new Problem('forbidden', `您的岗位不能从“${CHANNEL_LABELS[rule.code]}”渠道上报。`);
  }
}
