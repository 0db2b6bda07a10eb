import { Type } from 'typebox';
import { openSession } from '../../db/openSession';
import type { ApiApp, RouteDeps } from '../apiApp';
import { endOwnSession } from '../endOwnSession';
import type { SignInUnderWay } from '../oidc';
import { giveCookie, newSession, takeCookie } from '../session';

const UNDER_WAY = 'sign-in';
const CALLBACK = '/auth/callback';
/** As long as somebody may take at the identity provider, in seconds. */
const PATIENCE = 600;

/** How people sign in to the pages: by the identity provider, which brings them back with a code. Machines bring tokens. */
export function signInRoutes(app: ApiApp, deps: RouteDeps): void {
  const { oidc } = deps;
  const secure = deps.publicUrl?.protocol === 'https:';
  // It comes along on the way back from the provider, another site: so it can't be strict.
  const kept = { path: CALLBACK, httpOnly: true, secure, sameSite: 'lax' } as const;
  const here = (request: { protocol: string; host: string }): URL =>
    deps.publicUrl ?? new URL(`${request.protocol}://${request.host}`);

  app.get(
    '/auth/sign-in',
    { schema: { hide: true, querystring: Type.Object({ to: Type.Optional(Type.String({ maxLength: 500 })) }) } },
    async (request, reply) => {
      const back = pageOf(request.query.to);
      const { to, underWay } = await oidc.begin(new URL(CALLBACK, here(request)));
      const value = Buffer.from(JSON.stringify({ ...underWay, back })).toString('base64url');
      return reply
        .setCookie(UNDER_WAY, value, { ...kept, maxAge: PATIENCE })
        .header('cache-control', 'no-store')
        .redirect(to.href);
    },
  );

  app.get(CALLBACK, { schema: { hide: true } }, async (request, reply) => {
    const underWay = read(request.cookies[UNDER_WAY]);
    void reply.clearCookie(UNDER_WAY, kept).header('cache-control', 'no-store');
    try {
      if (underWay === null) throw new Error('nobody was signing in here');
      const subject = await oidc.finish(new URL(request.url, here(request)), underWay);
      const session = newSession();
      await openSession(deps.db, { ...session, subject });
      giveCookie(reply, session, secure);
      return await reply.redirect(underWay.back);
    } catch (error) {
      // Neither the code nor the state: only what kind of fault it was.
      request.log.warn({ reason: error instanceof Error ? error.message : 'unknown' }, 'sign-in failed');
      return reply.redirect('/sign-in?failed');
    }
  });

  app.post('/auth/sign-out', { schema: { hide: true } }, async (request, reply) => {
    await endOwnSession(deps, request, secure);
    takeCookie(reply, secure);
    return reply.status(204).send();
  });
}

/** A page of ours and nothing else: what is given could lead anywhere. */
function pageOf(to: string | undefined): string {
  return to !== undefined && /^\/(?![/\\])[\x21-\x7e]*$/.test(to) ? to : '/';
}

function read(cookie: string | undefined): (SignInUnderWay & { readonly back: string }) | null {
  if (cookie === undefined) return null;
  try {
    const { state, nonce, verifier, back } = JSON.parse(Buffer.from(cookie, 'base64url').toString()) as Record<
      string,
      unknown
    >;
    if (typeof state !== 'string' || typeof nonce !== 'string' || typeof verifier !== 'string') return null;
    return { state, nonce, verifier, back: pageOf(typeof back === 'string' ? back : undefined) };
  } catch {
    return null;
  }
}
