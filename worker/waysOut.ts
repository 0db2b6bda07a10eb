import type { Sink } from '../config/sinks';
import type { Notice, WayOut } from '../db/insertNotices';
import type { Instant } from '../domain/catalogue';
import type { NoticeTopic } from '../domain/noticeTopics';
import { addDays, instantOf, lawDateOf, msOf, startOf } from '../domain/time/lawDate';
import { timeWords } from '../domain/time/words';

type Told = Pick<Notice, 'org' | 'role' | 'person' | 'topic'>;

/** The number or account behind an addressee; null = this sink has none for them. A webhook needs none. */
export function addressOf(sink: Sink, { org, role, person }: Omit<Told, 'topic'>): string | null {
  if (sink.kind === 'webhook') return sink.url;
  return (
    (person === null ? undefined : sink.to[person]) ??
    (role === null ? undefined : sink.to[`${org}/${role}`]) ??
    sink.to[org] ??
    null
  );
}

/** Which notices leave by which sinks, and when the digest that they are part of goes out. */
export function waysOut(sinks: readonly Sink[], notices: readonly Notice[], now: Instant): readonly WayOut[] {
  return sinks.flatMap((sink) =>
    notices
      .filter(({ topic }) => sink.topics?.includes(topic) ?? true)
      .filter(({ org }) => sink.orgs?.includes(org) ?? true)
      .filter((notice) => addressOf(sink, notice) !== null)
      .map(({ outboxId }) => ({ noticeId: outboxId, sink: sink.name, nextAt: digestAt(sink, now) })),
  );
}

function digestAt({ digestMinutes }: Sink, now: Instant): Instant | null {
  if (digestMinutes === undefined) return null;
  const length = digestMinutes * 60_000;
  return instantOf(Math.ceil(msOf(now) / length) * length);
}

/** Until when a sink is quiet about a topic; null = it may speak. Hours in Shanghai, also over midnight. */
export function quietUntil({ quiet }: Pick<Sink, 'quiet'>, topic: NoticeTopic, now: Instant): Instant | null {
  if (quiet === undefined || quiet.except?.includes(topic) === true || quiet.from === quiet.to) return null;
  const time = timeWords(now);
  const overnight = quiet.from > quiet.to;
  const isQuiet = overnight ? time >= quiet.from || time < quiet.to : time >= quiet.from && time < quiet.to;
  if (!isQuiet) return null;
  const today = lawDateOf(now);
  const day = overnight && time >= quiet.from ? addDays(today, 1) : today;
  const [hours, minutes] = quiet.to.split(':').map(Number) as [number, number];
  return instantOf(msOf(startOf(day)) + (hours * 60 + minutes) * 60_000);
}
