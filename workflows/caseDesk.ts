import { ApplicationFailure } from '@temporalio/common';
import type { CaseCommand, CaseState, RecordedEvent } from '../domain/case';
import { decide } from '../domain/decide';
import { number } from '../domain/record';
import type { Refusal } from '../domain/refusal';
import type { Receipt, Request, ReviewSignal } from './messages';
import { lookUpActor, record, refuseSignal } from './proxies';
import { reviewRequest } from './reviewRequest';

/** What goes on into the next run of a long case. */
export interface Carried {
  readonly state: CaseState;
  /** Receipts by command: Temporal forgets update ids at continue-as-new, the case must not. */
  readonly done: Readonly<Record<string, Receipt>>;
}

/** The clerk of one case: the one door for all commands. Numbers are given out at once and written in order. */
export class CaseDesk {
  private current: CaseState;
  private readonly done: Record<string, Receipt>;
  private writing: Promise<void> = Promise.resolve();
  private pending = 0;

  constructor({ state, done }: Carried) {
    this.current = state;
    this.done = { ...done };
  }

  get state(): CaseState {
    return this.current;
  }

  /** Nothing that was numbered is still unwritten. */
  settled(): boolean {
    return this.pending === 0;
  }

  carried(): Carried {
    return { state: this.current, done: this.done };
  }

  /** Synchronous and pure, so a refused update leaves nothing in the history. */
  validate(request: Request): void {
    if (this.done[request.id] !== undefined) return;
    const decision = decide(this.current, { ...request, at: now() } as CaseCommand);
    if (!decision.ok) throw asFailure(decision.refusal);
  }

  async act(request: Request): Promise<Receipt> {
    return this.perform({ ...request, at: now() } as CaseCommand);
  }

  async perform(command: CaseCommand): Promise<Receipt> {
    const earlier = this.done[command.id];
    if (earlier !== undefined) {
      await this.writing;
      return earlier;
    }
    const decision = decide(this.current, command);
    if (!decision.ok) throw asFailure(decision.refusal);
    const { state, recorded } = number(this.current, command, decision.events);
    const receipt: Receipt = {
      caseId: state.caseId,
      seq: state.seq,
      at: command.at,
      events: recorded.map(({ event }) => event.type),
      fingerprint: command.fingerprint,
    };
    this.current = state;
    this.done[command.id] = receipt;
    await this.write(recorded);
    return receipt;
  }

  /** What the case does by itself. Somebody may have been quicker: then there is nothing left to do. */
  async performOwn(command: CaseCommand): Promise<void> {
    if (decide(this.current, command).ok) await this.perform(command);
  }

  /** A reviewer's signal. Nobody waits for its answer, so a refusal is kept where refusals are kept. */
  async review(signal: ReviewSignal): Promise<void> {
    const actor = await lookUpActor(String(signal.reviewer));
    const request = reviewRequest(signal, actor);
    if ('refusal' in request) {
      await refuseSignal(this.current.caseId, request.actor, request.act, request.refusal);
      return;
    }
    if (this.done[request.id] !== undefined) return;
    const command = { ...request, at: now() } as CaseCommand;
    const decision = decide(this.current, command);
    if (decision.ok) await this.perform(command);
    else await refuseSignal(this.current.caseId, command.actor, command.act, decision.refusal);
  }

  private write(events: readonly RecordedEvent[]): Promise<void> {
    this.pending += 1;
    this.writing = this.writing.then(async () => {
      await record(events);
      this.pending -= 1;
    });
    return this.writing;
  }
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
