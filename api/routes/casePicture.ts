import { Type } from 'typebox';
import { GUARD_LABELS } from '../../config/guardLabels';
import { canonicalJson, chain, GENESIS } from '../../db/chain';
import { readEvents } from '../../db/readEvents';
import { stored } from '../../db/readModel';
import { STAGES, type ActName } from '../../domain/case';
import { fold } from '../../domain/evolve';
import { ACT_LABELS, ROLE_LABELS, STAGE_LABELS } from '../../domain/labels';
import { isCompetent } from '../../domain/permission';
import { procedureOf } from '../../domain/procedures/procedures';
import type { ApiApp, RouteDeps } from '../apiApp';
import { readVisible } from '../performAct';
import { ProcedurePicture, Verification } from '../schemas/casePicture';
import { CaseId, PROBLEMS } from '../schemas/common';
import { nowFor } from '../views';

const CaseParams = Type.Object({ id: CaseId });

/** A case seen from outside: its procedure with what each act asks for as things stand, and whether its file is intact. */
export function casePictureRoutes(app: ApiApp, deps: RouteDeps): void {
  app.get(
    '/api/v1/cases/:id/procedure',
    {
      schema: {
        summary: '本案的程序：环节、动作和各项法定条件',
        tags: ['案件'],
        params: CaseParams,
        response: { 200: ProcedurePicture, ...PROBLEMS },
      },
    },
    async (request) => {
      const actor = await deps.identify(request);
      const row = await readVisible(deps, request.params.id, actor);
      const { state } = row;
      const { id, version, acts } = procedureOf(state);
      const now = nowFor(row);
      return {
        id,
        version,
        stages: STAGES.map((stage) => ({ stage, label: STAGE_LABELS[stage] })),
        acts: (Object.keys(acts) as ActName[]).flatMap((act) => {
          const rule = acts[act];
          if (rule === undefined) return [];
          return {
            act,
            label: ACT_LABELS[act],
            at: [...rule.at],
            by: [...new Set(rule.by.map(({ role }) => ROLE_LABELS[role]))],
            article: rule.article,
            mine: isCompetent(state, actor, rule),
            conditions: rule.requires.map((guard) => {
              const refusal = guard(state, actor, now);
              return {
                text: GUARD_LABELS[guard.name] ?? guard.name,
                met: refusal === null,
                why: refusal?.detail ?? null,
                articles: [...(refusal?.articles ?? [])],
              };
            }),
            // What is asked of the input is known only once it is there.
            checks: [...new Set(rule.checks.map(({ name }) => GUARD_LABELS[name] ?? name))],
          };
        }),
      };
    },
  );

  app.get(
    '/api/v1/cases/:id/verification',
    {
      schema: {
        summary: '核对案卷：事件链和当前状态是否完好',
        tags: ['案件'],
        params: CaseParams,
        response: { 200: Verification, ...PROBLEMS },
      },
    },
    async (request) => {
      const actor = await deps.identify(request);
      const { state, head } = await readVisible(deps, request.params.id, actor);
      const events = await readEvents(deps.db, state.caseId);
      const hashes = chain(
        GENESIS,
        events.map(({ event }) => event),
      );
      const broken = events.find(({ event, hash }, at) => event.seq !== at + 1 || hash !== hashes[at]);
      const folded = fold(events.map(({ event }) => event));
      const same = canonicalJson(stored(folded)) === canonicalJson(stored(state));
      return {
        events: events.length,
        head: hashes.at(-1) ?? GENESIS,
        chainIntact: broken === undefined && hashes.at(-1) === head,
        brokenAt: broken?.event.seq ?? null,
        stateIntact: same,
      };
    },
  );
}
