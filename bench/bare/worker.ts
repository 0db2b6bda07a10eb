import { fileURLToPath } from 'node:url';
import { DefaultLogger, NativeConnection, Runtime, Worker } from '@temporalio/worker';
import { createPool } from '../../db/pool';
import { storeIn } from './store';

/** A baseline's worker, a process of its own like the service's. Arguments: address, task queue, database. */
const [address = '', taskQueue = '', databaseUrl = ''] = process.argv.slice(2);
Runtime.install({ logger: new DefaultLogger('ERROR'), telemetryOptions: { logging: { filter: 'ERROR' } } });
const connection = await NativeConnection.connect({ address });
const db = createPool(databaseUrl);
const worker = await Worker.create({
  connection,
  taskQueue,
  workflowsPath: fileURLToPath(new URL('./workflow.ts', import.meta.url)),
  activities: { store: storeIn(db) },
  maxCachedWorkflows: 2_000,
});
process.on('SIGTERM', () => worker.shutdown());
await worker.run();
await db.end();
await connection.close();
