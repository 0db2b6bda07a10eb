import { Type } from 'typebox';
import type { ApiApp, RouteDeps } from '../apiApp';
import { PROBLEMS } from '../schemas/common';

/** How people sign in here. Asked before anybody is known, so it says nothing that the sign-in page doesn't show. */
export function signInRoutes(app: ApiApp, { demoSignIn }: Pick<RouteDeps, 'demoSignIn'>): void {
  app.get(
    '/api/v1/sign-in',
    {
      schema: {
        summary: '登录方式',
        tags: ['工作台'],
        security: [],
        response: {
          200: Type.Object({ demo: Type.Boolean({ description: '是否开放演示登录；生产环境为 false' }) }),
          ...PROBLEMS,
        },
      },
    },
    async () => ({ demo: demoSignIn !== null }),
  );

  // In production nobody builds the development issuer, so this door isn't there either.
  if (demoSignIn === null) return;
  app.post(
    '/demo/sign-in',
    {
      schema: {
        hide: true,
        body: Type.Object({ name: Type.String({ minLength: 1, maxLength: 64 }) }, { additionalProperties: false }),
      },
    },
    async (request) => ({ token: await demoSignIn(request.body.name) }),
  );
}
