import { Type } from 'typebox';
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { ApiApp, RouteDeps } from '../apiApp';

/** Answered however busy the process is: a busy one must not look dead, and its figures are wanted just then. */
const ALWAYS = { pressureHandler: () => undefined };

/** For machines: is the process alive, can it serve, how does it do. */
export function healthRoutes(app: ApiApp, deps: RouteDeps): void {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const duration = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'Time to answer, by route and status',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 5],
    registers: [registry],
  });
  const problems = new Counter({
    name: 'problems_total',
    help: 'Answers that said no, by code; alarm on case_file_conflict and internal',
    labelNames: ['code'],
    registers: [registry],
  });
  new Gauge({
    name: 'database_pool_connections',
    help: 'Connections of the API to Postgres',
    labelNames: ['state'],
    registers: [registry],
    collect() {
      this.set({ state: 'total' }, deps.db.totalCount);
      this.set({ state: 'idle' }, deps.db.idleCount);
      this.set({ state: 'waiting' }, deps.db.waitingCount);
    },
  });
  app.addHook('onResponse', async (request, reply) => {
    duration.observe(
      { method: request.method, route: request.routeOptions.url ?? 'none', status: String(reply.statusCode) },
      reply.elapsedTime / 1_000,
    );
    if (reply.problemCode !== null) problems.inc({ code: reply.problemCode });
  });

  app.get('/healthz', { schema: { hide: true }, config: ALWAYS, logLevel: 'warn' }, async () => ({ status: 'ok' }));

  app.get(
    '/readyz',
    {
      schema: { hide: true, response: { '2xx': Type.Unsafe({}), 503: Type.Unsafe({}) } },
      logLevel: 'warn',
    },
    async (_request, reply) => {
      const [database, engine] = await Promise.all([
        answers(() => deps.db.query('select 1')),
        answers(() =>
          deps.engine.withDeadline(Date.now() + 1_500, () => deps.engine.connection.workflowService.getSystemInfo({})),
        ),
      ]);
      const ready = database && engine;
      return reply.status(ready ? 200 : 503).send({ ready, database, engine });
    },
  );

  app.get('/metrics', { schema: { hide: true }, config: ALWAYS, logLevel: 'warn' }, async (_request, reply) =>
    reply.type(registry.contentType).send(await registry.metrics()),
  );
}

async function answers(ask: () => Promise<unknown>): Promise<boolean> {
  try {
    await ask();
    return true;
  } catch {
    return false;
  }
}
