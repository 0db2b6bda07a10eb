import { endSession } from '../../db/endSession';
import { listRoster } from '../../db/listRoster';
import { listSessions } from '../../db/listSessions';
import { endScreen, listScreens } from '../../db/screens';
import { ROLE_LABELS } from '../../domain/labels';
import { orgName } from '../../domain/orgName';
import { lawDateOf } from '../../domain/time/lawDate';
import { daysBetween } from '../../domain/time/stops';
import type { ApiApp, RouteDeps } from '../apiApp';
import { onlyFor } from '../onlyFor';
import { RosterPage, ScreenList, SessionEnded, SessionList, SessionParams } from '../schemas/administration';
import { PROBLEMS } from '../schemas/common';

const SESSIONS = 1_000;

/** 人员和登录: who may act and until when, and who is signed in. */
export function accountRoutes(app: ApiApp, deps: RouteDeps): void {
  app.get(
    '/api/v1/administration/people',
    {
      schema: { summary: '名册：岗位和执法证', tags: ['系统管理'], response: { 200: RosterPage, ...PROBLEMS } },
    },
    async (request) => {
      await onlyFor(deps, request, ['security_admin', 'auditor']);
      const today = lawDateOf(new Date().toISOString());
      const people = await listRoster(deps.db);
      return {
        people: people.map(({ role, org, ...person }) => ({
          ...person,
          roleLabel: ROLE_LABELS[role],
          orgName: orgName(deps.catalogue, org),
          daysLeft: person.certificateUntil === null ? null : daysBetween(today, person.certificateUntil),
        })),
      };
    },
  );

  app.get(
    '/api/v1/administration/sessions',
    { schema: { summary: '谁登录着', tags: ['系统管理'], response: { 200: SessionList, ...PROBLEMS } } },
    async (request) => {
      await onlyFor(deps, request, ['security_admin', 'auditor']);
      return { sessions: (await listSessions(deps.db, SESSIONS)).map((session) => ({ ...session })) };
    },
  );

  app.post(
    '/api/v1/administration/sessions/:id/end',
    {
      schema: {
        summary: '结束一次登录',
        description: '其他 API 进程最迟五秒后不再承认这次登录。已经结束的，再结束一次也算成功。',
        tags: ['系统管理'],
        params: SessionParams,
        response: { 200: SessionEnded, ...PROBLEMS },
      },
    },
    async (request) => {
      const { id: by } = await onlyFor(deps, request, ['security_admin']);
      const session = Buffer.from(request.params.id, 'hex');
      const subject = await endSession(deps.db, session);
      deps.forget(session);
      request.log.info({ by, subject }, 'session ended by an administrator');
      return { id: request.params.id, ended: true };
    },
  );

  app.get(
    '/api/v1/administration/screens',
    { schema: { summary: '哪些屏幕常开着大屏', tags: ['系统管理'], response: { 200: ScreenList, ...PROBLEMS } } },
    async (request) => {
      await onlyFor(deps, request, ['security_admin', 'auditor']);
      return { screens: (await listScreens(deps.db)).map((screen) => ({ ...screen })) };
    },
  );

  app.post(
    '/api/v1/administration/screens/:id/end',
    {
      schema: {
        summary: '结束一块屏幕的常开',
        description: '已经结束的，再结束一次也算成功。',
        tags: ['系统管理'],
        params: SessionParams,
        response: { 200: SessionEnded, ...PROBLEMS },
      },
    },
    async (request) => {
      const { id: by } = await onlyFor(deps, request, ['security_admin']);
      await endScreen(deps.db, Buffer.from(request.params.id, 'hex'), by);
      return { id: request.params.id, ended: true };
    },
  );
}
