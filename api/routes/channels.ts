import type { ApiApp, RouteDeps } from '../apiApp';
import { channelRule } from '../channelRule';
import { ADAPTERS } from '../channels/adapters';
import { keyOf } from '../headers';
import { receive } from '../receive';
import { ClueReceipt } from '../schemas/clues';
import { IdempotencyHeaders, PROBLEMS } from '../schemas/common';
import { senderOf } from '../senders';

/** One door for each channel that sends by a token: its own schema, its own senders, the one intake. */
export function channelRoutes(app: ApiApp, deps: RouteDeps): void {
  for (const adapter of ADAPTERS) {
    const rule = channelRule(deps.channels, adapter.channel);
    app.post(
      `/api/v1/channels/${adapter.channel}`,
      {
        schema: {
          summary: adapter.summary,
          description: '编号和幂等键至少要有一样；同一编号或同一幂等键再次上报，得到同一条线索。',
          tags: ['渠道'],
          body: adapter.body,
          headers: IdempotencyHeaders,
          response: { 201: ClueReceipt, ...PROBLEMS },
        },
      },
      async (request, reply) => {
        const sender = await senderOf(deps, request, rule);
        const key = request.headers['idempotency-key'] === undefined ? null : keyOf(request.headers);
        const receipt = await receive(deps, adapter, { sender, message: request.body, key, log: request.log });
        return reply.status(201).send(receipt);
      },
    );
  }
}
