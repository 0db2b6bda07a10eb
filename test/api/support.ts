import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import { buildApp } from '../../api/app';
import { discoveredOidc } from '../../api/oidc';
import type { ApiApp } from '../../api/apiApp';
import type { ApiDeps } from '../../api/deps';
import { loadChannels } from '../../config/channels';
import { loadDutyRoster } from '../../config/dutyRoster';
import { readEnv } from '../../config/env';
import { buildFinder } from '../../config/findWords';
import { pino } from 'pino';
import type { Answer, House } from '../support/house';
import { testIssuer, type TestIssuer } from '../support/testIssuer';
import { askPatiently } from '../support/askPatiently';

/** A second door into a house, whose issuer the test holds: for requests that no decent client sends. */
export interface Door {
  readonly app: ApiApp;
  readonly issuer: TestIssuer;
  readonly audience: string;
  token(person: string): Promise<string>;
  /** Sends exactly these headers and this text, beside the token. */
  send(
    person: string,
    method: 'GET' | 'POST',
    url: string,
    headers?: Record<string, string>,
    payload?: string | Buffer,
  ): Promise<Answer>;
}

export async function openDoor(house: House, { evidence }: Pick<ApiDeps, 'evidence'> = house): Promise<Door> {
  const issuer = await testIssuer();
  const { jwtAudience: audience, catalogueDir } = readEnv();
  const { db, engine, taskQueue, catalogue, papers, archiveKeys, retention, evaluation } = house;
  const log = pino({ level: 'silent' });
  const find = buildFinder(catalogue);
  const app = await buildApp({
    ...{ db, engine, taskQueue, catalogue, papers, archiveKeys, evidence, retention, evaluation, find, log, audience },
    channels: loadChannels(catalogueDir),
    dutyRoster: loadDutyRoster(catalogueDir, new Set(catalogue.towns.map(({ code }) => code))),
    keys: issuer.keys,
    issuer: issuer.issuer,
    cityPlatformSecrets: [],
    oidc: discoveredOidc({ issuer: issuer.issuer, clientId: audience, clientSecret: null }),
    publicUrl: null,
    issuerRoutes: null,
    engineUi: null,
    catalogueDir,
    databaseUrl: house.databaseUrl,
    recordSource: null,
  });
  const token = (person: string) => issuer.sign(person, audience);
  return {
    app,
    issuer,
    audience,
    token,
    async send(person, method, url, headers = {}, payload) {
      const response = await askPatiently(app, {
        method,
        url,
        headers: { authorization: `Bearer ${await token(person)}`, ...headers },
        ...(payload === undefined ? {} : { payload }),
      });
      return { status: response.statusCode, body: JSON.parse(response.body) as never, headers: response.headers };
    },
  };
}

export const JSON_TYPE = { 'content-type': 'application/json' } as const;

/** Headers of a decent request with a key of its own. */
export function keyed(key: string = randomUUID()): Record<string, string> {
  return { ...JSON_TYPE, 'idempotency-key': key };
}

const ENGLISH = /\b(must|should|have|match|allowed|propert(y|ies)|required|invalid|unexpected|error|than|fewer)\b/;

/** Every refusal is problem+json: a stable code, what is wrong and what to do in Chinese, and the request's number. */
export function expectProblem(answer: Answer<object>, status: number, code?: string): void {
  const said = JSON.stringify(answer.body);
  expect(answer.status, said).toBe(status);
  expect(answer.headers['content-type'], said).toBe('application/problem+json; charset=utf-8');
  expect(answer.body, said).toMatchObject({
    type: `urn:problem:${answer.body.code ?? ''}`,
    status,
    title: expect.stringMatching(/\p{Script=Han}/u) as string,
    requestId: expect.stringMatching(/^[0-9a-f-]{36}$/) as string,
  });
  if (code !== undefined) expect(answer.body.code, said).toBe(code);
  expect(answer.body.detail, said).toMatch(/\p{Script=Han}.*。$/u);
  // A header's own name is no English.
  expect(answer.body.detail?.replaceAll('If-Match', ''), said).not.toMatch(ENGLISH);
}

export interface SeenCase {
  readonly summary: { readonly caseId: string; readonly seq: number; readonly stage: string; readonly light: string };
  readonly state: Record<string, unknown> & { readonly clueIds: readonly string[] };
  readonly party: { readonly name: string | null; readonly phone: string | null; readonly masked: boolean } | null;
  readonly availableActs: readonly { readonly act: string; readonly label: string }[];
}

export async function seeCase(house: House, caseId: string, person = 'supervisor-1'): Promise<SeenCase> {
  const { status, body } = await house.get<SeenCase>(person, `/api/v1/cases/${caseId}`);
  expect(status, JSON.stringify(body)).toBe(200);
  return body;
}

export async function refusalsOf(house: House, caseId: string) {
  const { rows } = await house.db.query<{
    actor_id: string;
    actor_role: string;
    act: string;
    code: string;
    detail: string;
  }>('select actor_id, actor_role, act, code, detail from refusals where case_id = $1 order by id', [caseId]);
  return rows;
}
