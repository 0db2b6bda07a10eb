import { Type } from 'typebox';
import type { ApiApp } from '../apiApp';

/** Signs demo people in, in development only: `server.ts` never builds it in production. */
export function demoRoutes(app: ApiApp, signIn: (name: string) => Promise<string>): void {
  app.post(
    '/demo/sign-in',
    {
      schema: {
        hide: true,
        body: Type.Object({ name: Type.String({ minLength: 1, maxLength: 64 }) }, { additionalProperties: false }),
      },
    },
    async (request) => ({ token: await signIn(request.body.name) }),
  );
}
