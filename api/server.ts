import closeWithGrace from 'close-with-grace';
import { pino } from 'pino';
import { readEnv, requireProduction } from '../config/env';
import { issuerFrom, startApi } from './startApi';

const env = readEnv();
if (env.nodeEnv === 'production') requireProduction(env);
if (env.databaseUrl === null || env.temporalAddress === null) {
  throw new Error('The API needs DATABASE_URL and TEMPORAL_ADDRESS. `npm start` brings its own.');
}
const log = pino({ level: env.logLevel, base: { service: 'api' } });
const api = await startApi(
  { ...env, databaseUrl: env.databaseUrl, temporalAddress: env.temporalAddress },
  issuerFrom(env),
  log,
);
closeWithGrace({ delay: 20_000 }, async ({ err }) => {
  if (err) log.error({ reason: err.message }, 'api fails');
  await api.stop();
});
