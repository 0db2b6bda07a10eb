import type { FastifyReply, FastifyRequest } from 'fastify';
import { openScreen, seeScreen } from '../../db/screens';
import type { ApiApp, RouteDeps } from '../apiApp';
import { endOwnSession } from '../endOwnSession';
import { onlyFor, WALL_VIEWERS } from '../onlyFor';
import { PROBLEMS } from '../schemas/common';
import { ScreenBody, ScreenView, WallView } from '../schemas/wall';
import { giveScreen, screenOf, takeScreen } from '../screen';
import { newSecret, takeCookie } from '../session';
import { wallPicture } from '../wallPicture';

/** How long a picture of the city is shown before it is taken anew, in ms: however many screens there are, it is taken once. */
const FRESH_MS = 4_000;

/** 大屏: looked at by somebody who is signed in, or shown for years by a screen that belongs to nobody. */
export function wallRoutes(app: ApiApp, deps: RouteDeps): void {
  const secure = deps.publicUrl?.protocol === 'https:';
  let taken: { readonly at: number; readonly picture: ReturnType<typeof wallPicture> } | null = null;

  app.get(
    '/api/v1/wall',
    { schema: { summary: '大屏', tags: ['大屏'], response: { 200: WallView, ...PROBLEMS } } },
    async (request, reply) => {
      const screen = await screenBehind(request, reply);
      if (screen === null) await onlyFor(deps, request, WALL_VIEWERS);
      return { screen, ...(await picture()) };
    },
  );

  app.post(
    '/api/v1/wall/screens',
    {
      schema: {
        summary: '让这块屏幕常开大屏',
        description:
          '浏览器得到只能看大屏的凭据，本人在这台机器上的登录随即结束。常开至安全管理员结束，或者连续 30 日没有打开。',
        tags: ['大屏'],
        body: ScreenBody,
        response: { 201: ScreenView, ...PROBLEMS },
      },
    },
    async (request, reply) => {
      const { id: openedBy } = await onlyFor(deps, request, WALL_VIEWERS);
      const { place } = request.body;
      const { secret, secretHash } = newSecret();
      await openScreen(deps.db, { secretHash, place, openedBy });
      giveScreen(reply, secret, secure);
      // Whoever walks past the screen must not find somebody signed in at it.
      if (await endOwnSession(deps, request, secure)) takeCookie(reply, secure);
      return reply.status(201).send({ place });
    },
  );

  /** null: it is somebody, or nobody at all. */
  async function screenBehind(request: FastifyRequest, reply: FastifyReply): Promise<{ place: string } | null> {
    const brought = screenOf(request, secure);
    if (brought === null) return null;
    const screen = await seeScreen(deps.db, brought.secretHash);
    if (screen === null) {
      takeScreen(reply, secure);
      return null;
    }
    if (screen.noted) giveScreen(reply, brought.secret, secure);
    return { place: screen.place };
  }

  function picture(): ReturnType<typeof wallPicture> {
    const now = Date.now();
    if (taken === null || now - taken.at > FRESH_MS) {
      const next = { at: now, picture: wallPicture(deps, now) };
      taken = next;
      // One that failed is told to whoever asked, and to nobody after them.
      next.picture.catch(() => {
        if (taken === next) taken = null;
      });
    }
    return taken.picture;
  }
}
