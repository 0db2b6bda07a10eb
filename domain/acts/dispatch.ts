import { DISPATCH_CENTRE } from '../people';
import type { Effects } from './effect';
import { enter, handedTo, newClock } from './enter';

export const dispatchEffects: Effects<
  'accept' | 'return_dispatch' | 'redispatch' | 'insist_dispatch' | 'assign' | 'join_report' | 'split_report'
> = {
  accept: (state, { input, actor, at }) => [
    // Nobody named: whoever accepts takes the case on.
    {
      type: 'accepted',
      officers: input.officers.length > 0 ? input.officers.map(({ id }) => id) : [actor.id],
      ...said(input),
    },
    enter(state, 'verify', state.owner, at),
  ],
  return_dispatch: (state, { input, at }) => [
    { type: 'dispatch_returned', reason: input.reason },
    enter(state, 'dispatch', DISPATCH_CENTRE, at),
  ],
  redispatch: (state, { input, at }) => [
    {
      type: 'dispatched',
      town: input.town,
      insisted: false,
      reason: input.reason,
      clocks: { set: handedTo(state, input.town), stop: [] },
    },
    enter(state, 'accept', input.town, at),
  ],
  insist_dispatch: (state, { input, at }) => [
    {
      type: 'dispatched',
      town: state.town,
      insisted: true,
      reason: input.reason,
      clocks: { set: [], stop: [] },
    },
    enter(state, 'accept', state.town, at),
  ],
  assign: (_state, { input }) => [{ type: 'assigned', officers: input.officers.map(({ id }) => id), ...said(input) }],
  join_report: (_state, { input }) => [{ type: 'report_joined', clueId: input.clueId, channel: input.channel }],
  // A report that leaves is a clue on the desk again, with the time that every clue has there.
  split_report: (state, { input, at }) => {
    const { yellowAt, dueAt } = newClock(state, input.clueId, 'dispatch', DISPATCH_CENTRE, at);
    return [{ type: 'report_split', clueId: input.clueId, reason: input.reason, yellowAt: yellowAt ?? dueAt, dueAt }];
  },
};

function said({ reason }: { readonly reason?: string }): { readonly reason?: string } {
  return reason === undefined ? {} : { reason };
}
