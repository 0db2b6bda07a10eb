import { Type } from 'typebox';
import { savePosition } from '../../db/candidates';
import type { Actor } from '../../domain/people';
import type { ApiApp, RouteDeps } from '../apiApp';
import { readVisible } from '../performAct';
import { Problem } from '../problem';
import { Position } from '../schemas/clues';
import { CaseId, nullable, PROBLEMS } from '../schemas/common';
import { suggestForCase } from '../suggestForCase';

const Suggestion = Type.Object({
  officers: Type.Array(
    Type.Object({
      id: Type.String(),
      name: Type.String(),
      onDuty: nullable(Type.Boolean({ description: '空：值班表没有今天的安排' })),
      openCases: Type.Integer(),
      ofField: Type.Integer(),
      metres: nullable(Type.Integer()),
      reasons: Type.Array(Type.String()),
    }),
  ),
  left: Type.Array(Type.Object({ id: Type.String(), name: Type.String(), why: Type.String() })),
  unknown: Type.Array(Type.String({ description: '没能比较的' })),
});

const ON_THE_STREETS: readonly Actor['role'][] = ['town_officer', 'town_assistant', 'town_office', 'bureau_officer'];

/** Straight to an officer: who should take a case, and where officers are. */
export function officerRoutes(app: ApiApp, deps: RouteDeps): void {
  app.get(
    '/api/v1/cases/:id/officers',
    {
      schema: {
        summary: '推荐承办人：按证件、值班、在办数量、领域、距离，附理由',
        tags: ['案件'],
        params: Type.Object({ id: CaseId }),
        response: { 200: Suggestion, ...PROBLEMS },
      },
    },
    async (request) => {
      const actor = await deps.identify(request);
      const row = await readVisible(deps, request.params.id, actor);
      if (actor.role !== 'dispatcher' && actor.org !== row.state.owner) {
        throw new Problem('forbidden', '只有承办单位和指挥调度中心可以查看推荐的承办人。');
      }
      return (await suggestForCase(deps, row)) as never;
    },
  );

  app.post(
    '/api/v1/me/position',
    {
      schema: {
        summary: '上报本人位置（只保留最近一次，用于就近派单）',
        tags: ['工作台'],
        body: Position,
        response: { 200: Type.Object({ detail: Type.String() }), ...PROBLEMS },
      },
    },
    async (request) => {
      const actor = await deps.identify(request);
      if (!ON_THE_STREETS.includes(actor.role)) throw new Problem('forbidden', '您的岗位不用上报位置。');
      await savePosition(deps.db, actor.id, request.body);
      return { detail: '位置已更新。' };
    },
  );
}
