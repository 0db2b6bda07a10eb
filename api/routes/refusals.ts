import { listRefusals } from '../../db/listRefusals';
import { readNames } from '../../db/readNames';
import { ACT_LABELS, ROLE_LABELS } from '../../domain/labels';
import { orgName } from '../../domain/orgName';
import type { ApiApp, RouteDeps } from '../apiApp';
import { KINDS } from '../errors';
import { onlyFor } from '../onlyFor';
import { RefusalPage, RefusalQuery } from '../schemas/administration';
import { PROBLEMS } from '../schemas/common';

const PAGE = 100;

/** 被拒绝的操作: what was tried, by whom, and why it was refused. It stands in no case's file, so it is looked at here. */
export function refusalRoutes(app: ApiApp, deps: RouteDeps): void {
  app.get(
    '/api/v1/administration/refusals',
    {
      schema: {
        summary: '被拒绝的操作',
        tags: ['系统管理'],
        querystring: RefusalQuery,
        response: { 200: RefusalPage, ...PROBLEMS },
      },
    },
    async (request) => {
      await onlyFor(deps, request, ['auditor']);
      const { actor = null, caseId = null, before = null } = request.query;
      const refusals = await listRefusals(deps.db, { actor, caseId, before, limit: PAGE });
      const names = await readNames(deps.db, [...new Set(refusals.map((refusal) => refusal.actor))]);
      return {
        refusals: refusals.map(({ role, org, articles, ...refusal }) => ({
          ...refusal,
          name: names[refusal.actor] ?? null,
          articles: [...articles],
          roleLabel: ROLE_LABELS[role],
          orgName: orgName(deps.catalogue, org),
          actLabel: labelled(ACT_LABELS, refusal.act) ?? refusal.act,
          title: labelled(KINDS, refusal.code)?.title ?? refusal.code,
        })),
        next: refusals.length < PAGE ? null : (refusals.at(-1)?.id ?? null),
      };
    },
  );
}

/** What was kept long ago may bear a name that nothing has today. */
const labelled = <T>(labels: Readonly<Record<string, T>>, name: string): T | undefined =>
  Object.hasOwn(labels, name) ? labels[name] : undefined;
