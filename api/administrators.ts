import type { FastifyRequest } from 'fastify';
import { ROLE_LABELS } from '../domain/labels';
import type { Actor, Role } from '../domain/people';
import type { RouteDeps } from './apiApp';
import { Problem } from './problem';

/** Three administrators are kept apart: who runs the system, who lets people in, and who looks at what both have done. */
export type Administrator = Extract<Role, 'admin' | 'security_admin' | 'auditor'>;

/** Lets through administrators of these kinds alone. Throws a Problem `forbidden` for anybody else. */
export async function identifyAdministrator(
  deps: Pick<RouteDeps, 'identify'>,
  request: FastifyRequest,
  kinds: readonly [Administrator, ...Administrator[]],
): Promise<Actor> {
  const actor = await deps.identify(request);
  if (!(kinds as readonly Role[]).includes(actor.role)) {
    throw new Problem('forbidden', `只限${kinds.map((kind) => ROLE_LABELS[kind]).join('、')}使用。`);
  }
  return actor;
}
