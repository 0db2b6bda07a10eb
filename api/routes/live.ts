import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { Type } from 'typebox';
import { liveEvents, liveNow, type LiveEvent, type LivePlace } from '../../db/liveEvents';
import { EVENT_LABELS, STAGE_LABELS } from '../../domain/labels';
import { orgName } from '../../domain/orgName';
import type { ApiApp, RouteDeps } from '../apiApp';
import { Problem } from '../problem';
import { PROBLEMS } from '../schemas/common';
import { seenBy } from '../seenBy';

const PAGE = 200;
const LOOK_MS = 1_000;
/** How often whoever listens is asked anew who they are: a token ends, a post changes. */
const IDENTIFY_MS = 30_000;
/** Streams of one process; each looks into the database once a second. */
const MOST = 500;

/**
 * 接单履职流程实时显示: what happens in the cases that somebody may see, as server-sent events. Where it breaks off the client
 * sends `Last-Event-ID` and goes on there; nothing is lost and nothing comes twice. No words of the file: people look there.
 */
export function liveRoutes(app: ApiApp, deps: RouteDeps): void {
  const open = new Set<AbortController>();
  app.addHook('preClose', async () => {
    for (const stream of open) stream.abort();
  });

  app.get(
    '/api/v1/live',
    {
      schema: {
        summary: '实时动态（text/event-stream，可凭 Last-Event-ID 续接）',
        tags: ['工作台'],
        headers: Type.Object({
          'last-event-id': Type.Optional(Type.String({ maxLength: 100, description: '上次收到的事件编号' })),
        }),
        response: { ...PROBLEMS },
      },
    },
    async (request, reply) => {
      const actor = await deps.identify(request);
      if (open.size >= MOST) throw new Problem('busy', '实时连接过多，请稍后再试。');
      const now = await liveNow(deps.db);
      const given = placeOf(request.headers['last-event-id']);
      // Ahead of the database: it was restored, and what was seen may not have happened.
      const reset = given !== null && BigInt(given.tx) > BigInt(now.tx);
      const stream = new AbortController();
      open.add(stream);
      reply.hijack();
      const out = reply.raw;
      out.once('close', () => stream.abort());
      out.writeHead(200, {
        'content-type': 'text/event-stream; charset=utf-8',
        'cache-control': 'no-store',
        // Its end is the connection's: a process that stops doesn't wait for one that is kept alive.
        connection: 'close',
        'x-accel-buffering': 'no',
      });
      try {
        if (reset) await write(out, 'event: reset\ndata: {}\n\n', stream.signal);
        await follow(out, given === null || reset ? now : given, request, seenBy(actor), stream.signal);
      } catch (error) {
        if (!stream.signal.aborted) request.log.warn({ reason: String(error) }, 'live stream ended');
      } finally {
        open.delete(stream);
        out.end();
      }
    },
  );

  async function follow(
    out: ServerResponse,
    from: LivePlace,
    request: Parameters<RouteDeps['identify']>[0],
    org: string | null,
    signal: AbortSignal,
  ): Promise<void> {
    let place = from;
    let identified = Date.now();
    // At once, so that the client knows it is connected and from where.
    await write(out, `id: ${idOf(place)}\n\n`, signal);
    while (!signal.aborted) {
      if (Date.now() - identified > IDENTIFY_MS) {
        if (seenBy(await deps.identify(request)) !== org) return;
        identified = Date.now();
        // The place goes along, so that a quiet client doesn't come back from far behind.
        await write(out, `id: ${idOf(place)}\n\n`, signal);
      }
      const { events, next } = await liveEvents(deps.db, place, org, PAGE);
      for (const event of events) await write(out, said(event), signal);
      place = next;
      if (events.length < PAGE) await pause(LOOK_MS, undefined, { signal });
    }
  }

  function said(event: LiveEvent): string {
    const { caseId, seq, at, type, town, owner, stage } = event;
    const data = {
      ...{ caseId, seq, at, type, label: EVENT_LABELS[type], stage, stageLabel: STAGE_LABELS[stage] },
      ...{ town, townName: orgName(deps.catalogue, town), owner, ownerName: orgName(deps.catalogue, owner) },
    };
    return `id: ${idOf(event)}\nevent: case\ndata: ${JSON.stringify(data)}\n\n`;
  }
}

/** A client that doesn't read is waited for; what it hasn't taken stays in the database. */
async function write(out: ServerResponse, text: string, signal: AbortSignal): Promise<void> {
  signal.throwIfAborted();
  if (!out.write(text)) await once(out, 'drain', { signal });
}

function idOf({ tx, caseId, seq }: LivePlace): string {
  return `${tx}/${caseId}/${seq}`;
}

function placeOf(id: string | undefined): LivePlace | null {
  if (id === undefined || id === '') return null;
  const [, tx, caseId, seq] = /^(\d{1,19})\/((?:CZ\d{4}-\d{6,15})?)\/(\d{1,9})$/.exec(id) ?? [];
  if (tx === undefined || caseId === undefined || seq === undefined) {
    throw new Problem('malformed', 'Last-Event-ID 无效，请不带它重新连接。', { at: 'headers/last-event-id' });
  }
  return { tx, caseId, seq: Number(seq) };
}
