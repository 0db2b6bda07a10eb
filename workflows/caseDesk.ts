import { ApplicationFailure } from '@temporalio/common';
import { REVIEW_VERDICTS, type CaseCommand, type CaseState, type RecordedEvent } from '../domain/case';
import { decide } from '../domain/decide';
import { evolve } from '../domain/evolve';
import { number } from '../domain/record';
import { SYSTEM } from '../domain/people';
import { refuse, type Refusal } from '../domain/refusal';
import type { Receipt, Request } from './messages';
import { eventsAfter, lookUpActor, record, refuseSignal } from './proxies';
import { readSignal } from './readSignal';
import { reviewRequest } from './reviewRequest';

/** What goes on into the next run of a long case. */
export interface Carried {
  readonly state: CaseState;
  /** Receipts by command: Temporal forgets update ids at continue-as-new, the case must not. */
  readonly done: Readonly<Record<string, Receipt>>;
}

/**
 * The clerk of one case: the one door for all commands, one at a time. The file is the truth and the workflow follows
 * it: a state counts once its events are on file, and what is found there that this run doesn't know is taken over.
 * That happens after a crash between the writing and the engine's own record of it: the update is delivered again, at
 * another time, or was lost with the engine, and its events are on file all the same.
 */
export class CaseDesk {
  private current: CaseState;
  private readonly done: Record<string, Receipt>;
  private queue: Promise<unknown> = Promise.resolve();
  private waiting = 0;

  constructor({ state, done }: Carried) {
    this.current = state;
    this.done = { ...done };
  }

  get state(): CaseState {
    return this.current;
  }

  /** No command is under way. */
  settled(): boolean {
    return this.waiting === 0;
  }

  carried(): Carried {
    return { state: this.current, done: this.done };
  }

  /** Synchronous and pure, so a refused update leaves nothing in the history. */
  validate(request: Request): void {
    if (this.done[request.id] !== undefined) return;
    const decision = decide(this.current, { ...request, at: now() });
    if (!decision.ok) throw asFailure(decision.refusal);
  }

  /** Decides, writes and answers with the numbers it was written under. The same id is answered, not done again. */
  act(request: Request): Promise<Receipt> {
    return this.oneAtATime(async () => {
      for (;;) {
        const earlier = this.done[request.id];
        if (earlier !== undefined) return earlier;
        const command = { ...request, at: now() } as CaseCommand;
        const decision = decide(this.current, command);
        if (!decision.ok) throw asFailure(decision.refusal);
        const { state, recorded } = number(this.current, command, decision.events);
        const { unknown } = await record(recorded);
        if (unknown.length === 0) this.take(recorded, state);
        else this.follow(unknown);
      }
    });
  }

  /** What the case does by itself. Somebody may have been quicker: then there is nothing left to do. */
  async actOwn(request: Request): Promise<void> {
    try {
      await this.act(request);
    } catch (error) {
      if (!(error instanceof ApplicationFailure)) throw error;
    }
  }

  /** Takes over what is on file and not known here. Answers with the number it has come to. */
  catchUp(): Promise<number> {
    return this.oneAtATime(async () => {
      this.follow(await eventsAfter(this.current.caseId, this.current.seq));
      return this.current.seq;
    });
  }

  /** A reviewer's signal. Nobody waits for its answer, so a refusal is kept where refusals are kept. */
  async review(sent: unknown): Promise<void> {
    const { caseId } = this.current;
    const signal = readSignal(sent);
    if (signal === null) return refuseSignal(caseId, SYSTEM, 'pass_review', ILL_SIGNAL);
    const actor = await lookUpActor(signal.reviewer);
    if (actor === null) return refuseSignal(caseId, SYSTEM, signal.act, nobody(signal.reviewer));
    const request = reviewRequest(signal, actor);
    try {
      await this.act(request);
    } catch (error) {
      if (!(error instanceof ApplicationFailure)) throw error;
      const [refusal] = (error.details ?? []) as Refusal[];
      if (refusal === undefined) throw error;
      await refuseSignal(caseId, actor, request.act, refusal);
    }
  }

  private follow(events: readonly RecordedEvent[]): void {
    this.take(events, events.reduce<CaseState>(evolve, this.current));
  }

  private take(events: readonly RecordedEvent[], state: CaseState): void {
    this.current = state;
    for (const { commandId, seq, at, fingerprint, event } of events) {
      const before = this.done[commandId]?.events ?? [];
      this.done[commandId] = { caseId: state.caseId, seq, at, fingerprint, events: [...before, event.type] };
    }
  }

  private async oneAtATime<T>(work: () => Promise<T>): Promise<T> {
    this.waiting += 1;
    const turn = this.queue.then(work);
    this.queue = turn.catch(() => undefined);
    try {
      return await turn;
    } finally {
      this.waiting -= 1;
    }
  }
}

const ILL_SIGNAL = refuse(
  'act_not_open',
  `信号须为 {"reviewer","verdict":"${REVIEW_VERDICTS.join('|')}","opinion","id"?}：意见不能为空，不超过 4000 字。`,
);

function nobody(name: string): Refusal {
  return refuse('not_competent', `名册中没有 ${name}，信号不予受理。`);
}

function asFailure(refusal: Refusal): ApplicationFailure {
  return ApplicationFailure.create({
    type: refusal.code,
    message: refusal.detail,
    nonRetryable: true,
    details: [refusal],
  });
}

function now(): string {
  return new Date().toISOString();
}
