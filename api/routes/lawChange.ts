import { Type } from 'typebox';
import { listOpenCases } from '../../db/listOpenCases';
import { readClock } from '../../db/readClock';
import type { ApiApp, RouteDeps } from '../apiApp';
import { movedByLaw } from '../movedByLaw';
import { onlyFor } from '../onlyFor';
import { MovedClock } from '../schemas/administration';
import { CaseId, nullable, PROBLEMS } from '../schemas/common';

const PAGE = 200;

const LawChangePage = Type.Object({
  catalogueVersion: Type.String({ description: '服务现在使用的目录版本' }),
  seen: Type.Integer({ description: '本页查看的在办案件数' }),
  cases: Type.Array(
    Type.Object({
      caseId: CaseId,
      from: Type.String({ description: '案件现在的目录版本' }),
      moved: Type.Array(MovedClock),
    }),
    { description: '日历或期限数据有变的案件，以及会移动的时限' },
  ),
  next: nullable(Type.String()),
});

/**
 * What the calendar and the periods that this service now runs on would move in the cases that are under way. Nothing
 * moves by reading it: each case takes the change over by its own act, `change_law`.
 */
export function lawChangeRoutes(app: ApiApp, deps: RouteDeps): void {
  app.get(
    '/api/v1/law-change',
    {
      schema: {
        summary: '日历和期限数据变更的影响（试算）',
        tags: ['期限'],
        querystring: Type.Object({ after: Type.Optional(CaseId) }, { additionalProperties: false }),
        response: { 200: LawChangePage, ...PROBLEMS },
      },
    },
    async (request) => {
      await onlyFor(deps, request, ['admin']);
      const cases = await listOpenCases(deps.db, request.query.after ?? '', PAGE);
      const clock = await readClock(deps.db);
      const changed = movedByLaw(cases, deps.catalogue, clock());
      return {
        catalogueVersion: deps.catalogue.version,
        seen: cases.length,
        cases: changed.map(({ moved, ...one }) => ({ ...one, moved: [...moved] })),
        next: cases.length < PAGE ? null : (cases.at(-1)?.caseId ?? null),
      };
    },
  );
}
