import { Type } from 'typebox';
import { listNotices } from '../../db/listNotices';
import { readNames } from '../../db/readNames';
import { CHANNEL_FIELD_LABELS, CHANNEL_LABELS, ROLE_LABELS } from '../../domain/labels';
import type { ApiApp, RouteDeps } from '../apiApp';
import { overviewFor } from '../overviewFor';
import { PROBLEMS } from '../schemas/common';
import { ChannelDoor, Item, Me, Notice, Overview, PatrolItem, Town } from '../schemas/desk';
import { seenBy } from '../seenBy';
import { orgName } from '../../domain/orgName';

/** What a person sees first: who they are, the counts, their notices, the catalogue's lists. */
export function deskRoutes(app: ApiApp, deps: RouteDeps): void {
  app.get(
    '/api/v1/me',
    { schema: { summary: '我', tags: ['工作台'], response: { 200: Me, ...PROBLEMS } } },
    async (request) => {
      const actor = await deps.identify(request);
      const names = await readNames(deps.db, [actor.id]);
      return {
        id: actor.id,
        name: names[actor.id] ?? actor.id,
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
    { schema: { summary: '总览', tags: ['工作台'], response: { 200: Overview, ...PROBLEMS } } },
    async (request) => {
      return overviewFor(deps, seenBy(await deps.identify(request)));
    },
  );

  app.get(
    '/api/v1/notices',
    {
      schema: {
        summary: '本单位的通知',
        tags: ['工作台'],
        querystring: Type.Object({ limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100, default: 20 })) }),
        response: { 200: Type.Object({ notices: Type.Array(Notice) }), ...PROBLEMS },
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
        response: { 200: Type.Object({ towns: Type.Array(Town) }), ...PROBLEMS },
      },
    },
    async (request) => {
      await deps.identify(request);
      return { towns: deps.catalogue.towns.map(({ code, name, kind }) => ({ code, name, kind })) };
    },
  );

  app.get(
    '/api/v1/catalogue/channels',
    {
      schema: {
        summary: '渠道：谁可以录入，须有什么，最多多少',
        tags: ['目录'],
        response: { 200: Type.Object({ channels: Type.Array(ChannelDoor) }), ...PROBLEMS },
      },
    },
    async (request) => {
      const actor = await deps.identify(request);
      return {
        channels: deps.channels.map(({ code, roles, required, maxText, maxAttachments, perMinute }) => ({
          code,
          label: CHANNEL_LABELS[code],
          open: roles.includes(actor.role),
          required: required.map((field) => ({ field, label: CHANNEL_FIELD_LABELS[field] })),
          maxText,
          maxAttachments,
          perMinute,
        })),
      };
    },
  );

  app.get(
    '/api/v1/catalogue/items',
    {
      schema: {
        summary: '处罚事项',
        tags: ['目录'],
        response: { 200: Type.Object({ items: Type.Array(Item) }), ...PROBLEMS },
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

  app.get(
    '/api/v1/catalogue/patrol-items',
    {
      schema: {
        summary: '巡查事项',
        tags: ['目录'],
        response: { 200: Type.Object({ items: Type.Array(PatrolItem) }), ...PROBLEMS },
      },
    },
    async (request) => {
      await deps.identify(request);
      return {
        items: deps.catalogue.patrolItems.map(({ code, name, signs, field, penaltyItem }) => ({
          ...{ code, name, signs, field, penaltyItem },
        })),
      };
    },
  );
}
