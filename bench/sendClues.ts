import { inParallel } from '../commands/inParallel';
import type { Sent } from './clueStream';

export interface Door {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** Imports so many rows in requests of so many each. Answers how long each request took, in ms; counts the outcomes. */
export async function importClues(
  { url, headers }: Door,
  next: () => Sent,
  { count, together, clients }: { readonly count: number; readonly together: number; readonly clients: number },
  outcomes = new Map<string, number>(),
): Promise<readonly number[]> {
  const took: number[] = [];
  const starts = Array.from({ length: Math.ceil(count / together) }, (_, at) => at * together);
  await inParallel(starts, clients, async (start) => {
    const rows = Array.from({ length: Math.min(together, count - start) }, next);
    const sent = performance.now();
    const body = (await post(`${url}/api/v1/clues/import`, headers, { rows })) as {
      rows: readonly { status: number; receipt: { outcome: string } | null }[];
    };
    took.push(performance.now() - sent);
    for (const { status, receipt } of body.rows) {
      const outcome = receipt?.outcome ?? String(status);
      outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
    }
  });
  return took;
}

export interface Answered {
  readonly ms: number;
  /** The case that it opened at a town. */
  readonly opened: { readonly caseId: string; readonly town: string } | null;
}

/** Sends one clue as a person would. */
export async function sendClue({ url, headers }: Door, { key, clue }: Sent): Promise<Answered> {
  const sent = performance.now();
  const { caseId, triage } = (await post(`${url}/api/v1/clues`, { ...headers, 'idempotency-key': key }, clue)) as {
    caseId: string | null;
    triage: { outcome: string; town: string; grade: string };
  };
  const ms = performance.now() - sent;
  // A case of the bureau has its work order there.
  const atTown = triage.outcome === 'case' && caseId !== null && triage.grade !== 'bureau';
  return { ms, opened: atTown ? { caseId, town: triage.town } : null };
}

/** Told to come again, a client sends the same again; the waiting counts. */
async function post(address: string, headers: Door['headers'], body: object): Promise<unknown> {
  for (;;) {
    const response = await fetch(address, { method: 'POST', headers, body: JSON.stringify(body) });
    const answer: unknown = await response.json();
    if (response.ok) return answer;
    if (response.status !== 503) throw new Error(JSON.stringify(answer));
  }
}
