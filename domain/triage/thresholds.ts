/**
 * All that was tuned by hand, in one place. Tuned on 120 citizens' letters of another city (most of them no matter
 * of ours) and on the demo's labelled clues. A word's weight is about 1 for two characters and 3 for four.
 */

/** What an item needs to start a case by itself: more than one word of three characters (广告牌, 渣土车), wherever it stands. */
export const CASE_FLOOR = 2.6;
/** … and how far it must be ahead of the next item: closer than this, somebody should choose. */
export const CASE_LEAD = 1.3;
/** Below this there is no sign of a violation of the seven fields; from here on somebody should look. */
export const DESK_FLOOR = 1.6;
/** What the words of another body's business need before a matter is sent there. */
export const NOT_OURS_FLOOR = 1.6;
/** What names the body when the form alone (a question, praise) shows that it isn't ours: one plain word. */
export const TOPIC_FLOOR = 0.8;
/** The share of the other body's signs that ours must reach to stay with us: people name offices in passing. */
export const OURS_OVER_OTHERS = 0.8;

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
/** Those of three (公示栏, 停车场) are worth a look, never a case. */
export const SUPPORTING_SHARE_OF_THREE = 0.7;

/** People say what it is about in the title and first sentence; a long letter's tail wanders. */
export const OPENING_LENGTH = 60;
export const OPENING_SHARE = 1.25;
export const TAIL_FROM = 300;
export const TAIL_SHARE = 0.6;

/** How sure a town must be when only the text names it: its name, or a name of three characters or more. */
export const TOWN_FROM_TEXT = 2.5;
/** How far the first town must be ahead of the second. */
export const TOWN_LEAD = 1.5;

/** A position this near to a known centre, in metres, and so many times nearer than to the next town's, is in that town. */
export const POINT_DECIDES_WITHIN = 2_500;
export const POINT_LEAD = 2;
/** Farther than this from every centre, a position is outside the city. */
export const POINT_SUGGESTS_WITHIN = 12_000;
/** A name with a slip of the keyboard says this much less than the name itself. */
export const SLIP_LESS = 1;

/** With a second opinion: below this chance of being ours a matter isn't; between here and `OURS_FROM` a person looks. */
export const DESK_FROM = 0.4;
export const OURS_FROM = 0.5;
/**
 * … and this chance of being ours, of the field, and of the item among its rivals, lets a case start by itself. Chosen
 * on the training part, a quarter of it left out at a time: 76 % of ours go out, 97 % of what goes out is right.
 */
export const SURE_SCOPE = 0.85;
export const SURE_FIELD = 0.6;
export const SURE_ITEM = 0.6;
/** Rules' points that differ by less than this are a tie between two items, which a person settles. */
export const RULES_TIE = 1.1;
/** Officials report what they were sent to look for: from them a matter is ours so many times more often. */
export const OFFICIAL_ODDS = 8;
