import { listCases } from '../../db/listCases';
import { listUrgings } from '../../db/listUrgings';
import { readNames } from '../../db/readNames';
import { LIGHT_LABELS, STANDING_LABELS, URGING_LABELS } from '../../domain/labels';
import { orgName } from '../../domain/orgName';
import { BUREAU, type Actor } from '../../domain/people';
import type { ApiApp, RouteDeps } from '../apiApp';
import { fromCursor, toCursor } from '../cursor';
import { keyOf } from '../headers';
import { performAct } from '../performAct';
import { Problem } from '../problem';
import { IdempotencyHeaders, PROBLEMS } from '../schemas/common';
import { BatchUrging, URGED_AT_ONCE, UrgingAnswers, UrgingPage, UrgingQuery } from '../schemas/urgings';
import { seenBy } from '../seenBy';

/** At once, so that a batch doesn't hold the acts of others up. */
const AT_ONCE = 6;

/** 催办 and 督办: what was asked and answered; and urging in batch, in each case by its own act and with its own answer. */
export function urgingRoutes(app: ApiApp, deps: RouteDeps): void {
  app.get(
    '/api/v1/urgings',
    {
      schema: {
        summary: '催办和督办',
        tags: ['督办'],
        querystring: UrgingQuery,
        response: { 200: UrgingPage, ...PROBLEMS },
      },
    },
    async (request) => {
      const actor = await deps.identify(request);
      const { limit = 50, cursor, ...same } = request.query;
      const after = cursor === undefined ? undefined : fromCursor(cursor, 'duties');
      const [caseId = '', id = ''] = after?.id.split('/') ?? [];
      const rows = await listUrgings(deps.db, {
        ...same,
        limit,
        seenBy: seenBy(actor),
        ...(after === undefined ? {} : { after: { at: after.at, caseId, id } }),
      });
      const last = rows.at(-1);
      const names = await readNames(
        deps.db,
        rows.flatMap(({ by, answeredBy }) => [by, answeredBy ?? by]),
      );
      return {
        urgings: rows.map((row) => ({
          ...row,
          townName: orgName(deps.catalogue, row.town),
          orgName: orgName(deps.catalogue, row.org),
          kindLabel: URGING_LABELS[row.kind],
          standingLabel: STANDING_LABELS[row.standing],
          byName: names[row.by] ?? row.by,
          answeredByName: row.answeredBy === null ? null : (names[row.answeredBy] ?? row.answeredBy),
          lightLabel: row.light === null ? null : LIGHT_LABELS[row.light],
        })),
        next: rows.length < limit || last === undefined ? null : toCursor(last.at, `${last.caseId}/${last.id}`),
      };
    },
  );

  app.post(
    '/api/v1/urgings',
    {
      schema: {
        summary: '批量催办',
        tags: ['督办'],
        headers: IdempotencyHeaders,
        body: BatchUrging,
        response: { 200: UrgingAnswers, ...PROBLEMS },
      },
    },
    async (request) => {
      const actor = await deps.identify(request);
      if (actor.org !== BUREAU || !['supervisor', 'leader'].includes(actor.role)) {
        throw new Problem('forbidden', '批量催办只限督查人员和执法局负责人。');
      }
      const key = keyOf(request.headers);
      const { caseIds, filter, requirement, within } = request.body;
      if ((caseIds === undefined) === (filter === undefined)) {
        throw new Problem('unprocessable', 'caseIds 和 filter 填其中一项。', { at: 'body' });
      }
      const found = caseIds ?? (await openCases(filter ?? {}));
      const chosen = found.slice(0, URGED_AT_ONCE);
      const answers: Answer[] = [];
      for (let from = 0; from < chosen.length; from += AT_ONCE) {
        const some = chosen.slice(from, from + AT_ONCE);
        const body = { clockId: null, requirement, within };
        answers.push(...(await Promise.all(some.map((caseId) => urge(caseId, actor, `${key}/${caseId}`, body)))));
      }
      return { answers, more: found.length > chosen.length };
    },
  );

  async function openCases(filter: Omit<Parameters<typeof listCases>[1], 'seenBy' | 'limit' | 'order'>) {
    const rows = await listCases(deps.db, {
      ...filter,
      seenBy: null,
      open: true,
      order: 'due',
      limit: URGED_AT_ONCE + 1,
    });
    return rows.map(({ state }) => state.caseId);
  }

  /** Sent again under its key a case answers as before: a batch that broke off is finished by sending it again. */
  async function urge(caseId: string, actor: Actor, key: string, body: object): Promise<Answer> {
    try {
      const receipt = await performAct(deps, { caseId, act: 'urge', body, actor, key, ifSeq: null });
      return { caseId, status: receipt === null ? 'pending' : 'urged', code: null, detail: null };
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      return { caseId, status: 'refused', code: error.code, detail: error.message };
    }
  }
}

interface Answer {
  readonly caseId: string;
  readonly status: 'urged' | 'pending' | 'refused';
  readonly code: string | null;
  readonly detail: string | null;
}
