import { readEnv } from '../config/env';
import { prepareDatabase } from './prepareDatabase';

const env = readEnv();
if (env.databaseUrl === null) throw new Error('Set DATABASE_URL to the database that is to be brought up to date.');
const { migrations, people, retired } = await prepareDatabase({ ...env, databaseUrl: env.databaseUrl });
console.log(
  `migrations applied: ${migrations.length === 0 ? 'none were missing' : migrations.join(', ')}; roster: ${people} people` +
    (retired.length === 0 ? '' : `; no longer on it: ${retired.join(', ')}`),
);
