import type { ApiApp, RouteDeps } from '../apiApp';
import { pointsFor } from '../pointsFor';
import { PROBLEMS } from '../schemas/common';
import { Points } from '../schemas/points';
import { seenBy, seesClues } from '../seenBy';

/** 点位: where open cases and waiting clues are, each beside the centre of its town. */
export function pointRoutes(app: ApiApp, deps: RouteDeps): void {
  app.get(
    '/api/v1/points',
    { schema: { summary: '案件和线索的点位', tags: ['工作台'], response: { 200: Points, ...PROBLEMS } } },
    async (request) => {
      const actor = await deps.identify(request);
      return pointsFor(deps, { seenBy: seenBy(actor), clues: seesClues(actor) });
    },
  );
}
