import { randomUUID } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { percentile } from '../../../bench/percentile';
import { loadCatalogue } from '../../../config/catalogue';
import { readEnv } from '../../../config/env';
import { createPool } from '../../../db/pool';
import { connectEngine } from '../../../engine/connectEngine';
import { checkCase } from '../../support/checkCase';
import { until } from '../../support/until';
import { openFleet, type Fleet, type Part } from '../fleet';
import { readEffects, type Effect } from './effects';
import { noticeFaults } from './notices';
import { plan, type Life, type Round } from './plan';
import { openReceiver } from './receiver';
import { minutesOf, shortCatalogue, type ShortSpans } from './shortCatalogue';

export interface SoakOptions {
  readonly seed: number;
  readonly cases: number;
  readonly kills: number;
  /** Over how long the cases come in. */
  readonly openOverMs: number;
  readonly spans: ShortSpans;
  /** Goes on until no case has anything before it that time brings about; else the end comes with the last kill. */
  readonly toTheEnd: boolean;
  readonly log: (line: string) => void;
}

/** Lateness in ms: the instant on file by the database's clock, less the due instant. */
export interface Lateness {
  readonly count: number;
  readonly p50: number;
  readonly p95: number;
  readonly max: number;
}

export interface SoakReport {
  readonly faults: readonly string[];
  readonly kills: Readonly<Record<Part, number>>;
  readonly counted: Readonly<Record<Effect['what'] | 'urging', number>>;
  /** Of what fell due while all was up. */
  readonly up: Lateness;
  /** Between a kill and the first act that goes through all parts again. */
  readonly down: Lateness;
  /** From there on, while the engine hands out anew what a killed part had in hand. */
  readonly recovering: Lateness;
  /** What was late by more than `SLOW_MS` although all was up. */
  readonly slow: readonly string[];
  readonly downMs: number;
  readonly tookMs: number;
  /** Messages that partners had, those of them that came again, and those that they refused. */
  readonly sent: { readonly messages: number; readonly again: number; readonly refused: number };
}

interface Window {
  readonly fromMs: number;
  readonly toMs: number;
}

const MINUTE_MS = 60_000;
/** The engine's patience with a workflow task that somebody has taken: what died with it is done again only then. */
const TASK_TIMEOUT_MS = 10_000;
export const SLOW_MS = 5_000;
/** What falls due so shortly before a kill is under way when it comes. */
const UNDER_WAY_MS = 1_000;
const SECRET = `whsec_${Buffer.from('a soak and nobody else').toString('base64')}`;

/** The service in real time with real deadlines, its parts killed and its clocks pushed; then everything on file is looked at. */
export async function runSoak(options: SoakOptions): Promise<SoakReport> {
  const { seed, cases, kills, spans, log } = options;
  const began = Date.now();
  const env = readEnv();
  const folder = join(env.localDir, 'soak');
  mkdirSync(folder, { recursive: true });
  const catalogueDir = join(folder, 'catalogue');
  shortCatalogue(env.catalogueDir, catalogueDir, spans);
  const { rounds, lives } = plan(seed, cases, kills);
  const receiver = await openReceiver(SECRET);
  const sinks = join(folder, 'sinks.json');
  writeFileSync(sinks, JSON.stringify([{ name: 'oa', kind: 'webhook', url: receiver.url, secretFrom: 'OA_SECRET' }]));

  let offMs = { worker: -60 * MINUTE_MS, api: 60 * MINUTE_MS };
  const fleet = await openFleet({
    name: 'soak',
    catalogueDir,
    imports: [new URL('../pushedClock.js', import.meta.url).href],
    more: (part) => ({
      NOTICE_SINKS: sinks,
      OA_SECRET: SECRET,
      CLOCK_OFF_MS: String(part === 'command' ? 0 : offMs[part]),
    }),
  });
  const db = createPool(fleet.databaseUrl, { patienceMs: 10_000 });
  const engine = connectEngine({
    ...{ temporalAddress: fleet.temporalAddress, temporalNamespace: 'default' },
    ...{ temporalTls: false, temporalApiKey: null },
  });
  try {
    const people = new People(fleet, loadCatalogue(catalogueDir).towns);
    const probe = await people.open(0);
    const lived = Promise.all(lives.map((life, n) => people.live(n + 1, life, options)));
    // Told of at the end: what is under way is not left alone in between.
    lived.catch(() => undefined);
    const downs = await disturb(fleet, rounds, {
      setOff: (round) => {
        offMs = { worker: round.workerOffMs, api: round.apiOffMs };
      },
      recovered: () => people.act(probe, 'supervisor-1', 'urge', { clockId: null, requirement: '检测', within: FAR }),
      log,
    });
    await lived;
    const horizonMs = await settle();
    const { effects, faults } = await readEffects(db, minutesOf(spans), horizonMs);
    const { rows: all } = await db.query<{ id: string }>('select id from cases order by id');
    const broken: string[] = [];
    for (const { id } of all) await checkCase({ db, engine }, id).catch((error: unknown) => broken.push(String(error)));
    const urged = await people.urgedFaults(db);
    const during = ({ dueMs }: Effect, moreMs: number): boolean =>
      downs.some(({ fromMs, toMs }) => dueMs >= fromMs - UNDER_WAY_MS && dueMs <= toMs + moreMs);
    const down = effects.filter((one) => during(one, 0));
    const recovering = effects.filter((one) => during(one, TASK_TIMEOUT_MS) && !down.includes(one));
    const up = effects.filter((one) => !during(one, TASK_TIMEOUT_MS));
    const count = (what: Effect['what']): number => effects.filter((one) => one.what === what).length;
    const { rows: urgings } = await db.query<{ n: number }>(`select count(*) as n from events where type = 'urged'`);
    return {
      faults: [...faults, ...broken, ...urged, ...(await noticeFaults(db, receiver.received, horizonMs))],
      kills: killsOf(rounds),
      counted: {
        ...{ yellow: count('yellow'), red: count('red'), rung: count('rung'), escalation: count('escalation') },
        urging: urgings[0]?.n ?? NaN,
      },
      up: latenessOf(up),
      down: latenessOf(down),
      recovering: latenessOf(recovering),
      slow: up
        .filter(({ dueMs, recordedMs }) => recordedMs - dueMs > SLOW_MS)
        .map(({ key, dueMs, recordedMs }) => {
          const since = Math.min(...downs.filter(({ toMs }) => toMs < dueMs).map(({ toMs }) => dueMs - toMs));
          const until = Math.min(...downs.filter(({ fromMs }) => fromMs > dueMs).map(({ fromMs }) => fromMs - dueMs));
          return `${key}: ${(recordedMs - dueMs).toFixed(0)} ms late; ${since} ms after a recovery, ${until} ms before a kill`;
        }),
      downMs: downs.reduce((sum, { fromMs, toMs }) => sum + toMs - fromMs, 0),
      tookMs: Date.now() - began,
      sent: {
        messages: receiver.received.size,
        again: [...receiver.received.values()].filter((times) => times > 1).length,
        refused: receiver.refused(),
      },
    };
  } finally {
    await db.end();
    await engine.connection.close();
    await fleet.close();
    await receiver.close();
  }

  /** Waits until what was due is on file and told; answers with the instant up to which all must be there. */
  async function settle(): Promise<number> {
    const none = async (sql: string, values: unknown[] = []): Promise<boolean> =>
      ((await db.query<{ n: number }>(`select count(*) as n from ${sql}`, values)).rows[0]?.n ?? 1) === 0;
    if (options.toTheEnd) {
      const soon = `cases where wake_at < now() + interval '1 hour'`;
      await until(() => none(soon), 30 * MINUTE_MS).catch(() => log('something is still due'));
    }
    // A run of a few kills is over sooner than the first deadlines: each case is to have met one.
    const unlit = `cases where not exists (select from events where case_id = cases.id and type = 'light_changed')`;
    await until(() => none(unlit), spans.period * 2 * MINUTE_MS).catch(() => log('a case has met no deadline'));
    const horizonMs = Date.now();
    const upToThen = [new Date(horizonMs).toISOString()];
    const patience = 2 * MINUTE_MS;
    await until(() => none('cases where wake_at <= $1', upToThen), patience).catch(() =>
      log('something that was due is not on file'),
    );
    await until(() => none('outbox where done_at is null and created_at <= $1', upToThen), patience).catch(() =>
      log('the outbox is not empty'),
    );
    await until(() => none(`deliveries where status = 'waiting' and created_at <= $1`, upToThen), patience).catch(() =>
      log('notices are under way'),
    );
    return horizonMs;
  }
}

/** So far off that nothing of it falls into a run. */
const FAR = { number: 60, unit: 'working_day' };

/** Servers first: a process that finds none ends, and whoever runs it starts it again. */
const STARTED: readonly (readonly Part[])[] = [
  ['postgres', 'temporal'],
  ['worker', 'api'],
];

interface Disturbing {
  readonly setOff: (round: Round) => void;
  /** Resolves once an act has gone through all parts. */
  readonly recovered: () => Promise<unknown>;
  readonly log: (line: string) => void;
}

async function disturb(fleet: Fleet, rounds: readonly Round[], how: Disturbing): Promise<readonly Window[]> {
  const downs: Window[] = [];
  for (const [index, round] of rounds.entries()) {
    await sleep(round.pauseMs / 2);
    for (const part of round.turned) fleet.signal(part, 'SIGWINCH');
    await sleep(round.pauseMs / 2);
    how.setOff(round);
    const fromMs = Date.now();
    for (const part of round.parts) await fleet.kill(part);
    await sleep(round.downMs);
    for (const together of STARTED) {
      await Promise.all(together.filter((part) => round.parts.includes(part)).map((part) => fleet.start(part)));
    }
    await how.recovered();
    const toMs = Date.now();
    downs.push({ fromMs, toMs });
    how.log(`${index + 1}/${rounds.length} killed ${round.parts.join(' and ')}, back after ${toMs - fromMs} ms`);
  }
  return downs;
}

function killsOf(rounds: readonly Round[]): Record<Part, number> {
  const kills = { worker: 0, api: 0, temporal: 0, postgres: 0 };
  for (const part of rounds.flatMap(({ parts }) => parts)) kills[part] += 1;
  return kills;
}

function latenessOf(effects: readonly Effect[]): Lateness {
  const late = effects.map(({ dueMs, recordedMs }) => recordedMs - dueMs);
  return { count: late.length, p50: percentile(late, 50), p95: percentile(late, 95), max: Math.max(...late) };
}

/** Everybody who works in the cases: patient, and always under the same key. */
class People {
  readonly #tokens = new Map<string, Promise<string>>();
  readonly #urged: { readonly caseId: string; readonly command: string }[] = [];
  readonly #run = randomUUID().slice(0, 8);

  constructor(
    private readonly fleet: Fleet,
    private readonly towns: readonly { readonly code: string; readonly name: string }[],
  ) {}

  async open(n: number): Promise<string> {
    const { code, name } = this.#townOf(n);
    const { caseId } = await this.#send(`assistant-${code}-1`, '/api/v1/clues', {
      channel: 'grid_worker',
      itemCode: 'WL-004',
      text: `文物保护碑被刻划，第 ${this.#run}-${n} 处`,
      place: `${name}${n}号`,
    });
    if (caseId == null) throw new Error(`clue ${n} opened no case`);
    return caseId;
  }

  async live(n: number, life: Life, { openOverMs, spans }: SoakOptions): Promise<void> {
    const period = spans.period * MINUTE_MS;
    await sleep(life.opens * openOverMs);
    const caseId = await this.open(n);
    const { code } = this.#townOf(n);
    const office = `office-${code}`;
    const officer = `officer-${code}-1`;
    await Promise.all([
      (async () => {
        if (life.accepts === null) return;
        await sleep(life.accepts * period);
        await this.act(caseId, officer, 'accept', {});
        if (life.verifies === null) return;
        await sleep(life.verifies * period);
        await this.act(caseId, officer, 'verify', { violation: true, facts: '现场核实' });
      })(),
      (async () => {
        if (life.urges === null) return;
        await sleep(life.urges * period);
        await this.act(caseId, 'supervisor-1', 'urge', { clockId: null, requirement: '请尽快办理', within: null });
        if (life.answers === null) return;
        await sleep(life.answers * 2 * period);
        await this.act(caseId, office, 'answer_urging', { urgingId: 'U1', answer: '正在办理' });
      })(),
    ]);
  }

  /** Sent until it is done or refused: a case that the bureau has taken meanwhile is no longer the town's. */
  async act(caseId: string, person: string, act: string, body: object): Promise<void> {
    const key = randomUUID();
    const { status } = await this.#send(person, `/api/v1/cases/${caseId}/acts/${act}`, body, key);
    if (act === 'urge' && status === 200) this.#urged.push({ caseId, command: `${person}/${key}` });
  }

  /** Each urging that was answered for is there once, and no other. */
  async urgedFaults(db: ReturnType<typeof createPool>): Promise<readonly string[]> {
    const { rows } = await db.query<{ case_id: string; command_id: string }>(
      `select case_id, command_id from events where type = 'urged'`,
    );
    const name = (caseId: string, command: string): string => `${caseId} ${command}`;
    const there = rows.map((row) => name(row.case_id, row.command_id));
    const sent = new Set(this.#urged.map(({ caseId, command }) => name(caseId, command)));
    return [
      ...there.filter((one, index) => there.indexOf(one) !== index).map((one) => `urged twice: ${one}`),
      ...[...sent].filter((one) => !there.includes(one)).map((one) => `an urging is lost: ${one}`),
      ...there.filter((one) => !sent.has(one)).map((one) => `urged by nobody: ${one}`),
    ];
  }

  #townOf(n: number) {
    const town = this.towns[n % this.towns.length];
    if (town === undefined) throw new Error('no towns');
    return town;
  }

  async #send(
    person: string,
    path: string,
    body: object,
    key: string = randomUUID(),
  ): Promise<{ readonly status: number; readonly caseId?: string | null }> {
    const token = this.#tokens.get(person) ?? this.fleet.issuer.sign(person, 'graded-case-handling');
    this.#tokens.set(person, token);
    const headers = {
      authorization: `Bearer ${await token}`,
      'content-type': 'application/json',
      'idempotency-key': key,
    };
    const end = Date.now() + 5 * MINUTE_MS;
    for (;;) {
      const answer = await fetch(`${this.fleet.url}${path}`, {
        ...{ method: 'POST', headers, body: JSON.stringify(body), signal: AbortSignal.timeout(5_000) },
      }).catch(() => null);
      if (answer !== null && !answer.headers.has('retry-after') && FINAL.includes(answer.status)) {
        const { caseId } = (await answer.json().catch(() => ({}))) as { caseId?: string | null };
        return { status: answer.status, ...(caseId === undefined ? {} : { caseId }) };
      }
      if (Date.now() > end) throw new Error(`${path}: for five minutes ${(await answer?.text()) ?? 'no answer'}`);
      await sleep(250);
    }
  }
}

/** Done, or no for good. What is to be tried again has `Retry-After`, or broke off on the way. */
const FINAL: readonly number[] = [200, 201, 403, 404, 409, 422];
