/**
 * All that was tuned by hand, in one place. Tuned on 120 citizens' letters of another city (most of them no matter
 * of ours) and on the demo's labelled clues. A word's weight is about 1 for two characters and 3 for four.
 */

/** What an item needs to start a case by itself: one phrase of four characters, or as much in shorter words. */
export const CASE_FLOOR = 2.4;
/** … and how far it must be ahead of the next item: closer than this, somebody should choose. */
export const CASE_LEAD = 1.25;
/** Below this there is no sign of a violation of the seven fields; from here on somebody should look. */
export const DESK_FLOOR = 1.6;
/** What the words of another body's business need before a matter is sent there. */
export const NOT_OURS_FLOOR = 1.6;
/** How much stronger the signs of our fields must be than those of another body's business, to stay with us. */
export const OURS_OVER_OTHERS = 1;

/** Each further word for the same item counts half the one before: synonyms must not outvote one clear phrase. */
export const FURTHER_WORD_SHARE = 0.5;
/** A word that speaks against an item takes away this share of its weight. */
export const NEGATIVE_SHARE = 0.7;
/** Words that stand apart in one sentence say a little less than the same words side by side. */
export const APART_SHARE = 0.9;
/** How far apart such words may stand, in characters: about one clause and its neighbour. */
export const APART_WITHIN = 24;
/** A patrol item's words of two characters (学生, 玉米) only support others: alone they are everyday words. */
export const SUPPORTING_SHARE = 0.5;

/** People say what it is about in the title and first sentence; a long letter's tail wanders. */
export const OPENING_LENGTH = 60;
export const OPENING_SHARE = 1.25;
export const TAIL_FROM = 300;
export const TAIL_SHARE = 0.6;

/** How sure a town must be when only the text names it: its name, or a name of three characters or more. */
export const TOWN_FROM_TEXT = 2.5;
/** How far the first town must be ahead of the second. */
export const TOWN_LEAD = 1.5;
