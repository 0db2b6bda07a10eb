import { Type } from 'typebox';
import type { ApiApp, RouteDeps } from '../apiApp';
import { clocksView } from '../clocksView';
import { readVisible } from '../performAct';
import { Clocks } from '../schemas/clocks';
import { CaseId, PROBLEMS } from '../schemas/common';
import { nowFor } from '../views';

/** A case's periods, explained day by day so that a person can check them by hand. */
export function clockRoutes(app: ApiApp, deps: RouteDeps): void {
  app.get(
    '/api/v1/cases/:id/clocks',
    {
      schema: {
        summary: '案件的全部期限和逐日推算',
        tags: ['案件'],
        params: Type.Object({ id: CaseId }),
        response: { 200: Clocks, ...PROBLEMS },
      },
    },
    async (request) => {
      const actor = await deps.identify(request);
      const row = await readVisible(deps, request.params.id, actor);
      return clocksView(row.state, nowFor(row), deps.catalogue);
    },
  );
}
