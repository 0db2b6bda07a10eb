import { Type } from 'typebox';
import { askAgain, lookUpsOfCase } from '../../db/recordLookUps';
import { RECORD_STATUS_LABELS } from '../../domain/labels';
import type { Actor, OrgId } from '../../domain/people';
import type { ApiApp, RouteDeps } from '../apiApp';
import { readVisible } from '../performAct';
import { Problem } from '../problem';
import { CaseId, nullable, PROBLEMS } from '../schemas/common';

const CaseParams = Type.Object({ id: CaseId });

const RecordsView = Type.Object({
  source: nullable(Type.String({ description: '空：没有配置可以查询的登记机关' })),
  lookUps: Type.Array(
    Type.Object({
      askedAt: Type.String(),
      askedBy: Type.String(),
      source: nullable(Type.String()),
      answeredAt: nullable(Type.String()),
      status: nullable(Type.String({ description: 'found、none、unknown；空：还没有答复' })),
      statusLabel: Type.String(),
      records: Type.Array(
        Type.Object({
          kind: Type.String(),
          number: Type.String(),
          state: nullable(Type.String()),
          validUntil: nullable(Type.String()),
        }),
      ),
      why: nullable(Type.String({ description: '没能查明的原因' })),
    }),
  ),
});

/** Permits and other records that a register has of the case's matter. */
export function recordRoutes(app: ApiApp, deps: RouteDeps): void {
  app.get(
    '/api/v1/cases/:id/records',
    {
      schema: {
        summary: '许可等记录的查询结果',
        tags: ['案件'],
        params: CaseParams,
        response: { 200: RecordsView, ...PROBLEMS },
      },
    },
    async (request) => {
      const actor = await deps.identify(request);
      const { state } = await readVisible(deps, request.params.id, actor);
      const lookUps = await lookUpsOfCase(deps.db, state.caseId);
      return {
        source: deps.recordSource,
        lookUps: lookUps.map((one) => ({
          ...one,
          records: [...one.records],
          statusLabel: RECORD_STATUS_LABELS[one.status ?? 'waiting'],
        })),
      };
    },
  );

  app.post(
    '/api/v1/cases/:id/records',
    {
      schema: {
        summary: '再查一次许可等记录',
        tags: ['案件'],
        params: CaseParams,
        response: { 202: Type.Object({ detail: Type.String(), location: Type.String() }), ...PROBLEMS },
      },
    },
    async (request, reply) => {
      const actor = await deps.identify(request);
      const { state } = await readVisible(deps, request.params.id, actor);
      if (!mayAsk(actor, state.owner)) {
        throw new Problem('forbidden', '只有承办单位和指挥调度中心可以查询。');
      }
      if (deps.recordSource === null) {
        throw new Problem('unprocessable', '没有配置可以查询的登记机关，请联系系统管理员。');
      }
      const asked = await askAgain(deps.db, state.caseId, actor.id);
      return reply.status(202).send({
        detail: asked ? '已提交查询，稍后查看结果。' : '上一次查询还没有答复，请稍后查看结果。',
        location: `/api/v1/cases/${state.caseId}/records`,
      });
    },
  );
}

/** Whoever handles the case, and the dispatch centre that sends it somewhere. */
function mayAsk({ role, org }: Actor, owner: OrgId): boolean {
  return role === 'dispatcher' || (org === owner && ['town_office', 'town_officer', 'bureau_officer'].includes(role));
}
