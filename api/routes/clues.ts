import { Type } from 'typebox';
import { messagesOf } from '../../db/clueMessages';
import { readCase } from '../../db/readCase';
import { readNames } from '../../db/readNames';
import { readPerson } from '../../db/readPerson';
import { ratingsOfClue, type RecordedRating } from '../../db/satisfactions';
import { changesOfClue, type RecordedChange } from '../../db/clueChanges';
import { listClues, readClue, type ClueRow } from '../../db/listClues';
import { CHANNEL_LABELS, RATING_LABELS, TRIAGE_LABELS } from '../../domain/labels';
import type { Actor } from '../../domain/people';
import { maySee } from '../../domain/permission';
import { maySeeReporter } from '../../domain/privacy';
import { RATINGS } from '../../domain/satisfaction';
import { lightAt } from '../../domain/time/clock';
import { endOf, startOf } from '../../domain/time/lawDate';
import type { ApiApp, RouteDeps } from '../apiApp';
import { channelRule, checkClue } from '../channelRule';
import { withoutPersons } from '../channels/adapter';
import { fromCursor, toCursor } from '../cursor';
import { keyOf } from '../headers';
import { onlyFor } from '../onlyFor';
import { Problem } from '../problem';
import { isAnswered, rate } from '../rate';
import {
  ClueAnswer,
  ClueBody,
  ClueMessageView,
  ClueQuery,
  ClueView,
  SatisfactionBody,
  SettleBody,
  SuggestBody,
  Suggestions,
} from '../schemas/clues';
import { IdempotencyHeaders, nullable, PROBLEMS } from '../schemas/common';
import { seesClues } from '../seenBy';
import { settle } from '../settle';
import { checkRole } from '../senders';
import { startSoon } from '../startSoon';
import { submitClue } from '../submitClue';
import { suggestItems } from '../suggestItems';

const ClueParams = Type.Object({ id: Type.String({ format: 'uuid' }) });

export function clueRoutes(app: ApiApp, deps: RouteDeps): void {
  app.post(
    '/api/v1/clues',
    {
      schema: {
        summary: '上报线索（由工作人员录入，渠道的要求与其专用接口相同）',
        tags: ['线索'],
        body: ClueBody,
        headers: IdempotencyHeaders,
        response: { 201: ClueAnswer, ...PROBLEMS },
      },
    },
    async (request, reply) => {
      const actor = await deps.identify(request);
      const clue = request.body;
      const rule = channelRule(deps.channels, clue.channel);
      checkRole(rule, actor);
      deps.countSender(rule, actor.id);
      checkClue(rule, clue);
      const key = keyOf(request.headers);
      const original = withoutPersons(clue, ['reporter']);
      const { answer, opened } = await submitClue(deps, { caller: actor.id, key, clue, original });
      if (opened !== null) startSoon(deps, opened, request.log);
      return reply.status(201).send(answer as never);
    },
  );

  app.post(
    '/api/v1/clues/suggestions',
    {
      schema: {
        summary: '可能的事项：用研判的词，按写到一半的反映内容',
        tags: ['线索'],
        body: SuggestBody,
        response: { 200: Suggestions, ...PROBLEMS },
      },
    },
    async (request) => {
      const actor = await deps.identify(request);
      checkRole(channelRule(deps.channels, request.body.channel), actor);
      return { items: [...suggestItems(deps, request.body)] };
    },
  );

  app.get(
    '/api/v1/clues',
    {
      schema: {
        summary: '线索列表（指挥调度中心）',
        tags: ['线索'],
        querystring: ClueQuery,
        response: { 200: Type.Object({ clues: Type.Array(ClueView), next: nullable(Type.String()) }), ...PROBLEMS },
      },
    },
    async (request) => {
      const actor = await deps.identify(request);
      desk(actor);
      const { limit = 20, cursor, from, to, outcome, settled, asked, order = 'newest' } = request.query;
      const after = cursor === undefined ? undefined : fromCursor(cursor, 'clues');
      const rows = await listClues(deps.db, {
        limit,
        order,
        ...(outcome === undefined ? {} : { outcome }),
        ...(settled === undefined ? {} : { settled }),
        ...(asked === undefined ? {} : { asked }),
        ...(from === undefined ? {} : { from: startOf(from) }),
        ...(to === undefined ? {} : { before: endOf(to) }),
        ...(after === undefined ? {} : { after }),
      });
      const last = rows.at(-1);
      return {
        // Reporters are shown one clue at a time, to whoever needs them.
        clues: rows.map((row) => clueView(row, null, deps.catalogue, [], [], false)) as never,
        next:
          rows.length < limit || last === undefined
            ? null
            : toCursor(order === 'due' ? last.dueAt : last.receivedAt, last.clueId),
      };
    },
  );

  app.get(
    '/api/v1/clues/:id',
    { schema: { summary: '线索', tags: ['线索'], params: ClueParams, response: { 200: ClueView, ...PROBLEMS } } },
    async (request) => {
      const actor = await deps.identify(request);
      const row = await readClue(deps.db, request.params.id);
      const found = row?.caseId == null ? null : await readCase(deps.db, row.caseId);
      const visible =
        found === null
          ? ['dispatcher', 'supervisor', 'admin', 'leader', 'bureau_officer'].includes(actor.role)
          : maySee(actor, {
              town: found.state.town,
              owner: found.state.owner,
              cooperatingTowns: found.state.cooperation.map(({ town }) => town),
            });
      if (row === null || !visible) throw new Problem('not_found', '没有这条线索，或者您无权查看。');
      const reporter =
        row.reporter !== null && maySeeReporter(found?.state ?? null, actor)
          ? await readPerson(deps.db, row.reporter)
          : null;
      return clueView(
        row,
        reporter === null ? null : { name: reporter.name, phone: reporter.phone },
        deps.catalogue,
        await namedChanges(deps.db, row.clueId),
        await ratingsOfClue(deps.db, row.clueId),
        actor.role === 'dispatcher' && isAnswered(row),
      ) as never;
    },
  );

  app.get(
    '/api/v1/clues/:id/messages',
    {
      schema: {
        summary: '线索的原始来件和补充（不含个人信息）',
        tags: ['线索'],
        params: ClueParams,
        response: { 200: Type.Object({ messages: Type.Array(ClueMessageView) }), ...PROBLEMS },
      },
    },
    async (request) => {
      const actor = await deps.identify(request);
      const row = await readClue(deps.db, request.params.id);
      const found = row?.caseId == null ? null : await readCase(deps.db, row.caseId);
      // What people write may name them: the original is for whoever may know the reporter, and for supervision.
      const allowed = actor.role === 'supervisor' || maySeeReporter(found?.state ?? null, actor);
      if (row === null || !allowed) throw new Problem('not_found', '没有这条线索，或者您无权查看。');
      return { messages: (await messagesOf(deps.db, row.clueId)) as never };
    },
  );

  app.post(
    '/api/v1/clues/:id/settle',
    {
      schema: {
        summary: '人工研判：成案、不属本部门或并入已有案件',
        tags: ['线索'],
        params: ClueParams,
        body: SettleBody,
        response: { 200: ClueAnswer, ...PROBLEMS },
      },
    },
    async (request) => {
      const actor = await deps.identify(request);
      if (actor.role !== 'dispatcher') throw new Problem('forbidden', '只有调度员可以人工研判。');
      const { answer, opened } = await settle(deps, actor, request.params.id, request.body);
      if (opened !== null) startSoon(deps, opened, request.log);
      return answer as never;
    },
  );

  app.post(
    '/api/v1/clues/:id/satisfaction',
    {
      schema: {
        summary: '登记回访：反映人对办理结果的评价',
        tags: ['线索'],
        params: ClueParams,
        body: SatisfactionBody,
        response: { 200: Type.Object({ clueId: Type.String() }), ...PROBLEMS },
      },
    },
    async (request) => {
      const actor = await onlyFor(deps, request, ['dispatcher']);
      await rate(deps, actor, request.params.id, request.body.rating);
      return { clueId: request.params.id };
    },
  );
}

function desk(actor: Actor): void {
  if (!seesClues(actor)) {
    throw new Problem('forbidden', '线索列表只对指挥调度中心和督查开放。');
  }
}

interface NamedChange extends RecordedChange {
  readonly byName: string;
}

async function namedChanges(db: RouteDeps['db'], clueId: string): Promise<readonly NamedChange[]> {
  const changes = await changesOfClue(db, clueId);
  const names = await readNames(db, [...new Set(changes.map(({ by }) => by))]);
  return changes.map((change) => ({ ...change, byName: names[change.by] ?? change.by }));
}

function clueView(
  row: ClueRow,
  reporter: { name: string | null; phone: string | null } | null,
  catalogue: RouteDeps['catalogue'],
  changes: readonly NamedChange[],
  ratings: readonly RecordedRating[],
  mayRate: boolean,
) {
  return {
    clueId: row.clueId,
    caseId: row.caseId,
    channel: row.channel,
    channelLabel: CHANNEL_LABELS[row.channel],
    text: row.text,
    place: row.place,
    position: row.position,
    occurredAt: row.occurredAt,
    receivedAt: row.receivedAt,
    outcome: row.outcome,
    outcomeLabel: TRIAGE_LABELS[row.outcome],
    triage: { ...row.triage, townName: catalogue.towns.find(({ code }) => code === row.triage.town)?.name ?? null },
    light: row.outcome === 'desk' && row.settledAt === null ? lightAt(row, row.now) : null,
    dueAt: row.dueAt,
    settledAt: row.settledAt,
    answeredAt: row.answeredAt,
    answer: row.answer,
    reporter,
    changes,
    satisfaction: ratings.map((one) => ({ ...one, ratingLabel: RATING_LABELS[one.rating] })),
    ratingChoices: mayRate ? RATINGS.map((rating) => ({ rating, label: RATING_LABELS[rating] })) : [],
  };
}
