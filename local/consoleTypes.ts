import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import openapiTS, { astToString, type OpenAPI3 } from 'openapi-typescript';
import { pino } from 'pino';
import { buildApp } from '../api/app';
import { loadCatalogue } from '../config/catalogue';
import { loadChannels } from '../config/channels';
import { readEnv } from '../config/env';
import { buildFinder } from '../config/findWords';
import { loadPaperRules } from '../config/paperRules';
import { loadEvaluation } from '../config/evaluation';
import { loadRetention } from '../config/retention';
import { createPool } from '../db/pool';
import { connectEngine } from '../engine/connectEngine';
import { loadTemplates } from '../papers/loadTemplates';
import { createCodeFlow } from './codeFlow';
import { localIssuer } from './issuer';

/** `npm run console:types`: writes the pages' types from the OpenAPI document. Nothing is asked, so nothing has to run. */
const FILE = fileURLToPath(new URL('../console/src/shared/api/schema.gen.ts', import.meta.url));

const env = readEnv();
const catalogue = loadCatalogue(env.catalogueDir);
const issuer = await localIssuer(env.localDir);
const flow = createCodeFlow(issuer, []);
const databaseUrl = 'postgres://nobody@127.0.0.1:1/nothing';
const db = createPool(databaseUrl, { max: 1 });
const engine = connectEngine({ ...env, temporalAddress: '127.0.0.1:1' });
const app = await buildApp({
  ...{ db, engine, catalogue, taskQueue: env.taskQueue, find: buildFinder(catalogue), keys: issuer.keys },
  channels: loadChannels(env.catalogueDir),
  papers: { rules: loadPaperRules(env.catalogueDir, catalogue.towns), templates: loadTemplates(env.papersDir) },
  archiveKeys: () => [],
  evidence: null,
  retention: loadRetention(env.catalogueDir),
  evaluation: loadEvaluation(env.catalogueDir),
  dutyRoster: [],
  recordSource: null,
  issuer: issuer.issuer,
  audience: env.jwtAudience,
  cityPlatformSecrets: [],
  log: pino({ level: 'silent' }),
  oidc: flow.oidc,
  publicUrl: null,
  issuerRoutes: null,
  engineUi: null,
  catalogueDir: env.catalogueDir,
  databaseUrl,
});
const document = app.swagger() as OpenAPI3;
await writeFile(
  FILE,
  `// Written by npm run console:types from /openapi.json.\n${astToString(await openapiTS(document))}`,
);
await app.close();
await engine.connection.close();
await db.end();
