import { Validator } from '@seriousme/openapi-schema-validator';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PEOPLE_ACTS } from '../../api/schemas/acts';
import { openHouse, type House } from '../support/house';
import { until } from '../support/until';
import { expectProblem } from './support';

interface Operation {
  readonly summary: string;
  readonly parameters?: readonly { readonly in: string; readonly name: string }[];
  readonly requestBody?: {
    readonly content: Readonly<Record<string, { readonly schema: { readonly properties?: object } }>>;
  };
  readonly responses: Readonly<Record<string, unknown>>;
}
interface Document {
  readonly openapi: string;
  readonly paths: Readonly<Record<string, { readonly get?: Operation; readonly post?: Operation }>>;
}

let house: House;
let document: Document;
beforeAll(async () => {
  house = await openHouse();
  document = (await house.app.inject('/openapi.json')).json<Document>();
});
afterAll(() => house.close());

describe('what machines ask', () => {
  it('given a running house, when asked, then it is alive and ready', async () => {
    expect((await house.app.inject('/healthz')).json()).toEqual({ status: 'ok' });
    const ready = await house.app.inject('/readyz');
    expect(ready.statusCode).toBe(200);
    expect(ready.json()).toEqual({ ready: true, database: true, engine: true });
  });

  it('given requests, when the metrics are read, then they count them by route, never by address', async () => {
    await house.get('dispatcher', '/api/v1/cases?assignee=somebody');
    await house.get('dispatcher', '/api/v1/cases/CZ2026-000000');
    const { headers, body } = await house.app.inject('/metrics');
    expect(headers['content-type'], body).toContain('text/plain');
    expect(body).toMatch(/http_request_duration_seconds_count\{method="GET",route="\/api\/v1\/cases",status="200"\} 1/);
    expect(body).toMatch(
      /http_request_duration_seconds_count\{method="GET",route="\/api\/v1\/cases\/:id",status="404"\} 1/,
    );
    expect(body).toMatch(/database_pool_connections\{state="total"\} [1-9]/);
    expect(body).not.toMatch(/somebody|CZ2026/);
  });

  it('given a process that cannot keep up, when asked, then callers are told to retry, and pages and monitors get their answer', async () => {
    const headers = { authorization: `Bearer ${await house.token('dispatcher')}` };
    const me = () => house.app.inject({ url: '/api/v1/me', headers });
    expect((await me()).statusCode).toBe(200);
    // Held up three times in a row: what is measured is the mean of a second.
    for (let round = 0; round < 3; round += 1) {
      const end = Date.now() + 1_500;
      while (Date.now() < end);
      await new Promise((resolve) => setImmediate(resolve));
    }
    const answer = await me();
    const body = answer.json<Record<string, unknown>>();
    expectProblem({ status: answer.statusCode, body, headers: answer.headers }, 503, 'busy');
    expect(body['detail'], 'people read it too').not.toContain('键');
    expect(answer.headers['retry-after']).toMatch(/^\d+$/);
    expect((await house.app.inject('/healthz')).statusCode).toBe(200);
    expect((await house.app.inject('/metrics')).statusCode).toBe(200);
    expect((await house.app.inject('/sign-in')).statusCode, 'a page').toBe(200);
    await until(async () => (await me()).statusCode === 200);
  });
});

describe('the description of the interface', () => {
  it('given /openapi.json, when checked against the standard, then it is valid OpenAPI 3.1', async () => {
    expect(document.openapi).toMatch(/^3\.1\./);
    const { valid, errors } = await new Validator().validate({ ...structuredClone(document) });
    expect(errors ?? []).toEqual([]);
    expect(valid).toBe(true);
  });

  it('given a document with a fault, when checked, then the check says so', async () => {
    const { valid } = await new Validator().validate({
      ...structuredClone(document),
      paths: { '/x': { get: { responses: 7 } } },
    });
    expect(valid).toBe(false);
  });

  it('given every act, when looked up, then it has a path of its own with its fields, its key and a Chinese name', () => {
    const acts = Object.keys(document.paths).filter((path) => path.includes('}/acts/'));
    expect(acts.sort()).toEqual(PEOPLE_ACTS.map((act) => `/api/v1/cases/{id}/acts/${act}`).sort());
    for (const path of acts) {
      const { post } = document.paths[path] ?? {};
      expect(post?.summary, path).toMatch(/\p{Script=Han}/u);
      expect(post?.requestBody?.content['application/json']?.schema.properties, path).toBeTypeOf('object');
      expect(
        post?.parameters?.map(({ name }) => name),
        path,
      ).toEqual(expect.arrayContaining(['id', 'idempotency-key', 'if-match']));
      expect(Object.keys(post?.responses ?? {}), path).toEqual(expect.arrayContaining(['200', '202', '4XX', '5XX']));
    }
    const fine =
      document.paths['/api/v1/cases/{id}/acts/record_payment']?.post?.requestBody?.content['application/json'];
    expect(fine?.schema.properties).toMatchObject({
      amount: { type: 'number', exclusiveMinimum: 0, multipleOf: 0.01 },
    });
  });

  it('given what is for machines or for tests only, when looked up, then it is not described', () => {
    const hidden = [
      '/healthz',
      '/readyz',
      '/metrics',
      '/openapi.json',
      '/auth/sign-in',
      '/auth/callback',
      '/local-issuer/authorize',
      '/api/v1/cases/{id}/acts/{act}',
    ];
    expect(Object.keys(document.paths).filter((path) => hidden.includes(path))).toEqual([]);
  });

  it('given /docs, when opened, then it is a page', async () => {
    const page = await house.app.inject('/docs');
    expect(page.statusCode).toBe(200);
    expect(page.headers['content-type']).toContain('text/html');
    expect(page.body).toContain('swagger-ui');
  });
});
