import { Type } from 'typebox';
import { listOpenCases } from '../../db/listOpenCases';
import { readClock } from '../../db/readClock';
import { underNewLaw } from '../../domain/acts/clocks';
import { lawChange } from '../../domain/lawChange';
import type { ApiApp, RouteDeps } from '../apiApp';
import { Problem } from '../problem';
import { CaseId, nullable, PROBLEMS } from '../schemas/common';
import { nowFor } from '../views';

const PAGE = 200;

const LawChangePage = Type.Object({
  catalogueVersion: Type.String({ description: '服务现在使用的目录版本' }),
  seen: Type.Integer({ description: '本页查看的在办案件数' }),
  cases: Type.Array(
    Type.Object({
      caseId: CaseId,
      from: Type.String({ description: '案件现在的目录版本' }),
      moved: Type.Array(
        Type.Object({ clockId: Type.String(), name: Type.String(), from: Type.String(), to: Type.String() }),
      ),
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
      const actor = await deps.identify(request);
      if (actor.role !== 'admin') throw new Problem('forbidden', '只有系统管理员可以变更日历和期限数据。');
      const cases = await listOpenCases(deps.db, request.query.after ?? '', PAGE);
      const clock = await readClock(deps.db);
      const changed = cases.flatMap((state) => {
        const { moved, same } = underNewLaw(state, lawChange(deps.catalogue, state, nowFor({ state, now: clock() })));
        return same ? [] : [{ caseId: state.caseId, from: state.law.catalogueVersion, moved: [...moved] }];
      });
      return {
        catalogueVersion: deps.catalogue.version,
        seen: cases.length,
        cases: changed,
        next: cases.length < PAGE ? null : (cases.at(-1)?.caseId ?? null),
      };
    },
  );
}
