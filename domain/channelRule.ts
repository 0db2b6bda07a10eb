import type { Role } from './people';
import type { Channel } from './triage/triage';

export const CHANNEL_FIELDS = ['number', 'place', 'position', 'itemCode', 'attachments', 'reporter'] as const;
export type ChannelField = (typeof CHANNEL_FIELDS)[number];

/** What is taken by a channel: from whom, how much, how often. */
export interface ChannelRule {
  readonly code: Channel;
  /** People of these roles may send by it. */
  readonly roles: readonly Role[];
  /** Systems of other bodies that may send by it, as their tokens name them. They are on no roster: nothing else is open to them. */
  readonly partners: readonly string[];
  /** Whether a number is the channel's, whoever sends it, or each sender has numbers of their own. */
  readonly numbersOf: 'channel' | 'sender';
  /** What a report must bring, beside a text or an attachment. */
  readonly required: readonly ChannelField[];
  /** In characters. */
  readonly maxText: number;
  readonly maxAttachments: number;
  /** Messages of one sender in a minute. */
  readonly perMinute: number;
}
