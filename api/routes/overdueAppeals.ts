import { listOverdueAppeals } from '../../db/listOverdueAppeals';
import { readNames } from '../../db/readNames';
import { LIGHT_LABELS } from '../../domain/labels';
import { orgName } from '../../domain/orgName';
import type { ApiApp, RouteDeps } from '../apiApp';
import { PROBLEMS } from '../schemas/common';
import { AppealPage, AppealQuery } from '../schemas/overdueAppeals';
import { seenBy } from '../seenBy';

/** 超期申诉: who says that a red light wasn't theirs, and what was made of it. */
export function overdueAppealRoutes(app: ApiApp, deps: RouteDeps): void {
  app.get(
    '/api/v1/overdue-appeals',
    {
      schema: {
        summary: '超期申诉',
        tags: ['督办'],
        querystring: AppealQuery,
        response: { 200: AppealPage, ...PROBLEMS },
      },
    },
    async (request) => {
      const actor = await deps.identify(request);
      const { limit = 100, ...same } = request.query;
      const rows = await listOverdueAppeals(deps.db, { ...same, limit, seenBy: seenBy(actor) });
      const names = await readNames(
        deps.db,
        rows.flatMap(({ by, person, judgement }) => [by, person ?? by, judgement?.by ?? by]),
      );
      return {
        appeals: rows.map((row) => ({
          ...row,
          townName: orgName(deps.catalogue, row.town),
          orgName: orgName(deps.catalogue, row.org),
          personName: row.person === null ? null : (names[row.person] ?? row.person),
          byName: names[row.by] ?? row.by,
          lightLabel: row.light === null ? null : LIGHT_LABELS[row.light],
          judgement:
            row.judgement === null ? null : { ...row.judgement, byName: names[row.judgement.by] ?? row.judgement.by },
        })),
      };
    },
  );
}
