import { listDuties } from '../../db/listDuties';
import { DUTY_LABELS, LIGHT_LABELS, STAGE_LABELS } from '../../domain/labels';
import { orgName } from '../../domain/orgName';
import type { ApiApp, RouteDeps } from '../apiApp';
import { fromCursor, toCursor } from '../cursor';
import { PROBLEMS } from '../schemas/common';
import { DutyPage, DutyQuery } from '../schemas/duties';
import { seenBy } from '../seenBy';

/** 履职事项: everything that is owed in the cases that somebody may see, with owner, due instant and light. */
export function dutyRoutes(app: ApiApp, deps: RouteDeps): void {
  app.get(
    '/api/v1/duties',
    {
      schema: {
        summary: '待履职事项',
        tags: ['督办'],
        querystring: DutyQuery,
        response: { 200: DutyPage, ...PROBLEMS },
      },
    },
    async (request) => {
      const actor = await deps.identify(request);
      const { limit = 50, cursor, ...same } = request.query;
      const after = cursor === undefined ? undefined : fromCursor(cursor, 'duties');
      const [caseId = '', id = ''] = after?.id.split('/') ?? [];
      const rows = await listDuties(deps.db, {
        ...same,
        limit,
        seenBy: seenBy(actor),
        ...(after === undefined ? {} : { after: { dueAt: after.at, caseId, id } }),
      });
      const last = rows.at(-1);
      return {
        duties: rows.map((duty) => ({
          ...duty,
          townName: orgName(deps.catalogue, duty.town),
          stageLabel: STAGE_LABELS[duty.stage],
          kindLabel: DUTY_LABELS[duty.kind],
          orgName: orgName(deps.catalogue, duty.org),
          lightLabel: LIGHT_LABELS[duty.light],
        })),
        next: rows.length < limit || last === undefined ? null : toCursor(last.dueAt, `${last.caseId}/${last.id}`),
      };
    },
  );
}
