import { createHash } from 'node:crypto';
import { jwtVerify, type JWTVerifyGetKey } from 'jose';
import type { FastifyRequest } from 'fastify';
import type { Actor } from '../domain/people';
import type { Pool } from '../db/pool';
import { readActor } from '../db/readActor';
import { readNames } from '../db/readNames';
import { readSession } from '../db/readSession';
import { Problem } from './problem';
import { sessionOf } from './session';

export interface IdentityOptions {
  readonly db: Pool;
  readonly keys: JWTVerifyGetKey;
  readonly issuer: string;
  readonly audience: string;
  readonly publicUrl: URL | null;
}

export type Identify = (request: FastifyRequest) => Promise<Actor>;
/** Whom a token names, on the roster or not; `given` stands in for the Authorization header. */
export type SubjectOf = (request: FastifyRequest, given?: string) => Promise<string>;

export interface Identities {
  readonly identify: Identify;
  readonly actorOf: (subject: string) => Promise<Actor>;
  readonly subjectOf: SubjectOf;
  /** A session that was ended here is over here at once. */
  readonly forget: (session: Buffer) => void;
}

/** How long a roster entry or a session is believed without asking again, in ms. A change takes at most this long to be felt. */
const BELIEVED_FOR_MS = 5_000;

/**
 * How long a verified token counts as verified, in ms, never past its expiry: its signature is the same at every request.
 * Short beside the ten minutes for which the issuer's keys are believed anyway.
 */
const VERIFIED_FOR_MS = 60_000;

/** Tokens and people that are kept at most. */
const KEPT = 10_000;

/** The token says who it is, the roster says what they may: roles in a token would outlive a change of post. */
export function createIdentify({ db, keys, issuer, audience, publicUrl }: IdentityOptions): Identities {
  const secure = publicUrl?.protocol === 'https:';
  const sessions = new Map<string, { readonly subject: string; readonly until: number }>();
  const known = new Map<string, { readonly actor: Actor; readonly until: number }>();
  const verified = new Map<string, { readonly subject: string; readonly until: number }>();

  return {
    identify: async (request) => actorOf(await subjectOf(request)),
    actorOf,
    subjectOf,
    forget: (session) => void sessions.delete(session.toString('base64')),
  };

  async function actorOf(subject: string): Promise<Actor> {
    const entry = known.get(subject);
    if (entry !== undefined && entry.until > Date.now()) return entry.actor;
    const actor = await readActor(db, subject);
    if (actor === null) throw await notOnRoster(subject);
    if (known.size > KEPT) known.clear();
    known.set(subject, { actor, until: Date.now() + BELIEVED_FOR_MS });
    return actor;
  }

  async function notOnRoster(subject: string): Promise<Problem> {
    const was = (await readNames(db, [subject]))[subject] !== undefined;
    return new Problem(
      'unknown_person',
      was
        ? '您已不在执法人员名册中，不能再查看和办理；如仍在岗，请联系系统管理员更新名册。'
        : '您不在执法人员名册中，请联系系统管理员。',
    );
  }

  async function subjectOf(request: FastifyRequest, given?: string): Promise<string> {
    // Machines bring a token in a header. Pages have none: their cookie names a session.
    if (given === undefined && request.headers.authorization === undefined) {
      const session = sessionOf(request, secure);
      if (session !== null) return signedIn(session);
    }
    const [scheme, token] = given === undefined ? (request.headers.authorization ?? '').split(' ') : ['bearer', given];
    if (scheme?.toLowerCase() !== 'bearer' || token === undefined || token === '') {
      throw new Problem('unauthenticated', '请在 Authorization 头中携带 Bearer 令牌。', { at: 'authorization' });
    }
    const digest = createHash('sha256').update(token).digest('base64');
    const before = verified.get(digest);
    if (before !== undefined && before.until > Date.now()) return before.subject;
    try {
      const { payload } = await jwtVerify(token, keys, {
        issuer,
        audience,
        // Only signatures of a private key: a shared secret or "none" is never an identity here.
        algorithms: ['RS256', 'RS384', 'RS512', 'ES256', 'ES384', 'ES512'],
        requiredClaims: ['sub', 'exp'],
      });
      if (typeof payload.sub === 'string' && payload.exp !== undefined) {
        if (verified.size > KEPT) verified.clear();
        const until = Math.min(payload.exp * 1_000, Date.now() + VERIFIED_FOR_MS);
        verified.set(digest, { subject: payload.sub, until });
        return payload.sub;
      }
    } catch (error) {
      request.log.info({ reason: error instanceof Error ? error.name : 'unknown' }, 'token refused');
    }
    throw new Problem('unauthenticated', '令牌无效或已过期，请重新登录。', { at: 'authorization' });
  }

  async function signedIn(session: Buffer): Promise<string> {
    const name = session.toString('base64');
    const before = sessions.get(name);
    if (before !== undefined && before.until > Date.now()) return before.subject;
    const subject = await readSession(db, session);
    if (subject === null) throw new Problem('unauthenticated', '登录已过期，请重新登录。');
    if (sessions.size > KEPT) sessions.clear();
    sessions.set(name, { subject, until: Date.now() + BELIEVED_FOR_MS });
    return subject;
  }
}
