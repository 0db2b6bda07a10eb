import { defineQuery, defineSignal, defineUpdate } from '@temporalio/workflow';
import type { ActName, CaseEventType, CaseState, CommandFrame, CommandOf, ReviewVerdict } from '../domain/case';

/** What the API sends: a command without its time, which is the workflow's. */
export type Request = {
  readonly [A in ActName]: Omit<CommandFrame, 'at'> & { readonly act: A; readonly input: CommandOf<A>['input'] };
}[ActName];

/** What an act comes to: the numbers that it was recorded under. */
export interface Receipt {
  readonly caseId: string;
  readonly seq: number;
  readonly at: string;
  readonly events: readonly CaseEventType[];
  readonly fingerprint: string;
}

/** A reviewer's verdict by `temporal workflow signal --name review`; who may review is looked up, not believed. */
export interface ReviewSignal {
  readonly reviewer: string;
  readonly verdict: ReviewVerdict;
  readonly opinion: string;
  /** Names the signal, so that sending it again does nothing. Without it the text is the name. */
  readonly id?: string;
}

/** The state as a person reads it: no text of the law, the lights as they are now, and the next instant of its own. */
export interface LiveState extends Omit<CaseState, 'law'> {
  readonly labels: { readonly stage: string; readonly grade: string; readonly light: string };
  readonly now: string;
  readonly nextWake: string | null;
}

export const actUpdate = defineUpdate<Receipt, [Request]>('act');
export const reviewSignal = defineSignal<[ReviewSignal]>('review');
/** There may be something on file that the case doesn't know; it answers with the number it has come to. */
export const catchUpUpdate = defineUpdate<number>('catchUp');
export const stateQuery = defineQuery<LiveState>('state');

/** A report of a month by hand, or the calendar's of the month before the time for which it was planned. */
export type ReportRequest =
  { readonly month: string; readonly askedBy: string } | { readonly month: null; readonly askedBy: null };
