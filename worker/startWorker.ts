import { NativeConnection } from '@temporalio/worker';
import { openSigner } from '../archive/keys';
import { loadCatalogue } from '../config/catalogue';
import { environment, type Env } from '../config/env';
import { loadEvaluation } from '../config/evaluation';
import { loadPaperRules } from '../config/paperRules';
import { loadSinks } from '../config/sinks';
import { createPool } from '../db/pool';
import { connectEngine } from '../engine/connectEngine';
import { loadTemplates } from '../papers/loadTemplates';
import { loadReportTemplate } from '../reports/reportTemplate';
import { startArchiver } from './archiver';
import { bundle } from './bundle';
import { createWorker } from './createWorker';
import { startEvaluator } from './evaluator';
import { startHeadsSigner } from './headsSigner';
import type { Log } from './log';
import { httpRecords } from './httpRecords';
import { startPersonSweeper } from './personSweeper';
import { startRecordKeeper } from './recordKeeper';
import { startRelay } from './relay';
import { startReportSchedule } from './reportSchedule';
import { startSenders } from './sender';
import { startSweeper } from './sweeper';

export type WorkerEnv = Env & { readonly databaseUrl: string; readonly temporalAddress: string };

export interface RunningWorker {
  /** Lets what is under way finish, then lets go of everything. */
  stop(): Promise<void>;
  /** Resolves when the worker has ended, rejects where it failed. */
  readonly ended: Promise<void>;
}

/**
 * A worker process: cases, the relay of duties, the senders of notices, the files of archived cases, the day's signature, the
 * indicators, the plan of the monthly reports, the sweepers of cases not yet started and of persons not used, and the questions to a register where there is one.
 */
export async function startWorker(env: WorkerEnv, log: Log): Promise<RunningWorker> {
  // First what may stop the start: nothing is open yet that would have to be closed.
  const signer = openSigner(env);
  const { towns } = loadCatalogue(env.catalogueDir);
  const papers = {
    rules: loadPaperRules(env.catalogueDir, towns),
    templates: loadTemplates(env.papersDir),
  };
  const evaluation = loadEvaluation(env.catalogueDir);
  const reports = { ...evaluation, towns, template: loadReportTemplate(env.papersDir) };
  const sinks = loadSinks(env.noticeSinks, environment);
  const db = createPool(env.databaseUrl, { max: 10 });
  const connection = await NativeConnection.connect({
    address: env.temporalAddress,
    tls: env.temporalTls,
    ...(env.temporalApiKey === null ? {} : { apiKey: env.temporalApiKey }),
  });
  const client = connectEngine(env);
  const worker = await createWorker({
    connection,
    namespace: env.temporalNamespace,
    taskQueue: env.taskQueue,
    bundle: await bundle(),
    db,
    reports,
  });
  const ended = worker.run();
  const relay = startRelay(db, client, log, sinks);
  const senders = startSenders(db, sinks, log);
  const sweeper = startSweeper(db, client, env.taskQueue, log);
  const persons = startPersonSweeper(db, log);
  const archiver = startArchiver({ db, papers, signer }, log);
  const heads = startHeadsSigner(db, signer, log);
  const evaluator = startEvaluator(db, log);
  const reportSchedule = startReportSchedule(client, env.taskQueue, evaluation.reportAt, log);
  const records =
    env.recordLookUpUrl === null
      ? []
      : [startRecordKeeper(db, httpRecords({ url: env.recordLookUpUrl, timeoutMs: env.recordLookUpTimeoutMs }), log)];
  return {
    ended,
    async stop() {
      const parts = [relay, senders, sweeper, persons, archiver, heads, evaluator, reportSchedule, ...records];
      await Promise.all(parts.map((each) => each.stop()));
      if (worker.getState() === 'RUNNING') worker.shutdown();
      await ended.catch(() => undefined);
      await client.connection.close();
      await connection.close();
      await db.end();
    },
  };
}
