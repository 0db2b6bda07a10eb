import type { AddressInfo } from 'node:net';
import { loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import type { Browser, Page } from 'playwright-core';
import { pino } from 'pino';
import { buildApp } from '../api/app';
import type { ApiApp } from '../api/apiApp';
import { freshConsole } from '../commands/freshConsole';
import { prepareDatabase } from '../commands/prepareDatabase';
import { loadCatalogue } from '../config/catalogue';
import { loadChannels } from '../config/channels';
import { readEnv } from '../config/env';
import { loadEvaluation } from '../config/evaluation';
import { buildFinder } from '../config/findWords';
import { loadPaperRules } from '../config/paperRules';
import { loadRetention } from '../config/retention';
import { insertCases } from '../db/insertCases';
import { STORIES_TOLD } from '../demo/stories/told';
import type { RecordedEvent } from '../domain/case';
import { connectEngine } from '../engine/connectEngine';
import { createCodeFlow } from '../local/codeFlow';
import { demoPeople } from '../local/demoPeople';
import { loadTemplates } from '../papers/loadTemplates';
import { launchBrowser } from '../test/console/launchBrowser';
import { testIssuer } from '../test/support/testIssuer';
import { percentile } from './percentile';
import { openScratch } from './openScratch';

/**
 * `npm run bench:pages`: with so many cases on file, how long each list takes to be paged and filtered; and what the town desk
 * costs when it is first opened: bytes over the air, and until it is of use, on this machine and on one four times as slow.
 */
const { values } = parseArgs({
  options: { cases: { type: 'string', default: '100000' }, rounds: { type: 'string', default: '7' } },
});
const wanted = Number(values.cases);
const rounds = Number(values.rounds);
const SLOWER = 4;
const PAGES_DEEP = 20;
/** Of so many cases of a story so many are cut off somewhere on their way; the others are closed. */
const OF_A_STORY = 12;
const OPEN = 3;
/** The stories are all of cases that were late or urged; of their copies it is every so many. */
const URGED_EVERY = 20;
const TOWN = '510184109';
const OFFICER = `officer-${TOWN}-1`;

const env = readEnv();
await freshConsole(console.log);
const catalogue = loadCatalogue(env.catalogueDir);
const scratch = await openScratch(env, { max: 10, patienceMs: 600_000 });
const { db } = scratch;
const issuer = await testIssuer();
const app = await openApi();
let browser: Browser | null = null;
try {
  await prepareDatabase({ catalogueDir: env.catalogueDir, databaseUrl: scratch.url });
  await fill();
  const { rows } = await db.query<{ cases: number; open: number }>(
    'select count(*)::int as cases, count(*) filter (where closed_at is null)::int as open from cases',
  );
  console.log(
    `${rows[0]?.cases ?? 0} cases, ${rows[0]?.open ?? 0} of them open; load ${loadavg()[0]?.toFixed(1) ?? ''}`,
  );
  await lists();
  await app.listen({ host: '127.0.0.1', port: 0 });
  browser = await launchBrowser();
  await firstLoad(browser, `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`);
} finally {
  await browser?.close();
  await app.close();
  await scratch.close();
}

/** The API as it is; nothing here asks the engine. */
function openApi(): Promise<ApiApp> {
  const flow = createCodeFlow(issuer, demoPeople(env.catalogueDir));
  return buildApp({
    ...{ db, catalogue, taskQueue: 'bench', find: buildFinder(catalogue), keys: issuer.keys, dutyRoster: [] },
    engine: connectEngine({ ...env, temporalAddress: '127.0.0.1:1' }),
    channels: loadChannels(env.catalogueDir),
    papers: { rules: loadPaperRules(env.catalogueDir, catalogue.towns), templates: loadTemplates(env.papersDir) },
    archiveKeys: () => [],
    evidence: null,
    retention: loadRetention(env.catalogueDir),
    evaluation: loadEvaluation(env.catalogueDir),
    issuer: issuer.issuer,
    audience: env.jwtAudience,
    log: pino({ level: 'silent' }),
    cityPlatformSecrets: [],
    ...{ oidc: flow.oidc, issuerRoutes: flow.routes, publicUrl: null, engineUi: null },
    recordSource: 'bench',
    catalogueDir: env.catalogueDir,
    databaseUrl: scratch.url,
  });
}

/** The stories, each cut off at several places, in every town; then copied by the database, each copy some minutes later. */
async function fill(): Promise<void> {
  let n = 0;
  const cases = STORIES_TOLD.flatMap(({ told: { events } }) =>
    Array.from({ length: OF_A_STORY }, (_, at) =>
      at < OPEN ? events.slice(0, Math.ceil((events.length * (at + 1)) / (OPEN + 1))) : events,
    ),
  ).flatMap((events) => catalogue.towns.map(({ code }) => moved(events, code, (n += 1))));
  for (let from = 0; from < cases.length; from += 200) await insertCases(db, cases.slice(from, from + 200));
  // An opening leaves this open.
  await db.query(`update cases set closed_at = updated_at where state ->> 'outcome' is not null`);
  const { rows } = await db.query<{ name: string }>(
    `select column_name as name from information_schema.columns where table_name = 'cases' order by ordinal_position`,
  );
  const later = (column: string) => `${column} + copy * interval '7 minutes'`;
  const changed: Readonly<Record<string, string>> = {
    id: 'copied',
    opened_at: later('opened_at'),
    due_at: later('due_at'),
    yellow_at: later('yellow_at'),
    state: `state || jsonb_build_object('caseId', copied, 'openedAt',
      to_char((${later('opened_at')}) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))
      || case when copy % ${URGED_EVERY} = 0 then '{}'::jsonb else '{"urgings": [], "overdue": []}' end`,
  };
  const names = rows.map(({ name }) => name);
  await db.query(
    `insert into cases (${names.join()})
     select ${names.map((name) => changed[name] ?? name).join()}
     from (select *, 'CZ2026-' || (copy * 10000 + row_number() over (partition by copy order by id) + 1000000) as copied
           from cases, generate_series(1, $1) as copy) c`,
    [Math.max(0, Math.ceil(wanted / cases.length) - 1)],
  );
  // One report a case, at some thousand places; what is looked for by a place reads them all.
  await db.query(`insert into clues (id, caller, fingerprint, channel, text, place, received_at, outcome, triage, answer_triage, item, town,
      case_id, text_hash, due_at, yellow_at, settled_at)
    select gen_random_uuid(), 'bench', '', 'web', repeat('餐馆油烟直排扰民', 8), '永和大道' || (row_number() over () % 5000) || '号',
      opened_at, 'case', jsonb_build_object('reasons', repeat('理由', 200)), '{}', item, town, id, id, opened_at, opened_at, opened_at
    from cases`);
  // What the list of urgings looks up.
  await db.query(`insert into events (case_id, seq, at, actor_id, actor_role, actor_org, act, command_id, fingerprint, type, data, hash)
    select c.id, e.seq, e.at, e.actor_id, e.actor_role, e.actor_org, e.act, e.command_id, e.fingerprint, e.type, e.data, e.hash
    from cases c join cases first on first.head = c.head and first.id < c.id join events e on e.case_id = first.id
    where e.type in ('urged', 'urging_answered', 'supervision_checked', 'overdue_appealed')
    on conflict do nothing`);
  await db.query(`insert into open_duties (case_id, id, kind, name, org, started_at, yellow_at, due_at, paused)
    select id, 'bench', 'accept', '办理', owner, opened_at, yellow_at, due_at, false from cases
    where due_at is not null on conflict do nothing`);
  await db.query(`insert into open_supervision
    select c.id, s.id, s.kind, s.listed, s.standing, s.asked_at + (c.opened_at - first.opened_at)
    from cases c join cases first on first.head = c.head and first.id < c.id and c.state -> 'urgings' = first.state -> 'urgings'
    join open_supervision s on s.case_id = first.id where c.closed_at is null on conflict do nothing`);
  await db.query('vacuum analyze');
}

function moved(events: readonly RecordedEvent[], town: string, n: number): readonly RecordedEvent[] {
  const [first] = events;
  if (first?.event.type !== 'case_opened') throw new Error('a story begins with its opening');
  const { law, town: home } = first.event;
  const text = JSON.stringify(events.map((one) => ({ ...one, event: { ...one.event, law: undefined } })))
    .replaceAll(first.caseId, `CZ2026-${100_000 + n}`)
    .replaceAll(home, town);
  const [opened, ...rest] = JSON.parse(text) as RecordedEvent[];
  if (opened === undefined) throw new Error('a story without events');
  return [{ ...opened, event: { ...opened.event, law } as RecordedEvent['event'] }, ...rest];
}

async function lists(): Promise<void> {
  const asked: readonly (readonly [string, string, string])[] = [
    ['newest first', 'supervisor-1', '/api/v1/cases?limit=20'],
    ['earliest due first', 'supervisor-1', '/api/v1/cases?limit=20&order=due'],
    ['open, earliest due first', 'supervisor-1', '/api/v1/cases?limit=20&open=true&order=due'],
    ['a town’s, open, by due', 'supervisor-1', `/api/v1/cases?limit=20&open=true&order=due&town=${TOWN}`],
    ['red', 'supervisor-1', '/api/v1/cases?limit=20&light=red'],
    ['one stage', 'supervisor-1', '/api/v1/cases?limit=20&stage=review'],
    ['one grade, closed', 'supervisor-1', '/api/v1/cases?limit=20&grade=bureau&open=false'],
    ['a town’s own list', OFFICER, `/api/v1/cases?limit=50&open=true&order=due&owner=${TOWN}`],
    ['an officer’s own', OFFICER, '/api/v1/cases?limit=50&open=true&order=due&mine=true'],
    ['by number', 'supervisor-1', '/api/v1/cases?limit=20&q=100001'],
    ['by a place, rare', 'supervisor-1', `/api/v1/cases?limit=20&q=${encodeURIComponent('道4321号')}`],
    ['by a place, common', 'supervisor-1', `/api/v1/cases?limit=20&q=${encodeURIComponent('永和')}`],
    ['by an item, by due', 'supervisor-1', `/api/v1/cases?limit=20&order=due&q=${encodeURIComponent('油烟')}`],
    ['by nothing that is there', 'supervisor-1', `/api/v1/cases?limit=20&q=${encodeURIComponent('无此地')}`],
    ['a town’s, by a place', OFFICER, `/api/v1/cases?limit=20&open=true&q=${encodeURIComponent('道4321号')}`],
    ['duties', 'supervisor-1', '/api/v1/duties?limit=200'],
    ['red duties of a town', 'supervisor-1', `/api/v1/duties?limit=200&light=red&town=${TOWN}`],
    ['urgings and orders', 'supervisor-1', '/api/v1/urgings?limit=50'],
    ['overdue appeals', 'supervisor-1', '/api/v1/overdue-appeals'],
    ['points', 'supervisor-1', '/api/v1/points'],
    ['overview', 'supervisor-1', '/api/v1/overview'],
  ];
  for (const [what, person, path] of asked) {
    const took: number[] = [];
    const headers = { authorization: `Bearer ${await issuer.sign(person, env.jwtAudience)}` };
    for (let round = 0; round < rounds; round += 1) {
      let url: string | null = path;
      for (let page = 0; page < PAGES_DEEP && url !== null; page += 1) {
        const began = performance.now();
        const { statusCode, body }: { statusCode: number; body: string } = await app.inject({ url, headers });
        took.push(performance.now() - began);
        if (statusCode !== 200) throw new Error(`${path}: ${body}`);
        const { next = null } = JSON.parse(body) as { next?: string | null };
        url = next === null ? null : `${path}&cursor=${next}`;
      }
    }
    const [p50, p95] = [50, 95].map((percent) => percentile(took, percent).toFixed(0).padStart(5));
    const worst = Math.max(...took)
      .toFixed(0)
      .padStart(5);
    console.log(
      `${what.padEnd(26)} p50 ${p50 ?? ''} ms  p95 ${p95 ?? ''} ms  worst ${worst} ms  (${took.length} pages)`,
    );
  }
}

/** From an empty cache to the first case on the page; one after the other, so that whatever else the machine does hits both. */
async function firstLoad(with_: Browser, url: string): Promise<void> {
  const context = await with_.newContext({ viewport: { width: 390, height: 844 }, locale: 'zh-CN' });
  const page = await context.newPage();
  page.setDefaultTimeout(120_000);
  await page.goto(`${url}/town`);
  await page.getByRole('link', { name: '登录' }).click();
  await page.getByLabel('或输入人员编号').fill(OFFICER);
  await page.keyboard.press('Enter');
  await page.locator('.waiting-case').first().waitFor();
  const [bare, slow]: [number[], number[]] = [[], []];
  let bytes = 0;
  for (let round = 0; round < rounds; round += 1) {
    bytes = await openTown(page, url, 1, bare);
    await openTown(page, url, SLOWER, slow);
  }
  const [fast, slowed] = [bare, slow].map((took) => percentile(took, 50));
  console.log(`town desk, empty cache: ${(bytes / 1024).toFixed(0)} KB over the air`);
  console.log(
    `of use after ${fast?.toFixed(0) ?? ''} ms; on a CPU ${SLOWER} × slower after ${slowed?.toFixed(0) ?? ''} ms ` +
      `(${((slowed ?? NaN) / (fast ?? NaN)).toFixed(1)} ×, medians of ${rounds}); load ${loadavg()[0]?.toFixed(1) ?? ''}`,
  );
  await context.close();
}

async function openTown(page: Page, url: string, slower: number, took: number[]): Promise<number> {
  const client = await page.context().newCDPSession(page);
  await client.send('Network.enable');
  await client.send('Network.setCacheDisabled', { cacheDisabled: true });
  await client.send('Emulation.setCPUThrottlingRate', { rate: slower });
  let bytes = 0;
  client.on('Network.loadingFinished', ({ encodedDataLength }) => (bytes += encodedDataLength));
  await page.goto('about:blank');
  const began = performance.now();
  await page.goto(`${url}/town`, { waitUntil: 'commit' });
  await page.locator('.waiting-case').first().waitFor();
  took.push(performance.now() - began);
  await page.getByRole('heading', { name: '通知' }).waitFor();
  await client.detach();
  return bytes;
}
