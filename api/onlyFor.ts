import type { FastifyRequest } from 'fastify';
import { ROLE_LABELS } from '../domain/labels';
import type { Actor, Role } from '../domain/people';
import type { RouteDeps } from './apiApp';
import { Problem } from './problem';

/** Who may see how others do their duties. */
export const EVALUATORS = ['supervisor', 'leader', 'admin'] as const satisfies readonly Role[];
/** Who may look at the wall, and hang it up somewhere. */
export const WALL_VIEWERS = [...EVALUATORS, 'dispatcher'] as const satisfies readonly Role[];

/**
 * Lets through whoever has one of these roles. Three administrators are kept apart by it: who runs the system, who lets people in, and
 * who looks at what both have done. Throws a Problem `forbidden` for anybody else.
 */
export async function onlyFor(
  deps: Pick<RouteDeps, 'identify'>,
  request: FastifyRequest,
  roles: readonly [Role, ...Role[]],
): Promise<Actor> {
  const actor = await deps.identify(request);
  if (!roles.includes(actor.role)) {
    throw new Problem('forbidden', `只限${roles.map((role) => ROLE_LABELS[role]).join('、')}使用。`);
  }
  return actor;
}
