import { Type } from 'typebox';
import { listDeliveries, resend } from '../../db/deliveries';
import type { ApiApp, RouteDeps } from '../apiApp';
import { onlyFor } from '../onlyFor';
import { Problem } from '../problem';
import { nullable, oneOf, PROBLEMS } from '../schemas/common';

const PAGE = 100;
const STATUSES = ['waiting', 'delivered', 'dead'] as const;

const Deliveries = Type.Object({
  deliveries: Type.Array(
    Type.Object({
      id: Type.Integer(),
      sink: Type.String(),
      status: Type.String(),
      caseId: Type.String(),
      org: Type.String(),
      topic: Type.String(),
      attempts: Type.Integer(),
      lastError: nullable(Type.String()),
      createdAt: Type.String(),
      deliveredAt: nullable(Type.String({ description: '接收方确认的时刻；空为尚未确认' })),
    }),
  ),
  next: nullable(Type.Integer({ description: '下一页的 before' })),
});

/** 对外通知: what left the house, what waits, and what nobody took, to be sent again. */
export function deliveryRoutes(app: ApiApp, deps: RouteDeps): void {
  app.get(
    '/api/v1/deliveries',
    {
      schema: {
        summary: '对外通知的投递',
        tags: ['督办'],
        querystring: Type.Object(
          {
            status: Type.Optional(oneOf(STATUSES, '状态；不填为 dead（投递失败）')),
            before: Type.Optional(Type.Integer({ minimum: 1 })),
          },
          { additionalProperties: false },
        ),
        response: { 200: Deliveries, ...PROBLEMS },
      },
    },
    async (request) => {
      await onlyFor(deps, request, ['admin']);
      const { status = 'dead', before } = request.query;
      const deliveries = await listDeliveries(deps.db, status, before ?? null, PAGE);
      return {
        deliveries: deliveries.map((one) => ({ ...one })),
        next: deliveries.length < PAGE ? null : (deliveries.at(-1)?.id ?? null),
      };
    },
  );

  app.post(
    '/api/v1/deliveries/:id/resend',
    {
      schema: {
        summary: '重发投递失败的通知',
        tags: ['督办'],
        params: Type.Object({ id: Type.Integer({ minimum: 1 }) }),
        response: { 200: Type.Object({ id: Type.Integer(), status: Type.String() }), ...PROBLEMS },
      },
    },
    async (request) => {
      const { id: by } = await onlyFor(deps, request, ['admin']);
      const { id } = request.params;
      if (!(await resend(deps.db, id, by))) throw new Problem('not_found', `没有投递失败的通知 ${id}。`);
      return { id, status: 'waiting' };
    },
  );
}
