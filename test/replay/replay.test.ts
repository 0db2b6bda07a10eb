import { Worker } from '@temporalio/worker';
import { describe, expect, inject, it } from 'vitest';
import { canonicalJson } from '../../db/chain';
import type { CaseCommand, CaseState, RecordedEvent } from '../../domain/case';
import { decide } from '../../domain/decide';
import { fold } from '../../domain/evolve';
import { SYSTEM } from '../../domain/people';
import { number } from '../../domain/record';
import { keptNames, readKept, type Kept } from './kept';
import { requestsOf } from './requestsOf';
import { ROADS } from './roads';

const names = keptNames();

describe('cases of earlier releases', () => {
  it('given the roads that are tested, then each has a history that was kept', () => {
    const missing = Object.keys(ROADS).filter((road) => !names.some((file) => file.endsWith(`-${road}.json.gz`)));
    expect(missing, 'run `npm run histories`').toEqual([]);
  });

  it.each(names)('given %s, when today’s workflow replays it, then it goes the same way', async (file) => {
    const { history } = readKept(file);
    await Worker.runReplayHistory({ workflowBundle: { code: inject('workflowBundle') } }, history);
  });

  it.each(names)(
    'given %s, when its commands are decided again, then they give the events that are on file',
    (file) => {
      const kept = readKept(file);
      const opening = kept.events.filter(({ act }) => act === 'open');
      let state: CaseState = fold(opening);
      for (const [first, ...others] of commands(kept.events)) {
        if (first === undefined) continue;
        const events = [first, ...others];
        const decision = decide(state, commandFor(first, kept, state));
        expect(decision.ok, `${first.act} as ${first.seq}`).toBe(true);
        if (!decision.ok) return;
        const again = number(state, commandFor(first, kept, state), decision.events);
        expect(again.recorded.map(canonicalJson)).toEqual(events.map(canonicalJson));
        state = again.state;
      }
      expect(state.stage).toBe('archived');
    },
  );

  it('given a history in which another activity was asked for, when it is replayed, then it is found', async () => {
    const [file] = names;
    if (file === undefined) throw new Error('no history');
    const { history } = readKept(file);
    for (const { markerRecordedEventAttributes: marker } of history.events ?? []) {
      for (const payload of Object.values(marker?.details ?? {}).flatMap(({ payloads }) => payloads ?? [])) {
        const text = Buffer.from(payload.data ?? []).toString('utf8');
        payload.data = Buffer.from(text.replace('"activity_type":"record"', '"activity_type":"another"'), 'utf8');
      }
    }
    await expect(
      Worker.runReplayHistory({ workflowBundle: { code: inject('workflowBundle') } }, history),
    ).rejects.toThrow();
  });
});

/** The events after the opening, command by command. */
function commands(events: readonly RecordedEvent[]): readonly (readonly RecordedEvent[])[] {
  const groups = new Map<string, RecordedEvent[]>();
  for (const event of events) {
    if (event.act === 'open') continue;
    groups.set(event.commandId, [...(groups.get(event.commandId) ?? []), event]);
  }
  return [...groups.values()];
}

/** The command as it came in with the engine's update, or as the case gave it to itself, at the time it was recorded. */
function commandFor(first: RecordedEvent, { history }: Kept, state: CaseState): CaseCommand {
  const request = requestsOf(history).get(first.commandId);
  if (request !== undefined) return { ...request, at: first.at };
  const own = { id: first.commandId, fingerprint: '', actor: SYSTEM, at: first.at, ifSeq: null };
  if (first.event.type === 'case_archived') {
    const { events, head } = first.event;
    return { ...own, act: 'archive_case', input: { events, head } };
  }
  if (first.act === 'lapse_deadline') return { ...own, act: 'lapse_deadline', input: {} };
  throw new Error(`case ${state.caseId}: no request ${first.commandId} in the history`);
}
