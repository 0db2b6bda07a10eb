import { ApplicationFailure } from '@temporalio/common';
import type { RecordedEvent } from '../domain/case';
import type { Actor } from '../domain/people';
import type { Refusal } from '../domain/refusal';
import { archiveChain } from '../db/archiveChain';
import type { Pool } from '../db/pool';
import { readActor } from '../db/readActor';
import { ChainConflict, recordEvents, type Recorded } from '../db/recordEvents';
import { readEventsAfter } from '../db/readEvents';
import { recordRefusal } from '../db/recordRefusal';

export interface ActivityDependencies {
  readonly db: Pool;
}

/** What a case's workflow asks of the world. All of it may be repeated without harm. */
export function createActivities({ db }: ActivityDependencies) {
  return {
    /**
     * Writes events, read model and outbox in one transaction; where their numbers are taken by others, it gives
     * those back and writes nothing. Passing faults are thrown and retried.
     */
    async record(events: readonly RecordedEvent[]): Promise<Recorded> {
      try {
        return await recordEvents(db, events);
      } catch (error) {
        // A file that is behind its own case can't be mended by trying again.
        if (error instanceof ChainConflict) throw ApplicationFailure.nonRetryable(error.message, 'ChainConflict');
        throw error;
      }
    },

    /** What is on file after a number. */
    async eventsAfter(caseId: string, seq: number): Promise<readonly RecordedEvent[]> {
      return readEventsAfter(db, caseId, seq);
    },

    /** The person behind a name in a signal; null where the roster has nobody. */
    async lookUpActor(id: string): Promise<Actor | null> {
      return readActor(db, id);
    },

    /** A refused signal leaves nothing in the case; it is kept with the other refusals. */
    async refuseSignal(caseId: string, actor: Actor, act: string, refusal: Refusal): Promise<void> {
      await recordRefusal(db, { caseId, actor, act, refusal });
    },

    /** Checks the chain from its first event and stores the archive's manifest. */
    async archive(caseId: string): Promise<{ events: number; head: string }> {
      try {
        return await archiveChain(db, caseId);
      } catch (error) {
        if (error instanceof ChainConflict) throw ApplicationFailure.nonRetryable(error.message, 'ChainConflict');
        throw error;
      }
    },
  };
}

export type Activities = ReturnType<typeof createActivities>;
