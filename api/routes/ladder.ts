import { Type } from 'typebox';
import { readEvents } from '../../db/readEvents';
import { readNames } from '../../db/readNames';
import { rungNotices } from '../../db/rungNotices';
import type { ApiApp, RouteDeps } from '../apiApp';
import { ladderView } from '../ladderView';
import { readVisible } from '../performAct';
import { CaseId, PROBLEMS } from '../schemas/common';
import { LadderView } from '../schemas/ladder';

/** The ladder of each duty of a case: who was told when, and who would be next. */
export function ladderRoutes(app: ApiApp, deps: RouteDeps): void {
  app.get(
    '/api/v1/cases/:id/ladder',
    {
      schema: {
        summary: '逐级预警：各时限何时告知了谁，接下来是谁',
        tags: ['督办'],
        params: Type.Object({ id: CaseId }),
        response: { 200: LadderView, ...PROBLEMS },
      },
    },
    async (request) => {
      const actor = await deps.identify(request);
      const { state } = await readVisible(deps, request.params.id, actor);
      const events = await readEvents(deps.db, state.caseId);
      const notices = await rungNotices(deps.db, state.caseId);
      const names = await readNames(
        deps.db,
        notices.flatMap(({ person }) => person ?? []),
      );
      return ladderView({ state, events, notices, names, catalogue: deps.catalogue });
    },
  );
}
