import { Webhook, WebhookVerificationError } from 'standardwebhooks';
import type { FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import type { ApiApp, RouteDeps } from '../apiApp';
import { Problem } from '../problem';
import { receive } from '../receive';
import { ClueNumber, ClueReceipt, Position } from '../schemas/clues';
import { Instant, PROBLEMS, text } from '../schemas/common';
import { adapter, said } from './adapter';

const body = Type.Object(
  {
    type: Type.Literal('event.reported', { description: '事件上报' }),
    timestamp: Instant,
    data: Type.Object(
      {
        eventId: ClueNumber,
        category: Type.Optional(text(100, '事件类别')),
        description: text(9_800, '事件描述'),
        address: Type.Optional(text(300, '地址')),
        position: Type.Optional(Position),
        happenedAt: Type.Optional(Instant),
      },
      { additionalProperties: false },
    ),
  },
  { additionalProperties: false },
);

const cityPlatform = adapter({
  channel: 'city_platform',
  summary: '城市运行平台事件（Standard Webhooks）',
  body,
  personal: [],
  toClue: ({ data: { eventId, category, description, address, position, happenedAt } }) =>
    said({
      number: eventId,
      text: category === undefined ? description : `${category}：${description}`,
      place: address,
      position,
      occurredAt: happenedAt,
    }),
});

/** Who signed is the platform; it has no token. */
const SENDER = 'city-platform';

/**
 * 城市运行平台: a webhook by the Standard Webhooks specification. The signature is over the body's own bytes, within five
 * minutes of the timestamp (the library's tolerance); a replay within them finds the clue by `webhook-id`.
 */
export function cityPlatformRoutes(app: ApiApp, deps: RouteDeps): void {
  if (deps.cityPlatformSecrets.length === 0) return;
  const hooks = deps.cityPlatformSecrets.map((secret) => new Webhook(secret));
  const raw = new WeakMap<FastifyRequest, string>();

  void app.register(async (scope) => {
    scope.removeContentTypeParser('application/json');
    scope.addContentTypeParser('application/json', { parseAs: 'string' }, (request, payload, done) => {
      raw.set(request, payload.toString());
      try {
        done(null, JSON.parse(payload.toString()));
      } catch {
        done(new Problem('malformed', '请求体不是有效的 JSON。', { at: 'body' }));
      }
    });
    scope.post(
      '/api/v1/channels/city_platform',
      {
        schema: {
          summary: cityPlatform.summary,
          description: '以 webhook-id、webhook-timestamp、webhook-signature 签名，不用令牌；重发安全。',
          tags: ['渠道'],
          security: [],
          body,
          response: { 201: ClueReceipt, ...PROBLEMS },
        },
        // Before the schema: a stranger isn't told what a message looks like.
        preValidation: async (request) => verify(request, hooks, raw.get(request) ?? ''),
      },
      async (request, reply) => {
        const key = String(request.headers['webhook-id']);
        if (!/^[\x21-\x7e]{1,128}$/.test(key)) {
          throw new Problem('malformed', 'webhook-id 须为 1—128 个可见 ASCII 字符。', { at: 'webhook-id' });
        }
        const receipt = await receive(deps, cityPlatform, {
          sender: SENDER,
          message: request.body as object,
          key,
          log: request.log,
        });
        return reply.status(201).send(receipt);
      },
    );
  });
}

/** Any of the secrets will do: while one is replaced by the next, both sign. */
function verify(request: FastifyRequest, hooks: readonly Webhook[], payload: string): void {
  const header = (name: string): string => {
    const value = request.headers[name];
    return typeof value === 'string' ? value : '';
  };
  const headers = {
    'webhook-id': header('webhook-id'),
    'webhook-timestamp': header('webhook-timestamp'),
    'webhook-signature': header('webhook-signature'),
  };
  for (const hook of hooks) {
    try {
      hook.verify(payload, headers);
      return;
    } catch (error) {
      if (!(error instanceof WebhookVerificationError)) throw error;
    }
  }
  throw new Problem(
    'bad_signature',
    '签名无效：请核对密钥、webhook-id、webhook-timestamp（与本机时间相差不超过 5 分钟）和 webhook-signature，并按原样签名请求体。',
    { at: 'webhook-signature' },
  );
}
