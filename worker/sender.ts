import type { Sink } from '../config/sinks';
import { markDelivered, markFailed, postpone, takeDeliveries, type Delivery } from '../db/deliveries';
import type { Pool } from '../db/pool';
import { readClock } from '../db/readClock';
import type { Log } from './log';
import { repeat, type Repeating } from './repeat';
import { sendMessage, type Message } from './sendMessage';
import { addressOf, quietUntil } from './waysOut';

const ROUND = 20;
const ATTEMPTS = 8;

export interface SenderOptions {
  /** The pause between two looks, and before the second try, in ms; both are doubled by nobody but the tries. */
  readonly pauseMs?: number;
  readonly firstRetryMs?: number;
}

/** Sends notices out of the house, each sink by itself: one that is slow or down holds up no other. */
export function startSenders(
  db: Pool,
  sinks: readonly Sink[],
  log: Log,
  { pauseMs = 1_000, firstRetryMs = 5_000 }: SenderOptions = {},
): Repeating {
  const senders = sinks.map((sink) =>
    repeat(`sender ${sink.name}`, pauseMs, log, async () => {
      while ((await round(db, sink, log, firstRetryMs)) === ROUND);
    }),
  );
  return {
    async stop() {
      await Promise.all(senders.map((each) => each.stop()));
    },
  };
}

async function round(db: Pool, sink: Sink, log: Log, firstRetryMs: number): Promise<number> {
  // Longer than all tries of a round may take: nobody else sends the same meanwhile.
  const lease = ROUND * (sink.timeoutMs + 1_000);
  const taken = await takeDeliveries(db, sink.name, ROUND, lease);
  if (taken.length === 0) return 0;
  const clock = await readClock(db);
  const due: Delivery[] = [];
  for (const one of taken) {
    const until = quietUntil(sink, one.topic, clock());
    if (until === null) due.push(one);
    else await postpone(db, [one.id], until);
  }
  for (const message of messagesOf(sink, due)) {
    const ids = message.notices.map(({ id }) => id);
    try {
      await sendMessage(sink, message, clock());
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      log.warn({ sink: sink.name, message: message.id, reason }, 'notice not delivered');
      await markFailed(db, ids, reason, sink.attempts ?? ATTEMPTS, firstRetryMs);
      continue;
    }
    await markDelivered(db, ids);
  }
  return taken.length;
}

/** Each by itself, or one for each addressee of a digest. */
function messagesOf(sink: Sink, due: readonly Delivery[]): readonly Message[] {
  const groups = new Map<string, Delivery[]>();
  for (const one of due) {
    const key = sink.digestMinutes === undefined ? `${one.id}` : [one.org, one.role, one.person].join('/');
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups.values()].flatMap((notices) => {
    const [first] = notices;
    const address = first === undefined ? null : addressOf(sink, first);
    if (first === undefined || address === null) return [];
    return [{ id: `notice-${notices.map(({ id }) => id).join('-')}`, address, notices }];
  });
}
