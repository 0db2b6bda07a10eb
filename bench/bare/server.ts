import { Client } from '@temporalio/client';
import Fastify from 'fastify';
import { createPool } from '../../db/pool';
import { engineConnection } from '../../engine/engineConnection';
import { CREATE_TABLE, storeIn } from './store';
import { step } from './workflow';

/**
 * The stored baseline's door: a case is put on file and started, a step is an update. No identity, no schema, no
 * rules. Arguments: the engine's address, task queue, database, port.
 */
const [address = '', taskQueue = '', databaseUrl = '', port = ''] = process.argv.slice(2);
const engine = new Client({ connection: engineConnection({ address }) });
const db = createPool(databaseUrl);
await db.query(CREATE_TABLE);
const store = storeIn(db);
const app = Fastify();
app.post<{ Params: { id: string } }>('/cases/:id', async ({ params: { id } }) => {
  await store(id, 0);
  await engine.workflow.start('storedCase', { taskQueue, workflowId: id });
  return { id };
});
app.post<{ Params: { id: string } }>('/cases/:id/steps', async ({ params: { id } }) => ({
  number: await engine.workflow.getHandle(id).executeUpdate(step),
}));
process.on('SIGTERM', () => void app.close().then(() => Promise.all([db.end(), engine.connection.close()])));
await app.listen({ host: '127.0.0.1', port: Number(port) });
