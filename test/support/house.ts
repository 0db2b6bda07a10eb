import { randomInt, randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { NativeConnection, type Worker } from '@temporalio/worker';
import pg from 'pg';
import { pino } from 'pino';
import { inject } from 'vitest';
import { buildApp } from '../../api/app';
import { publicKeys, openSigner } from '../../archive/keys';
import type { Signer } from '../../archive/signer';
import type { ApiApp } from '../../api/apiApp';
import type { ApiDeps } from '../../api/deps';
import { loadCatalogue } from '../../config/catalogue';
import { loadChannels } from '../../config/channels';
import { loadDutyRoster } from '../../config/dutyRoster';
import { readEnv } from '../../config/env';
import { buildFinder } from '../../config/findWords';
import { loadPaperRules } from '../../config/paperRules';
import { loadEvaluation } from '../../config/evaluation';
import type { Sink } from '../../config/sinks';
import { loadRetention } from '../../config/retention';
import { createPool, type Pool } from '../../db/pool';
import type { Catalogue } from '../../domain/catalogue';
import { openEvidenceStore } from '../../evidence/evidenceStore';
import { loadTemplates } from '../../papers/loadTemplates';
import { loadReportTemplate } from '../../reports/reportTemplate';
import { connectEngine } from '../../engine/connectEngine';
import { createCodeFlow } from '../../local/codeFlow';
import { demoPeople } from '../../local/demoPeople';
import { fastForward, fastForwardTo } from '../../local/fastForward';
import { startArchiver } from '../../worker/archiver';
import { createWorker } from '../../worker/createWorker';
import { installRuntime } from '../../worker/installRuntime';
import { startRelay } from '../../worker/relay';
import { startSenders } from '../../worker/sender';
import { startSweeper } from '../../worker/sweeper';
import { askPatiently } from './askPatiently';
import { testIssuer } from './testIssuer';

export interface Answer<T = Record<string, unknown>> {
  readonly status: number;
  readonly body: T & { readonly code?: string; readonly detail?: string };
  readonly headers: Record<string, unknown>;
}

/** The whole service in one process: its own database and task queue on the servers that all files share. */
export interface House {
  readonly app: ApiApp;
  readonly db: Pool;
  readonly engine: ApiDeps['engine'];
  readonly catalogue: Catalogue;
  readonly papers: ApiDeps['papers'];
  readonly signer: Signer;
  readonly archiveKeys: ApiDeps['archiveKeys'];
  readonly evidence: ApiDeps['evidence'];
  /** Where its files lie, for whoever alters one. */
  readonly evidenceDir: string;
  readonly retention: ApiDeps['retention'];
  readonly evaluation: ApiDeps['evaluation'];
  readonly databaseUrl: string;
  readonly taskQueue: string;
  /** Asks the API as somebody on the roster. */
  get<T = Record<string, unknown>>(person: string, url: string): Promise<Answer<T>>;
  post<T = Record<string, unknown>>(
    person: string,
    url: string,
    body: unknown,
    headers?: Record<string, string>,
  ): Promise<Answer<T>>;
  /** A token of somebody, for requests that are not a decent client's. */
  token(person: string): Promise<string>;
  act<T = Record<string, unknown>>(person: string, caseId: string, act: string, body?: object): Promise<Answer<T>>;
  forward(caseId: string, ms: number): Promise<void>;
  forwardTo(caseId: string, instant: string): Promise<void>;
  /** What was logged so far, as text. */
  logged(): string;
  close(): Promise<void>;
}

/** The new secret and the one it replaces. */
export const CITY_PLATFORM_SECRETS = [
  `whsec_${Buffer.from('new secret of the city platform').toString('base64')}`,
  `whsec_${Buffer.from('old secret of the city platform').toString('base64')}`,
];

let runtimeInstalled = false;

export interface HouseOptions {
  /** Another engine than the one that all files share. */
  readonly temporalAddress?: string;
  /** How many cases the worker keeps in memory: 0 = each step begins with a replay of the whole history. */
  readonly cachedCases?: number;
  /** By which notices leave the house. */
  readonly sinks?: readonly Sink[];
}

export async function openHouse({ temporalAddress, cachedCases, sinks = [] }: HouseOptions = {}): Promise<House> {
  if (!runtimeInstalled) installRuntime(null);
  runtimeInstalled = true;
  const name = `t_${randomUUID().replaceAll('-', '').slice(0, 12)}`;
  const template = new URL(inject('databaseUrl'));
  const databaseUrl = await createDatabase(template, name);
  const taskQueue = name;
  const env = { ...readEnv(), temporalAddress: temporalAddress ?? inject('temporalAddress') };

  const lines: string[] = [];
  const log = pino({ level: 'info' }, { write: (line: string) => void lines.push(line) });
  const db = createPool(databaseUrl, { max: 20 });
  const engine = connectEngine(env);
  const catalogue = loadCatalogue(env.catalogueDir);
  const papers = {
    rules: loadPaperRules(env.catalogueDir, catalogue.towns),
    templates: loadTemplates(env.papersDir),
  };
  const retention = loadRetention(env.catalogueDir);
  const evaluation = loadEvaluation(env.catalogueDir);
  const keyEnv = { ...env, localDir: join(env.localDir, 'test') };
  const signer = openSigner(keyEnv);
  const archiveKeys = () => publicKeys(keyEnv);
  const evidenceDir = join(env.localDir, 'test', 'evidence', name);
  const evidence = await openEvidenceStore(evidenceDir);
  const issuer = await testIssuer();
  const codeFlow = createCodeFlow(issuer, demoPeople(env.catalogueDir));
  const connection = await NativeConnection.connect({ address: env.temporalAddress });
  const worker: Worker = await createWorker({
    connection,
    namespace: env.temporalNamespace,
    taskQueue,
    bundle: { code: inject('workflowBundle') },
    db,
    reports: { ...evaluation, towns: catalogue.towns, template: loadReportTemplate(env.papersDir) },
    ...(cachedCases === undefined ? {} : { cachedCases }),
  });
  const running = worker.run();
  const relay = startRelay(db, engine, log, sinks);
  const senders = startSenders(db, sinks, log, { pauseMs: 50, firstRetryMs: 100 });
  const sweeper = startSweeper(db, engine, taskQueue, log);
  const archiver = startArchiver({ db, papers, signer }, log);
  const app = await buildApp({
    db,
    engine,
    taskQueue,
    catalogue,
    channels: loadChannels(env.catalogueDir),
    dutyRoster: loadDutyRoster(env.catalogueDir, new Set(catalogue.towns.map(({ code }) => code))),
    find: buildFinder(catalogue),
    papers,
    archiveKeys,
    evidence,
    retention,
    evaluation,
    keys: issuer.keys,
    issuer: issuer.issuer,
    audience: env.jwtAudience,
    log,
    cityPlatformSecrets: CITY_PLATFORM_SECRETS,
    oidc: codeFlow.oidc,
    publicUrl: null,
    issuerRoutes: codeFlow.routes,
    engineUi: null,
    catalogueDir: env.catalogueDir,
    databaseUrl,
    recordSource: 'permits.test',
  });

  async function ask<T>(
    method: 'GET' | 'POST',
    person: string,
    url: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Answer<T>> {
    const response = await askPatiently(app, {
      method,
      url,
      headers: {
        authorization: `Bearer ${await issuer.sign(person, env.jwtAudience)}`,
        ...(method === 'POST' ? { 'content-type': 'application/json', 'idempotency-key': randomUUID() } : {}),
        ...headers,
      },
      ...(method === 'GET' ? {} : { payload: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    return { status: response.statusCode, body: JSON.parse(response.body) as never, headers: response.headers };
  }

  return {
    app,
    db,
    engine,
    catalogue,
    papers,
    signer,
    archiveKeys,
    evidence,
    evidenceDir,
    retention,
    evaluation,
    databaseUrl,
    taskQueue,
    get: (person, url) => ask('GET', person, url),
    token: (person) => issuer.sign(person, env.jwtAudience),
    post: (person, url, body, headers) => ask('POST', person, url, body, headers),
    act: (person, caseId, act, body = {}) => ask('POST', person, `/api/v1/cases/${caseId}/acts/${act}`, body),
    forward: (caseId, ms) => fastForward(engine, caseId, ms),
    forwardTo: (caseId, instant) => fastForwardTo(engine, caseId, instant),
    logged: () => lines.join(''),
    async close() {
      await app.close();
      await Promise.all([relay.stop(), senders.stop(), sweeper.stop(), archiver.stop()]);
      worker.shutdown();
      await running;
      await engine.connection.close();
      await connection.close();
      await db.end();
      await dropDatabase(template, name);
      await rm(evidenceDir, { recursive: true, force: true });
    },
  };
}

async function createDatabase(template: URL, name: string): Promise<string> {
  // Two files that copy the template at once would find it in use: one after the other.
  await asAdmin(template, async (client) => {
    await client.query('select pg_advisory_lock(7)');
    await client.query(`create database ${name} template ${template.pathname.slice(1)}`);
  });
  const url = new URL(template);
  url.pathname = `/${name}`;
  const client = new pg.Client({ connectionString: url.toString() });
  await client.connect();
  try {
    // The engine is shared with other files and earlier runs: no two houses may number their cases alike.
    await client.query(`select setval('case_number', $1)`, [randomInt(1e6, 2 ** 47)]);
  } finally {
    await client.end();
  }
  return url.toString();
}

async function dropDatabase(template: URL, name: string): Promise<void> {
  await asAdmin(template, async (client) => {
    await client.query(`drop database if exists ${name} with (force)`);
  });
}

async function asAdmin(template: URL, work: (client: pg.Client) => Promise<void>): Promise<void> {
  const admin = new URL(template);
  admin.pathname = '/postgres';
  const client = new pg.Client({ connectionString: admin.toString() });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}
