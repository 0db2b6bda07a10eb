import { Type } from 'typebox';
import { readPerson } from '../../db/readPerson';
import { isSure } from '../../domain/earlierCases';
import { maySeeParty } from '../../domain/privacy';
import type { ApiApp, RouteDeps } from '../apiApp';
import { earlierPenalties } from '../earlierPenalties';
import { readVisible } from '../performAct';
import { Problem } from '../problem';
import { EarlierView } from '../schemas/cases';
import { CaseId, nullable, PROBLEMS } from '../schemas/common';
import { nowFor } from '../views';

/** The same party's earlier cases, as they are on file now; what was known at filing stands in the case. */
export function earlierRoutes(app: ApiApp, deps: RouteDeps): void {
  app.get(
    '/api/v1/cases/:id/earlier',
    {
      schema: {
        summary: '同一当事人的在先案件（只有案号，没有个人信息）',
        tags: ['案件'],
        params: Type.Object({ id: CaseId }),
        response: { 200: Type.Object({ earlier: nullable(EarlierView) }), ...PROBLEMS },
      },
    },
    async (request) => {
      const actor = await deps.identify(request);
      const row = await readVisible(deps, request.params.id, actor);
      const { state } = row;
      if (!maySeeParty(state, actor)) throw new Problem('forbidden', '您在本环节不需要当事人的信息。');
      const { party } = state;
      if (party === null) return { earlier: null };
      const person = await readPerson(deps.db, party.personId);
      if (person === null) throw new Error(`case ${state.caseId}: its party isn't in the register`);
      const found = await earlierPenalties(
        deps.db,
        deps.catalogue.limits,
        state,
        { ...person, kind: party.kind },
        nowFor(row),
      );
      return {
        earlier: {
          ...found,
          cases: found.cases.map((one) => ({
            ...one,
            itemName: deps.catalogue.items.find(({ code }) => code === one.item)?.name ?? one.item,
            sure: isSure(party.kind, one),
          })),
        },
      };
    },
  );
}
