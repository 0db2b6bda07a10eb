import type { FastifyRequest } from 'fastify';
import type { Role } from '../domain/people';
import type { RouteDeps } from './apiApp';
import { Problem } from './problem';

const READERS: readonly Role[] = ['supervisor', 'leader', 'admin'];

/** Lets through who may see how others do. Throws a Problem `forbidden` for anybody else. */
export async function identifyReader(deps: Pick<RouteDeps, 'identify'>, request: FastifyRequest): Promise<void> {
  const { role } = await deps.identify(request);
  if (!READERS.includes(role)) throw new Problem('forbidden', '履职评估只给督查、领导和系统管理员查看。');
}
