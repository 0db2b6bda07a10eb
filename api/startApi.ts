import type { Logger } from 'pino';
import { createRemoteJWKSet, type JWTVerifyGetKey } from 'jose';
import { publicKeys } from '../archive/keys';
import { readTables } from '../config/catalogueTables';
import { loadChannels } from '../config/channels';
import { loadDutyRoster } from '../config/dutyRoster';
import type { Env } from '../config/env';
import { buildFinder } from '../config/findWords';
import { loadChecked } from '../config/loadChecked';
import { loadPaperRules } from '../config/paperRules';
import { loadEvaluation } from '../config/evaluation';
import { loadRetention } from '../config/retention';
import { recordCatalogue } from '../db/catalogueHistory';
import { createPool } from '../db/pool';
import { openEvidenceStore } from '../evidence/evidenceStore';
import { connectEngine } from '../engine/connectEngine';
import { loadTemplates } from '../papers/loadTemplates';
import { buildApp } from './app';
import type { ApiDeps } from './deps';
import { discoveredOidc } from './oidc';

export interface Identity {
  readonly keys: JWTVerifyGetKey;
  readonly issuer: string;
  readonly oidc: ApiDeps['oidc'];
  /** Development identities only. */
  readonly issuerRoutes: ApiDeps['issuerRoutes'];
}

export type ApiEnv = Env & { readonly databaseUrl: string; readonly temporalAddress: string };

export interface RunningApi {
  readonly url: string;
  /** Answers what is under way, takes nothing new, lets go of everything. */
  stop(): Promise<void>;
}

/** The issuer that the environment names. Throws where it names none. */
export function issuerFrom(env: Env): Identity {
  if (env.jwtIssuer === null || env.jwtJwksUrl === null) {
    throw new Error('The API needs JWT_ISSUER and JWT_JWKS_URL. `npm start` brings its own issuer, for development.');
  }
  return {
    keys: createRemoteJWKSet(new URL(env.jwtJwksUrl)),
    issuer: env.jwtIssuer,
    oidc: discoveredOidc({ issuer: env.jwtIssuer, clientId: env.oidcClientId, clientSecret: env.oidcClientSecret }),
    issuerRoutes: null,
  };
}

/** Builds the API from the environment and listens. */
export async function startApi(
  env: ApiEnv,
  identity: Identity,
  log: Logger,
  engineUi: string | null = null,
): Promise<RunningApi> {
  if (env.nodeEnv === 'production' && identity.issuerRoutes !== null) {
    throw new Error('Development identities are refused under NODE_ENV=production: set JWT_ISSUER and JWT_JWKS_URL.');
  }
  const catalogue = loadChecked(env.catalogueDir);
  const papers = {
    rules: loadPaperRules(env.catalogueDir, catalogue.towns),
    templates: loadTemplates(env.papersDir),
  };
  const retention = loadRetention(env.catalogueDir);
  const evaluation = loadEvaluation(env.catalogueDir);
  // A key that can't be read stops the start; which there are is read anew each time.
  const archiveKeys = () => publicKeys(env);
  archiveKeys();
  const evidence = env.evidenceDir === null ? null : await openEvidenceStore(env.evidenceDir);
  const db = createPool(env.databaseUrl, { max: 20 });
  await recordCatalogue(db, catalogue.version, readTables(env.catalogueDir)).catch((error: unknown) =>
    log.error({ err: error }, 'the catalogue’s version is not on record'),
  );
  const engine = connectEngine(env);
  const app = await buildApp({
    db,
    engine,
    taskQueue: env.taskQueue,
    catalogue,
    channels: loadChannels(env.catalogueDir),
    dutyRoster: loadDutyRoster(env.catalogueDir, new Set(catalogue.towns.map(({ code }) => code))),
    find: buildFinder(catalogue),
    papers,
    archiveKeys,
    evidence,
    retention,
    evaluation,
    keys: identity.keys,
    issuer: identity.issuer,
    audience: env.jwtAudience,
    cityPlatformSecrets: env.cityPlatformSecrets,
    recordSource: env.recordLookUpUrl === null ? null : new URL(env.recordLookUpUrl).host,
    log,
    oidc: identity.oidc,
    publicUrl: env.publicUrl,
    issuerRoutes: identity.issuerRoutes,
    engineUi,
    catalogueDir: env.catalogueDir,
    databaseUrl: env.databaseUrl,
  });
  const url = await app.listen({ host: env.host, port: env.port });
  return {
    url,
    async stop() {
      await app.close();
      await engine.connection.close();
      await db.end();
    },
  };
}
