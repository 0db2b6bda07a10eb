import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const NODE_ENVS = ['development', 'production', 'test'] as const;
const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

export type NodeEnv = (typeof NODE_ENVS)[number];
export type LogLevel = (typeof LOG_LEVELS)[number];

/** Everything the service takes from its surroundings, read once and then handed on as a value. */
export interface Env {
  readonly nodeEnv: NodeEnv;
  readonly host: string;
  readonly port: number;
  /** null: bring a local Postgres (development only). */
  readonly databaseUrl: string | null;
  /** null: bring a local Temporal (development only). */
  readonly temporalAddress: string | null;
  readonly temporalNamespace: string;
  readonly taskQueue: string;
  readonly temporalTls: boolean;
  readonly temporalApiKey: string | null;
  readonly jwtIssuer: string | null;
  readonly jwtJwksUrl: string | null;
  readonly jwtAudience: string;
  /** By what name the identity provider knows the pages. */
  readonly oidcClientId: string;
  /** null: a public client, which PKCE alone protects. */
  readonly oidcClientSecret: string | null;
  /** Where people reach the pages; null: wherever they ask (not in production). */
  readonly publicUrl: URL | null;
  /** Secrets under which the city operation platform signs, the newest first; empty: it can't send. */
  readonly cityPlatformSecrets: readonly string[];
  /** Where permits and other records are looked up, with {item}, {field}, {town}, {place}, {lng}, {lat}; null: nowhere. */
  readonly recordLookUpUrl: string | null;
  readonly recordLookUpTimeoutMs: number;
  readonly localDir: string;
  readonly logLevel: LogLevel;
  /** null: the worker opens no metrics port. */
  readonly workerMetricsPort: number | null;
  readonly catalogueDir: string;
  readonly papersDir: string;
  /** The private key by which the worker signs archives, a PEM file; null: one of its own (not in production). */
  readonly archiveSigningKey: string | null;
  /** The folder of all public keys that archives were ever signed with; null: beside the local one. */
  readonly archivePublicKeys: string | null;
  /** The folder in which files of evidence are kept; null: they lie in a store of the house's own. */
  readonly evidenceDir: string | null;
  /** The file that says by which sinks notices leave the house; null: they lie on the desks inside. */
  readonly noticeSinks: string | null;
}

type Source = Readonly<Record<string, string | undefined>>;

/** For what a file names in the environment: the secrets of sinks. */
export const environment: Source = process.env;
type Parse<T> = (value: string) => T | undefined;

const PROJECT_ROOT = fileURLToPath(new URL('..', import.meta.url));
const PORT_RULE = 'a whole number from 1 to 65535';

const SETTINGS = {
  NODE_ENV: setting(oneOf(NODE_ENVS), NODE_ENVS.join(' | ')),
  HOST: setting(withoutSpaces, 'a host name or an address, without spaces'),
  PORT: setting(port, PORT_RULE),
  DATABASE_URL: setting(postgresUrl, 'a URL such as postgres://user:password@host:5432/database'),
  TEMPORAL_ADDRESS: setting(hostAndPort, 'host:port without a scheme, such as 127.0.0.1:7233'),
  TEMPORAL_NAMESPACE: setting(withoutSpaces, 'a name without spaces'),
  TEMPORAL_TASK_QUEUE: setting(withoutSpaces, 'a name without spaces'),
  TEMPORAL_TLS: setting(bool, 'true | false | 1 | 0'),
  TEMPORAL_API_KEY: setting(withoutSpaces, 'a key without spaces'),
  JWT_ISSUER: setting(httpUrl, 'an http(s) URL, exactly as in the tokens’ iss'),
  JWT_JWKS_URL: setting(httpUrl, 'an http(s) URL of the issuer’s JWKS'),
  JWT_AUDIENCE: setting(withoutSpaces, 'a name without spaces, exactly as in the tokens’ aud'),
  OIDC_CLIENT_ID: setting(withoutSpaces, 'a name without spaces, as the identity provider knows this service'),
  OIDC_CLIENT_SECRET: setting(withoutSpaces, 'a secret without spaces'),
  PUBLIC_URL: setting(httpUrl, 'an http(s) URL without a path, as people reach the pages'),
  CITY_PLATFORM_SECRETS: setting(webhookSecrets, 'whsec_… in base64 of at least 24 bytes, several separated by commas'),
  RECORD_LOOKUP_URL: setting(
    recordTemplate,
    'an http(s) URL, in its path or query any of {item} {field} {town} {place} {lng} {lat}',
  ),
  RECORD_LOOKUP_TIMEOUT_MS: setting(milliseconds, 'a whole number of milliseconds from 1 to 60000'),
  LOCAL_DIR: setting(folder, 'a folder, absolute or relative to the project'),
  LOG_LEVEL: setting(oneOf(LOG_LEVELS), LOG_LEVELS.join(' | ')),
  WORKER_METRICS_PORT: setting(port, PORT_RULE),
  CATALOGUE_DIR: setting(folder, 'a folder, absolute or relative to the project'),
  PAPERS_DIR: setting(folder, 'a folder, absolute or relative to the project'),
  ARCHIVE_SIGNING_KEY: setting(folder, 'a PEM file with an Ed25519 or SM2 private key'),
  ARCHIVE_PUBLIC_KEYS: setting(folder, 'a folder of PEM files, absolute or relative to the project'),
  EVIDENCE_DIR: setting(folder, 'a folder, absolute or relative to the project'),
  NOTICE_SINKS: setting(folder, 'a JSON file, absolute or relative to the project'),
};

const SECRETS: ReadonlySet<string> = new Set(['TEMPORAL_API_KEY', 'OIDC_CLIENT_SECRET', 'CITY_PLATFORM_SECRETS']);

/** Reads the environment. An unset variable has its default; one that can't be read is an error, never a default. */
export function readEnv(source: Source = process.env): Env {
  const nodeEnv = read(source, 'NODE_ENV') ?? 'development';
  const localDir = read(source, 'LOCAL_DIR') ?? resolve(PROJECT_ROOT, '.local');
  const env: Env = Object.freeze({
    nodeEnv,
    host: read(source, 'HOST') ?? '127.0.0.1',
    port: read(source, 'PORT') ?? 8080,
    databaseUrl: read(source, 'DATABASE_URL') ?? null,
    temporalAddress: read(source, 'TEMPORAL_ADDRESS') ?? null,
    temporalNamespace: read(source, 'TEMPORAL_NAMESPACE') ?? 'default',
    taskQueue: read(source, 'TEMPORAL_TASK_QUEUE') ?? 'cases',
    temporalTls: read(source, 'TEMPORAL_TLS') ?? false,
    temporalApiKey: read(source, 'TEMPORAL_API_KEY') ?? null,
    jwtIssuer: read(source, 'JWT_ISSUER') ?? null,
    jwtJwksUrl: read(source, 'JWT_JWKS_URL') ?? null,
    jwtAudience: read(source, 'JWT_AUDIENCE') ?? 'graded-case-handling',
    oidcClientId: read(source, 'OIDC_CLIENT_ID') ?? 'graded-case-handling',
    oidcClientSecret: read(source, 'OIDC_CLIENT_SECRET') ?? null,
    publicUrl: urlOrNull(read(source, 'PUBLIC_URL')),
    cityPlatformSecrets: read(source, 'CITY_PLATFORM_SECRETS') ?? [],
    recordLookUpUrl: read(source, 'RECORD_LOOKUP_URL') ?? null,
    recordLookUpTimeoutMs: read(source, 'RECORD_LOOKUP_TIMEOUT_MS') ?? 3_000,
    localDir,
    logLevel: read(source, 'LOG_LEVEL') ?? 'info',
    workerMetricsPort: read(source, 'WORKER_METRICS_PORT') ?? null,
    catalogueDir: read(source, 'CATALOGUE_DIR') ?? resolve(PROJECT_ROOT, 'config', 'catalogue'),
    papersDir: read(source, 'PAPERS_DIR') ?? resolve(PROJECT_ROOT, 'config', 'papers'),
    archiveSigningKey: read(source, 'ARCHIVE_SIGNING_KEY') ?? null,
    archivePublicKeys: read(source, 'ARCHIVE_PUBLIC_KEYS') ?? null,
    evidenceDir: read(source, 'EVIDENCE_DIR') ?? (nodeEnv === 'production' ? null : resolve(localDir, 'evidence')),
    noticeSinks: read(source, 'NOTICE_SINKS') ?? null,
  });
  // In production requireProduction names this one together with all the others that are missing.
  if (env.nodeEnv !== 'production' && (env.jwtIssuer === null) !== (env.jwtJwksUrl === null)) {
    throw new Error('JWT_ISSUER and JWT_JWKS_URL go together: set both, or neither to use the demo issuer.');
  }
  return env;
}

/** Outside production the local stack and the demo issuer stand in for what is missing; in production nothing does. */
export function requireProduction(env: Env): void {
  if (env.nodeEnv !== 'production') return;
  const required: readonly (readonly [keyof typeof SETTINGS, string | null])[] = [
    ['DATABASE_URL', env.databaseUrl],
    ['TEMPORAL_ADDRESS', env.temporalAddress],
    ['JWT_ISSUER', env.jwtIssuer],
    ['JWT_JWKS_URL', env.jwtJwksUrl],
    ['PUBLIC_URL', env.publicUrl?.href ?? null],
    ['ARCHIVE_PUBLIC_KEYS', env.archivePublicKeys],
  ];
  const missing = required
    .filter(([, value]) => value === null)
    .map(([name]) => `  ${name}: ${SETTINGS[name].allowed}`);
  if (missing.length > 0) {
    throw new Error(`NODE_ENV is production and these variables are missing; set them:\n${missing.join('\n')}`);
  }
}

interface Setting<T> {
  readonly parse: Parse<T>;
  readonly allowed: string;
}

function setting<T>(parse: Parse<T>, allowed: string): Setting<T> {
  return { parse, allowed };
}

type Settings = typeof SETTINGS;
type Value<N extends keyof Settings> = Settings[N] extends Setting<infer T> ? T : never;

function read<N extends keyof Settings>(source: Source, name: N): Value<N> | undefined {
  const text = source[name];
  if (text === undefined) return undefined;
  const { parse, allowed } = SETTINGS[name] as Setting<Value<N>>;
  const value = text.trim() === '' ? undefined : parse(text);
  if (value === undefined)
    throw new Error(`${name}=${shown(name, text)} can't be read. Allowed: ${allowed}; or unset it.`);
  return value;
}

/** An error message ends up in logs, where a password has no business. */
function shown(name: string, text: string): string {
  if (SECRETS.has(name) && text !== '') return '"***"';
  return JSON.stringify(text.replace(/\/\/.*@/s, '//***@'));
}

function oneOf<const T extends string>(allowed: readonly T[]): Parse<T> {
  return (value) => allowed.find((each) => each === value);
}

function withoutSpaces(value: string): string | undefined {
  return /\s/.test(value) ? undefined : value;
}

function folder(value: string): string {
  return resolve(PROJECT_ROOT, value);
}

/** At least 24 bytes each, as Standard Webhooks asks. */
function webhookSecrets(value: string): readonly string[] | undefined {
  const secrets = value.split(',').map((secret) => secret.trim());
  const good = (secret: string): boolean =>
    /^whsec_[A-Za-z0-9+/]+={0,2}$/.test(secret) && Buffer.from(secret.slice(6), 'base64').length >= 24;
  return secrets.every(good) ? secrets : undefined;
}

function bool(value: string): boolean | undefined {
  if (value === 'true' || value === '1') return true;
  if (value === 'false' || value === '0') return false;
  return undefined;
}

function port(value: string): number | undefined {
  if (!/^[1-9]\d{0,4}$/.test(value)) return undefined;
  const number = Number(value);
  return number <= 65_535 ? number : undefined;
}

function hostAndPort(value: string): string | undefined {
  const match = /^(?:\[[0-9a-fA-F:.]+\]|[A-Za-z0-9._-]+):(\d+)$/.exec(value);
  return match?.[1] !== undefined && port(match[1]) !== undefined ? value : undefined;
}

function postgresUrl(value: string): string | undefined {
  const url = parseUrl(value, ['postgres:', 'postgresql:']);
  return url !== undefined && url.hostname !== '' && url.pathname.length > 1 ? value : undefined;
}

function httpUrl(value: string): string | undefined {
  return parseUrl(value, ['http:', 'https:']) === undefined ? undefined : value;
}

function recordTemplate(value: string): string | undefined {
  const plain = value.replace(/\{(item|field|town|place|lng|lat)\}/g, 'x');
  const url = parseUrl(plain, ['http:', 'https:']);
  // Whose host it is never depends on a clue.
  const host = /^https?:\/\/[^/?#]*/.exec(value)?.[0] ?? '';
  return url === undefined || /[{}]/.test(plain) || /[{}]/.test(host) ? undefined : value;
}

function milliseconds(value: string): number | undefined {
  return /^[1-9]\d{0,4}$/.test(value) && Number(value) <= 60_000 ? Number(value) : undefined;
}

function urlOrNull(value: string | undefined): URL | null {
  return value === undefined ? null : new URL(value);
}

function parseUrl(value: string, protocols: readonly string[]): URL | undefined {
  if (withoutSpaces(value) === undefined || !URL.canParse(value)) return undefined;
  const url = new URL(value);
  return protocols.includes(url.protocol) ? url : undefined;
}
