import Fastify, { type FastifyBaseLogger } from 'fastify';
import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import swagger from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import underPressure from '@fastify/under-pressure';
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import { randomUUID } from 'node:crypto';
import type { ApiApp } from './apiApp';
import type { ApiDeps } from './deps';
import { createIdentify } from './identity';
import { Problem } from './problem';
import { accountRoutes } from './routes/accounts';
import { actRoutes } from './routes/acts';
import { catalogueTableRoutes } from './routes/catalogueTables';
import { refusalRoutes } from './routes/refusals';
import { archiveRoutes } from './routes/archive';
import { evidenceRoutes } from './routes/evidence';
import { cityPlatformRoutes } from './channels/cityPlatform';
import { channelRoutes } from './routes/channels';
import { importRoutes } from './routes/import';
import { open311Routes } from './channels/open311';
import { casePictureRoutes } from './routes/casePicture';
import { caseRoutes } from './routes/cases';
import { clockRoutes } from './routes/clocks';
import { clueRoutes } from './routes/clues';
import { correctionRoutes } from './routes/corrections';
import { earlierRoutes } from './routes/earlier';
import { formulaRoutes } from './routes/formulas';
import { deskRoutes } from './routes/desk';
import { deliveryRoutes } from './routes/deliveries';
import { dutyRoutes } from './routes/duties';
import { healthRoutes } from './routes/health';
import { indicatorRoutes } from './routes/indicators';
import { scoreRoutes } from './routes/scores';
import { exportRoutes } from './routes/exports';
import { reportRoutes } from './routes/reports';
import { liveRoutes } from './routes/live';
import { lawChangeRoutes } from './routes/lawChange';
import { officerRoutes } from './routes/officers';
import { recordRoutes } from './routes/records';
import { consoleRoutes } from './routes/console';
import { peopleRoutes } from './routes/people';
import { signInRoutes } from './routes/signIn';
import { paperRoutes } from './routes/papers';
import { pointRoutes } from './routes/points';
import { createSenderCount } from './countSender';
import { ladderRoutes } from './routes/ladder';
import { overdueAppealRoutes } from './routes/overdueAppeals';
import { urgingRoutes } from './routes/urgings';
import { wallRoutes } from './routes/wall';
import { whatIfRoutes } from './routes/whatIf';
import { sendDocument } from './sendDocument';
import { sendProblem } from './sendProblem';
import { containsUnstorable, validatorCompiler } from './validation';

/** Files of evidence have a door of their own, so nothing a person writes needs more; the engine's payloads end at 2 MiB. */
const BODY_LIMIT_BYTES = 256 * 1024;

/** Two of the samples, of a second each, that the load is judged by. */
const START_MS = 2_000;

/** What callers send again by themselves. A page or a sign-in costs little, and its reader would be answered in JSON. */
const SHED = /^\/(api|open311)\//;

class Busy extends Problem {
  constructor() {
    super('busy', '服务繁忙，请稍后重试。');
  }
}

/** Builds the API. Listening is `server.ts`'s. */
export async function buildApp(deps: ApiDeps): Promise<ApiApp> {
  const log: FastifyBaseLogger = deps.log;
  const app: ApiApp = Fastify({
    loggerInstance: log,
    bodyLimit: BODY_LIMIT_BYTES,
    genReqId: () => randomUUID(),
    requestIdHeader: false,
    forceCloseConnections: 'idle',
    return503OnClosing: true,
    // An address that can't be read never reaches a route, nor the handler of errors.
    frameworkErrors: (error, request, reply) => void sendProblem(error, request, reply),
  }).withTypeProvider<TypeBoxTypeProvider>();
  app.decorateReply('problemCode', null);
  app.setValidatorCompiler(validatorCompiler);
  // JSON is the one way to speak to us; text would reach the schemas as a string.
  app.removeContentTypeParser('text/plain');
  app.setErrorHandler<Error>((error, request, reply) => sendProblem(error, request, reply));
  app.setNotFoundHandler((request, reply) => {
    // Somebody who mistyped an address is answered by a page.
    const looks = request.method === 'GET' && (request.headers.accept ?? '').includes('text/html');
    if (looks && !SHED.test(request.url)) return sendDocument(reply.status(404));
    const missing = new Problem(
      'not_found',
      `没有 ${request.method} ${request.url.split('?')[0] ?? ''}，接口见 /docs。`,
    );
    return sendProblem(missing, request, reply);
  });

  await app.register(helmet, {
    contentSecurityPolicy: {
      directives: { defaultSrc: ["'self'"], styleSrc: ["'self'"], upgradeInsecureRequests: null },
    },
  });
  await app.register(cookie);
  let servedSince = Infinity;
  await app.register(underPressure, {
    maxEventLoopDelay: 1_000,
    // Compiling the routes' schemas holds the loop up before anything is served: that says nothing of the load.
    pressureHandler: ({ url }) =>
      SHED.test(url) && performance.now() > servedSince + START_MS ? Promise.reject(new Busy()) : undefined,
  });
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: { title: '分级办案', description: '综合执法分级办案服务', version: '1' },
      components: { securitySchemes: { bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } } },
      security: [{ bearer: [] }],
    },
  });
  await app.register(swaggerUi, { routePrefix: '/docs', staticCSP: true });
  await consoleRoutes(app);

  app.addHook('preHandler', async (request) => {
    // A file's rows are judged one by one: one bad character must not refuse its neighbours.
    if (request.routeOptions.config.rowByRow === true) return;
    if (containsUnstorable(request.body) || containsUnstorable(request.query) || containsUnstorable(request.params)) {
      throw new Problem('malformed', '内容含有 NUL 字符或残缺的字符，请删除后重试。');
    }
  });
  app.addHook('onRequest', async (request) => {
    // Every line of a case's request can be found by its number. Nothing else of the request is logged.
    const caseId = /\/cases\/(CZ\d{4}-\d+)/.exec(request.url)?.[1];
    if (caseId !== undefined) request.log = request.log.child({ caseId });
  });

  const routes = { ...deps, ...createIdentify(deps), countSender: createSenderCount() };
  app.get('/openapi.json', { schema: { hide: true } }, async () => app.swagger());
  clueRoutes(app, routes);
  importRoutes(app, routes);
  channelRoutes(app, routes);
  cityPlatformRoutes(app, routes);
  open311Routes(app, routes);
  correctionRoutes(app, routes);
  caseRoutes(app, routes);
  earlierRoutes(app, routes);
  recordRoutes(app, routes);
  officerRoutes(app, routes);
  casePictureRoutes(app, routes);
  clockRoutes(app, routes);
  lawChangeRoutes(app, routes);
  actRoutes(app, routes);
  paperRoutes(app, routes);
  archiveRoutes(app, routes);
  evidenceRoutes(app, routes);
  indicatorRoutes(app, routes);
  scoreRoutes(app, routes);
  whatIfRoutes(app, routes);
  reportRoutes(app, routes);
  exportRoutes(app, routes);
  dutyRoutes(app, routes);
  urgingRoutes(app, routes);
  overdueAppealRoutes(app, routes);
  ladderRoutes(app, routes);
  deliveryRoutes(app, routes);
  liveRoutes(app, routes);
  deskRoutes(app, routes);
  pointRoutes(app, routes);
  wallRoutes(app, routes);
  peopleRoutes(app, routes);
  catalogueTableRoutes(app, routes);
  formulaRoutes(app, routes);
  accountRoutes(app, routes);
  refusalRoutes(app, routes);
  healthRoutes(app, routes);
  signInRoutes(app, routes);
  deps.issuerRoutes?.(app);
  await app.ready();
  servedSince = performance.now();
  return app;
}
