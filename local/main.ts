import closeWithGrace from 'close-with-grace';
import { pino } from 'pino';
import { startApi, issuerFrom, type Identity } from '../api/startApi';
import { freshConsole } from '../commands/freshConsole';
import { prepareDatabase } from '../commands/prepareDatabase';
import { readEnv } from '../config/env';
import { installRuntime } from '../worker/installRuntime';
import { startWorker } from '../worker/startWorker';
import { createCodeFlow } from './codeFlow';
import { demoPeople } from './demoPeople';
import { localIssuer } from './issuer';
import { writeServiceFile } from './serviceFile';
import { bringStack } from './stack';

/** `npm start`: the whole service on one machine, with its own Postgres and Temporal unless the environment names some. */
const began = Date.now();
const env = readEnv();
if (env.nodeEnv === 'production') {
  throw new Error(
    '`npm start` is for development. In production run api/server.ts and worker/main.ts (docker-compose.yml).',
  );
}
const say = (line: string): void => console.log(line);
const log = pino({ level: env.logLevel === 'info' ? 'warn' : env.logLevel, base: { service: 'local' } });

say('分级办案：正在启动……');
const stops: (() => Promise<void>)[] = [];
async function stopAll(): Promise<void> {
  for (const stop of stops.reverse()) await stop();
}

// A signal that comes while things are starting must end what has started by then.
let stopping = false;
const grace = closeWithGrace(
  { delay: 30_000, logger: { error: say }, skip: ['SIGINT', 'SIGTERM'] },
  async ({ err }) => {
    if (stopping) return;
    stopping = true;
    if (err) console.error(err);
    await stopAll();
    say('已停止。');
  },
);

// npm and tsx hand on a signal that the terminal has sent to all of them: one Ctrl-C comes two or three times, and the
// library takes the second for impatience and exits with the servers half stopped. Only a later one is meant.
const ONE_KEYPRESS_MS = 1_500;
let signalledAt: number | null = null;
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    if (signalledAt === null) {
      signalledAt = Date.now();
      say(`\n收到 ${signal}，正在停止……（再按一次立即退出）`);
      grace.close();
    } else if (Date.now() - signalledAt > ONE_KEYPRESS_MS) {
      process.exit(1);
    }
  });
}

// At once with nothing else: it takes both cores for a few seconds, and only when the pages' source has changed.
await freshConsole(say);
const stack = await bringStack(env, say, { timeSkipping: true });
stops.push(() => stack.stop());
const there = { ...env, databaseUrl: stack.databaseUrl, temporalAddress: stack.temporalAddress };
const { people } = await prepareDatabase(there);
say(`✔ 数据库已就绪，名册 ${people} 人`);

installRuntime(null);
const worker = await startWorker(there, log);
stops.push(() => worker.stop());
const local = await localIssuer(env.localDir);
const { oidc, routes } = createCodeFlow(local, demoPeople(env.catalogueDir));
const identity: Identity =
  env.jwtIssuer === null ? { keys: local.keys, issuer: local.issuer, oidc, issuerRoutes: routes } : issuerFrom(env);
const api = await startApi(there, identity, log, stack.uiUrl);
stops.push(() => api.stop());
const { temporalAddress, databaseUrl } = there;
await writeServiceFile(env.localDir, { url: api.url, temporalAddress, databaseUrl });

say(`✔ 服务已就绪，用时 ${((Date.now() - began) / 1_000).toFixed(1)} 秒

  首页        ${api.url}/
  接口文档    ${api.url}/docs
  流程引擎    ${stack.uiUrl ?? stack.temporalAddress}
  登录        首页点“登录”，选择演示人员；命令行用  npm run token -- dispatcher
  上报一条    curl -s ${api.url}/api/v1/clues -H "authorization: Bearer $(npm run -s token -- dispatcher)" \\
                -H 'content-type: application/json' -H "idempotency-key: $(date +%s)" \\
                -d '{"channel":"walk_in","text":"街子古镇字库塔旁有人占道经营卖水果"}'

  Ctrl-C 停止。数据保存在 ${env.localDir}`);
