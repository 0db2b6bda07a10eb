import type { Instant } from './catalogue';

/** What a reporter says of how their matter was handled, once they were answered (回访). Who gave no word counts for nothing. */
export const RATINGS = ['satisfied', 'fairly_satisfied', 'dissatisfied', 'no_word'] as const;
export type Rating = (typeof RATINGS)[number];

/** Asked again, what was said last counts; what was said before stays on record. */
export interface Rated {
  readonly clueId: string;
  readonly rating: Rating;
  readonly at: Instant;
}
