import { listCases } from '../../db/listCases';
import { BUREAU, type Actor } from '../../domain/people';
import type { ApiApp, RouteDeps } from '../apiApp';
import { keyOf } from '../headers';
import { performAct } from '../performAct';
import { Problem } from '../problem';
import { IdempotencyHeaders, PROBLEMS } from '../schemas/common';
import { BatchUrging, URGED_AT_ONCE, UrgingAnswers } from '../schemas/urgings';

/** At once, so that a batch doesn't hold the acts of others up. */
const AT_ONCE = 6;

/** 批量催办: one urging in each case, each by the case's own act and with its own answer. */
export function urgingRoutes(app: ApiApp, deps: RouteDeps): void {
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
