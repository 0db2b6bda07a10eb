import { endSession } from '../../db/endSession';
import { listRoster } from '../../db/listRoster';
import { listSessions } from '../../db/listSessions';
import { endScreen, listScreens } from '../../db/screens';
import { listSignIns, type SignInDeed } from '../../db/signInRecord';
import { ROLE_LABELS } from '../../domain/labels';
import { orgName } from '../../domain/orgName';
import { endOf, lawDateOf, startOf } from '../../domain/time/lawDate';
import { daysBetween } from '../../domain/time/stops';
import type { ApiApp, RouteDeps } from '../apiApp';
import { onlyFor } from '../onlyFor';
import { rights } from '../rights';
import {
  RoleList,
  RosterPage,
  ScreenList,
  SessionEnded,
  SessionList,
  SessionParams,
  SignInPage,
  SignInQuery,
} from '../schemas/administration';
import { PROBLEMS } from '../schemas/common';

const SESSIONS = 1_000;
const PAGE = 100;

const SIGN_IN_LABELS: Readonly<Record<SignInDeed, string>> = {
  signed_in: '登录',
  signed_out: '退出',
  session_ended: '结束他人的登录',
  screen_opened: '设为常开大屏',
  screen_ended: '结束常开大屏',
};

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
    '/api/v1/administration/roles',
    {
      schema: { summary: '岗位与权限：每个岗位能办什么', tags: ['系统管理'], response: { 200: RoleList, ...PROBLEMS } },
    },
    async (request) => {
      await onlyFor(deps, request, ['security_admin', 'auditor']);
      return { roles: rights() };
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
      await endSession(deps.db, session, by);
      deps.forget(session);
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

  app.get(
    '/api/v1/administration/sign-in-record',
    {
      schema: {
        summary: '登录记录：谁在何时登录、退出，谁结束了谁的登录或哪块大屏',
        tags: ['系统管理'],
        querystring: SignInQuery,
        response: { 200: SignInPage, ...PROBLEMS },
      },
    },
    async (request) => {
      await onlyFor(deps, request, ['security_admin', 'auditor']);
      const { person = null, what = null, from, to, before = null } = request.query;
      const entries = await listSignIns(deps.db, {
        ...{ person, what, before, limit: PAGE },
        from: from === undefined ? null : startOf(from),
        until: to === undefined ? null : endOf(to),
      });
      return {
        entries: entries.map((one) => ({ ...one, whatLabel: SIGN_IN_LABELS[one.what] })),
        kinds: SIGN_IN_LABELS,
        next: entries.length < PAGE ? null : (entries.at(-1)?.id ?? null),
      };
    },
  );
}
