import { Type } from 'typebox';
import { listNotices } from '../../db/listNotices';
import { overview } from '../../db/overview';
import {
  CHANNEL_LABELS,
  FIELD_LABELS,
  GRADE_LABELS,
  LIGHT_LABELS,
  ROLE_LABELS,
  STAGE_LABELS,
  TRIAGE_LABELS,
} from '../../domain/labels';
import type { ApiApp, RouteDeps } from '../apiApp';
import { PROBLEMS } from '../schemas/common';
import { seenBy } from '../seenBy';
import { orgName } from '../../domain/orgName';

const Anything = Type.Unsafe<Record<string, unknown>>({ type: 'object', additionalProperties: true });

/** What a person sees first: who they are, the counts, their notices, the catalogue's lists. */
export function deskRoutes(app: ApiApp, deps: RouteDeps): void {
  app.get(
    '/api/v1/me',
    { schema: { summary: '我', tags: ['工作台'], response: { 200: Anything, ...PROBLEMS } } },
    async (request) => {
      const actor = await deps.identify(request);
      return {
        id: actor.id,
        role: actor.role,
        roleLabel: ROLE_LABELS[actor.role],
        org: actor.org,
        orgName: orgName(deps.catalogue, actor.org),
        engineUi: actor.role === 'admin' ? deps.engineUi : null,
      };
    },
  );

  app.get(
    '/api/v1/overview',
    { schema: { summary: '总览', tags: ['工作台'], response: { 200: Anything, ...PROBLEMS } } },
    async (request) => {
      const actor = await deps.identify(request);
      const counts = await overview(deps.db, seenBy(actor));
      return {
        ...counts,
        towns: deps.catalogue.towns.map(({ code, name }) => ({ code, name })),
        labels: {
          stages: STAGE_LABELS,
          grades: GRADE_LABELS,
          lights: LIGHT_LABELS,
          fields: FIELD_LABELS,
          outcomes: TRIAGE_LABELS,
          channels: CHANNEL_LABELS,
        },
      };
    },
  );

  app.get(
    '/api/v1/notices',
    {
      schema: {
        summary: '本单位的通知',
        tags: ['工作台'],
        querystring: Type.Object({ limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100, default: 20 })) }),
        response: { 200: Type.Object({ notices: Type.Array(Anything) }), ...PROBLEMS },
      },
    },
    async (request) => {
      const actor = await deps.identify(request);
      const notices = await listNotices(deps.db, actor.org, request.query.limit ?? 20);
      return { notices: notices.map((notice) => ({ ...notice })) };
    },
  );

  app.get(
    '/api/v1/catalogue/towns',
    {
      schema: {
        summary: '镇街',
        tags: ['目录'],
        response: { 200: Type.Object({ towns: Type.Array(Anything) }), ...PROBLEMS },
      },
    },
    async (request) => {
      await deps.identify(request);
      return { towns: deps.catalogue.towns.map(({ code, name, kind }) => ({ code, name, kind })) };
    },
  );

  app.get(
    '/api/v1/catalogue/items',
    {
      schema: {
        summary: '处罚事项',
        tags: ['目录'],
        response: { 200: Type.Object({ items: Type.Array(Anything) }), ...PROBLEMS },
      },
    },
    async (request) => {
      await deps.identify(request);
      return {
        items: deps.catalogue.items.map(({ keywords: _keywords, negativeKeywords: _negative, ...item }) => ({
          ...item,
        })),
      };
    },
  );
}
