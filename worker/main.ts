import closeWithGrace from 'close-with-grace';
import { pino } from 'pino';
import { readEnv, requireProduction } from '../config/env';
import { installRuntime } from './installRuntime';
import { startWorker } from './startWorker';

const env = readEnv();
if (env.nodeEnv === 'production') requireProduction(env);
if (env.databaseUrl === null || env.temporalAddress === null) {
  throw new Error('The worker needs DATABASE_URL and TEMPORAL_ADDRESS. `npm start` brings its own.');
}
const log = pino({ level: env.logLevel, base: { service: 'worker' } });
installRuntime(env.workerMetricsPort === null ? null : `${env.host}:${env.workerMetricsPort}`);
const worker = await startWorker({ ...env, databaseUrl: env.databaseUrl, temporalAddress: env.temporalAddress }, log);
log.info('worker ready');
closeWithGrace({ delay: 20_000 }, async ({ err }) => {
  if (err) log.error({ reason: err.message }, 'worker fails');
  await worker.stop();
});
