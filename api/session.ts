import { createHash, randomBytes } from 'node:crypto';
import type { CookieSerializeOptions } from '@fastify/cookie';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Problem } from './problem';

/** A shift, as a token lasts. */
const SECONDS = 12 * 3_600;
const SAFE = ['GET', 'HEAD', 'OPTIONS'];

/** Pages say this with every request that changes something; no other site's page can, without asking us first. */
export const FROM_PAGES = { header: 'x-requested-by', value: 'console' } as const;

/** What the pages' cookie is called. `__Host-` holds it to this host and to TLS, which development doesn't have. */
const nameOf = (secure: boolean): string => (secure ? '__Host-session' : 'session');

const options = (secure: boolean): CookieSerializeOptions => ({
  path: '/',
  httpOnly: true,
  secure,
  // The page itself needs no cookie and everything that it asks for is asked from here: so none is ever sent from elsewhere.
  sameSite: 'strict',
});

/** What a cookie holds, and what of it is kept here. */
export interface Secret {
  readonly secret: string;
  readonly secretHash: Buffer;
}

export interface NewSession extends Secret {
  readonly seconds: number;
}

export function newSecret(): Secret {
  const secret = randomBytes(32).toString('base64url');
  return { secret, secretHash: hashOf(secret) };
}

export const newSession = (): NewSession => ({ ...newSecret(), seconds: SECONDS });

export function giveCookie(reply: FastifyReply, { secret, seconds }: NewSession, secure: boolean): void {
  void reply.setCookie(nameOf(secure), secret, { ...options(secure), maxAge: seconds });
}

export function takeCookie(reply: FastifyReply, secure: boolean): void {
  void reply.clearCookie(nameOf(secure), options(secure));
}

/** The hash of the secret that came with a request; null where none came. Throws for one that another site could have sent. */
export function sessionOf(request: FastifyRequest, secure: boolean): Buffer | null {
  const secret = request.cookies[nameOf(secure)];
  if (secret === undefined || secret === '') return null;
  if (!SAFE.includes(request.method) && request.headers[FROM_PAGES.header] !== FROM_PAGES.value) {
    throw new Problem('forbidden', '这个请求不是由本系统的页面发出的，没有执行。请从页面上办理。', {
      at: FROM_PAGES.header,
    });
  }
  return hashOf(secret);
}

export function hashOf(secret: string): Buffer {
  return createHash('sha256').update(secret).digest();
}
