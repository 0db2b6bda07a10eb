import { Type } from 'typebox';
import { WorkflowNotFoundError } from '@temporalio/client';
import { cluesOfCase } from '../../db/listClues';
import { listCases, NEVER } from '../../db/listCases';
import { readEvents } from '../../db/readEvents';
import { readNames } from '../../db/readNames';
import { readPerson } from '../../db/readPerson';
import { stored } from '../../db/readModel';
import { availableActs } from '../../domain/decide';
import type { CaseState } from '../../domain/case';
import type { Actor } from '../../domain/people';
import { CHANNEL_LABELS } from '../../domain/labels';
import { masked, maySeeParty, maySeeReporter } from '../../domain/privacy';
import { endOf, startOf } from '../../domain/time/lawDate';
import { isPaused } from '../../domain/time/clock';
import { worstLight } from '../../domain/time/worstLight';
import { stateQuery } from '../../workflows/messages';
import { workflowId } from '../../workflows/workflowId';
import type { ApiApp, RouteDeps } from '../apiApp';
import { caseSearch } from '../caseSearch';
import { fromCursor, toCursor } from '../cursor';
import { etag } from '../headers';
import { nextSteps } from '../nextSteps';
import { readVisible } from '../performAct';
import { Problem } from '../problem';
import { ACT_BODIES } from '../schemas/acts';
import { CasePage, CaseQuery, CaseView, Timeline } from '../schemas/cases';
import { CaseId, PROBLEMS } from '../schemas/common';
import { clockView, nowFor, summaryView, timelineView } from '../views';
import { seenBy } from '../seenBy';

const CaseParams = Type.Object({ id: CaseId });
const Live = Type.Unsafe<Record<string, unknown>>({ type: 'object', additionalProperties: true });

export function caseRoutes(app: ApiApp, deps: RouteDeps): void {
  app.get(
    '/api/v1/cases',
    {
      schema: { summary: '案件列表', tags: ['案件'], querystring: CaseQuery, response: { 200: CasePage, ...PROBLEMS } },
    },
    async (request) => {
      const actor = await deps.identify(request);
      const { q, limit = 20, cursor, from, to, mine, order = 'newest', ...same } = request.query;
      if (same.town !== undefined && !deps.catalogue.towns.some(({ code }) => code === same.town)) {
        throw new Problem('unknown_town', `没有代码为 ${same.town} 的镇街。`, { at: 'querystring/town' });
      }
      const after = cursor === undefined ? undefined : fromCursor(cursor, 'cases');
      const rows = await listCases(deps.db, {
        ...same,
        ...(q === undefined ? {} : { search: caseSearch(q, deps.catalogue) }),
        ...(mine !== true ? {} : { assignee: actor.id }),
        limit,
        seenBy: seenBy(actor),
        ...(from === undefined ? {} : { from: startOf(from) }),
        ...(to === undefined ? {} : { before: endOf(to) }),
        order,
        ...(after === undefined ? {} : { after }),
      });
      const last = rows.at(-1);
      const lastAt = order === 'due' ? (last?.dueAt ?? NEVER) : last?.state.openedAt;
      return {
        cases: rows.map(({ state, light, dueAt }) => summaryView(state, light, dueAt, deps.catalogue)),
        next:
          rows.length < limit || last === undefined || lastAt === undefined
            ? null
            : toCursor(lastAt, last.state.caseId),
      };
    },
  );

  app.get(
    '/api/v1/cases/:id',
    { schema: { summary: '案件', tags: ['案件'], params: CaseParams, response: { 200: CaseView, ...PROBLEMS } } },
    async (request, reply) => {
      const actor = await deps.identify(request);
      const row = await readVisible(deps, request.params.id, actor);
      const { state } = row;
      void reply.header('etag', etag(state.seq));
      const now = nowFor(row);
      const clocks = Object.values(state.clocks);
      // What is paused is due at no time that could be told.
      const running = clocks.filter((clock) => !isPaused(clock));
      const dueAt = running.map((clock) => clock.dueAt).sort()[0] ?? null;
      const open = availableActs(state, actor, now);
      return {
        summary: summaryView(stored(state), worstLight(clocks, now), dueAt, deps.catalogue),
        state: { ...stored(state) },
        clocks: clocks.map((clock) => clockView(state, clock, now, deps.catalogue)),
        party: await partyOf(deps, state, actor),
        mayTakeArchive: state.stage === 'archived' && maySeeParty(state, actor),
        next: nextSteps(
          state,
          actor,
          now,
          deps.catalogue,
          open.map(({ act }) => act),
        ),
        // What only the system's hand does has no door here.
        availableActs: open.filter(({ act }) => act in ACT_BODIES),
        names: await readNames(deps.db, state.assignees),
      };
    },
  );

  app.get(
    '/api/v1/cases/:id/timeline',
    { schema: { summary: '全程时间线', tags: ['案件'], params: CaseParams, response: { 200: Timeline, ...PROBLEMS } } },
    async (request) => {
      const actor = await deps.identify(request);
      const { head, state } = await readVisible(deps, request.params.id, actor);
      const events = await readEvents(deps.db, state.caseId);
      const names = await readNames(deps.db, [...new Set(events.map(({ event }) => event.actor.id))]);
      return {
        caseId: state.caseId,
        head,
        events: events.map((event) => timelineView(event, deps.catalogue, names)),
      };
    },
  );

  app.get(
    '/api/v1/cases/:id/live',
    {
      schema: {
        summary: '流程引擎中的实时状态',
        tags: ['案件'],
        params: CaseParams,
        response: { 200: Live, ...PROBLEMS },
      },
    },
    async (request) => {
      const actor = await deps.identify(request);
      const { state } = await readVisible(deps, request.params.id, actor);
      try {
        const live = await deps.engine.withDeadline(Date.now() + 3_000, () =>
          deps.engine.workflow.getHandle(workflowId(state.caseId)).query(stateQuery),
        );
        return { ...live };
      } catch (error) {
        // Finished workflows leave the engine after the namespace's retention; the file has them for ever.
        if (!(error instanceof WorkflowNotFoundError)) throw error;
        throw new Problem('not_found', '流程引擎中没有本案（尚未启动，或已归档并超过引擎保留期）；请查案件和时间线。');
      }
    },
  );

  app.get(
    '/api/v1/cases/:id/clues',
    {
      schema: {
        summary: '案件的线索',
        tags: ['案件'],
        params: CaseParams,
        response: { 200: Type.Object({ clues: Type.Array(Live) }), ...PROBLEMS },
      },
    },
    async (request) => {
      const actor = await deps.identify(request);
      const { state } = await readVisible(deps, request.params.id, actor);
      const rows = await cluesOfCase(deps.db, state.caseId);
      return {
        // Who reported is asked for one clue at a time, by whoever needs it.
        clues: rows.map(({ reporter, now: _now, ...clue }) => ({
          ...clue,
          channelLabel: CHANNEL_LABELS[clue.channel],
          mayAskReporter: reporter !== null && maySeeReporter(state, actor),
        })),
      };
    },
  );
}

async function partyOf(deps: RouteDeps, state: CaseState, actor: Actor) {
  if (state.party === null) return null;
  const person = await readPerson(deps.db, state.party.personId);
  const hidden = !maySeeParty(state, actor);
  const name = person?.name ?? null;
  return {
    kind: state.party.kind,
    name: name === null || !hidden ? name : masked(name),
    idNumber: hidden ? null : (person?.idNumber ?? null),
    phone: hidden ? null : (person?.phone ?? null),
    address: hidden ? null : (person?.address ?? null),
    masked: hidden,
  };
}
