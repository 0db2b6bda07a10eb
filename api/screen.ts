import type { CookieSerializeOptions } from '@fastify/cookie';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { hashOf, type Secret } from './session';

/** As long as a browser keeps a cookie at all; whether the screen still lives the database says. */
const COOKIE_SECONDS = 400 * 24 * 3_600;

const nameOf = (secure: boolean): string => (secure ? '__Secure-screen' : 'screen');

/** It goes along with the wall's own questions and nothing else: no other route could mistake it for somebody. */
const options = (secure: boolean): CookieSerializeOptions => ({
  path: '/api/v1/wall',
  httpOnly: true,
  secure,
  sameSite: 'strict',
});

export function giveScreen(reply: FastifyReply, secret: Secret['secret'], secure: boolean): void {
  void reply.setCookie(nameOf(secure), secret, { ...options(secure), maxAge: COOKIE_SECONDS });
}

export function takeScreen(reply: FastifyReply, secure: boolean): void {
  void reply.clearCookie(nameOf(secure), options(secure));
}

/** The secret that a screen brings, with its hash; null where none came. */
export function screenOf(request: FastifyRequest, secure: boolean): Secret | null {
  const secret = request.cookies[nameOf(secure)];
  return secret === undefined || secret === '' ? null : { secret, secretHash: hashOf(secret) };
}
