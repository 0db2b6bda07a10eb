import type { FastifyRequest } from 'fastify';
import { endSession } from '../db/endSession';
import type { RouteDeps } from './apiApp';
import { sessionOf } from './session';

/** Ends the session that a request came with, by its owner's own hand. Returns whether it came with one. */
export async function endOwnSession(
  deps: Pick<RouteDeps, 'db' | 'forget'>,
  request: FastifyRequest,
  secure: boolean,
): Promise<boolean> {
  const session = sessionOf(request, secure);
  if (session === null) return false;
  await endSession(deps.db, session, null);
  deps.forget(session);
  return true;
}
