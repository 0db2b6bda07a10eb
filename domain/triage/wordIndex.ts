import type { Catalogue, Field, PatrolItem, PenaltyItem, Town } from '../catalogue';
import { normalise } from './normalise';
import { APART_SHARE, SLIP_LESS, SUPPORTING_SHARE, SUPPORTING_SHARE_OF_THREE } from './thresholds';

/** What words can point at: a penalty item, or a patrol item that no penalty item stands behind. */
export interface Subject {
  readonly code: string;
  readonly name: string;
  readonly field: Field;
  readonly penalty: PenaltyItem | null;
  /** Why a person must settle it, where neither list has an item for the matter. */
  readonly note: string | null;
}

/**
 * A word of the catalogue, or several that must stand in one sentence. In the data `网吧/网咖+通宵` is one of the
 * first two together with the third.
 */
export interface Pattern {
  /** For each place the words that may fill it, by their numbers. */
  readonly parts: readonly (readonly number[])[];
  /** As the data has it. */
  readonly written: string;
  /** What its words' own weight is multiplied with: less for what many targets share. */
  readonly share: number;
  /** The code of the subject, or the id of the not-ours rule, that it points at. */
  readonly target: string;
  /** The list entry it comes from: the target itself, or a patrol item behind it. */
  readonly source: string;
}

/** How sure a name makes a town, 0 (suggests only) to 4 (its own name). */
export interface TownName {
  readonly town: Town;
  readonly word: string;
  readonly strength: number;
  /** The name that was meant, where the word is a slip of the keyboard. */
  readonly meant: string | null;
}

/** What there is of words, by their numbers. */
export type ByWord<T> = readonly (T | undefined)[];

export interface WordIndex {
  readonly subjects: ReadonlyMap<string, Subject>;
  readonly patrolItems: ReadonlyMap<string, PatrolItem>;
  /** By the words of one of their parts: the one that is rarest in the whole list, so that few are tried for a text. */
  readonly positive: ByWord<readonly Pattern[]>;
  readonly negative: ByWord<readonly Pattern[]>;
  readonly notOurs: ByWord<readonly Pattern[]>;
  readonly townNames: ByWord<readonly TownName[]>;
  readonly cues: ByWord<readonly string[]>;
  readonly urgency: ByWord<'immediate' | 'today'>;
  /** Every word that a text should be searched for, normalised; its number is its place here. */
  readonly words: readonly string[];
  /** How long each counts. */
  readonly lengths: readonly number[];
}

/** What has an item of its own comes before a matter that has none. */
const FIELD_MATTER_SHARE = 0.7;
const SINGLE_CHARACTER = 0.4;
const LONGEST_COUNTS = 4;
/** Names below this are guesses already. */
const SLIP_FROM = 3;
const SUFFIX = /(街道|镇|乡)$/;
const indexes = new WeakMap<Catalogue, WordIndex>();

/** Built once for each catalogue: thousands of words are not sorted anew for every clue. */
export function wordIndex(catalogue: Catalogue): WordIndex {
  const known = indexes.get(catalogue);
  if (known !== undefined) return known;
  const built = build(catalogue);
  indexes.set(catalogue, built);
  return built;
}

function build(catalogue: Catalogue): WordIndex {
  const numbers = new Map<string, number>();
  /** Texts are compared with words by number: to compare the words themselves took half of judging. */
  const numberOf = (word: string): number => {
    const number = numbers.get(word) ?? numbers.size;
    numbers.set(word, number);
    return number;
  };
  const entry = (written: string, target: string, source: string, share: number): Pattern => {
    const parts = written.split('+').map((part) => part.split('/').map((word) => numberOf(normalise(word).text)));
    return { parts, written, share: parts.length > 1 ? share * APART_SHARE : share, target, source };
  };
  const subjects = new Map<string, Subject>();
  for (const item of catalogue.items)
    subjects.set(item.code, { code: item.code, name: item.name, field: item.field, penalty: item, note: null });
  for (const { code, name, field, penaltyItem } of catalogue.patrolItems) {
    if (penaltyItem === null) subjects.set(code, { code, name, field, penalty: null, note: null });
  }
  for (const { code, name, field, note } of catalogue.fieldMatters)
    subjects.set(code, { code, name, field, penalty: null, note });

  const own = catalogue.items.flatMap((item) =>
    item.keywords.map((written) => entry(written, item.code, item.code, 1)),
  );
  const ownWords = new Set(own.map(({ target, written }) => `${target} ${written}`));
  const patrol = catalogue.patrolItems.flatMap((item) =>
    item.keywords
      .map((written) => {
        const target = item.penaltyItem ?? item.code;
        return entry(written, target, item.code, written === item.name ? 1 : supportingShare(written));
      })
      // The patrol list repeats its penalty item's words: they say nothing about which patrol item it is.
      .filter(({ target, written }) => !ownWords.has(`${target} ${written}`)),
  );

  const matters = catalogue.fieldMatters.flatMap(({ code, keywords }) =>
    keywords.map((written) => entry(written, code, code, FIELD_MATTER_SHARE)),
  );

  const positive = weighed([...own, ...patrol, ...matters], subjects.size);
  const negative = catalogue.items.flatMap((item) =>
    item.negativeKeywords.map((word) => entry(word, item.code, item.code, 1)),
  );
  const notOurs = catalogue.notOurs.flatMap((rule) => rule.keywords.map((word) => entry(word, rule.id, rule.id, 1)));
  const named = catalogue.towns.flatMap(namesOf);
  const townNames = [...named, ...slipsOf(named, catalogue.slips)];
  const urgency = catalogue.urgencyCues.flatMap((cue) =>
    cue.keywords.map((word) => [numberOf(normalise(word).text), cue.urgency] as const),
  );
  const cues = catalogue.gradingCues.flatMap((cue) =>
    cue.keywords.map((word) => [numberOf(normalise(word).text), cue.fact] as const),
  );

  const index = {
    subjects,
    patrolItems: new Map(catalogue.patrolItems.map((item) => [item.code, item])),
    positive: byRarestPart(positive),
    negative: byRarestPart(negative),
    notOurs: byRarestPart(weighed(notOurs, catalogue.notOurs.length)),
    townNames: grouped(townNames.map((name) => [numberOf(name.word), name])),
    urgency: byNumber(urgency),
    cues: grouped(cues),
  };
  const words = [...numbers.keys()];
  return { ...index, words, lengths: words.map(lengthOf) };
}

/** Words for the patrol are what is seen (公示栏, 学生), not what is wrong: the short ones are everyday words. */
function supportingShare(written: string): number {
  const length = written.includes('+') ? Number.POSITIVE_INFINITY : normalise(written).text.length;
  if (length <= 2) return SUPPORTING_SHARE;
  return length === 3 ? SUPPORTING_SHARE_OF_THREE : 1;
}

/** A word that many targets share tells them apart badly: it counts less, the more of the targets have it. */
function weighed(patterns: readonly Pattern[], targets: number): Pattern[] {
  const sharing = new Map<string, Set<string>>();
  for (const { written, target } of patterns)
    sharing.set(written, (sharing.get(written) ?? new Set<string>()).add(target));
  return patterns.map((pattern) => {
    const count = sharing.get(pattern.written)?.size ?? 1;
    return { ...pattern, share: pattern.share * (1 - Math.log(count) / Math.log(targets + 1)) };
  });
}

/** By length; a whole legal phrase counts no more than twice a plain word of three characters. */
export function wordWeight(length: number): number {
  return length <= 1 ? SINGLE_CHARACTER : Math.min(length - 1, LONGEST_COUNTS);
}

/** Latin letters are counted by halves: KTV is one notion, not three. */
function lengthOf(word: string): number {
  return [...word].reduce((sum, character) => sum + (character <= 'z' ? 0.5 : 1), 0);
}

function namesOf(town: Town): TownName[] {
  const stem = town.name.replace(SUFFIX, '');
  const names = new Map<string, number>();
  const put = (name: string, strength: number) => {
    const word = normalise(name).text;
    names.set(word, Math.max(names.get(word) ?? 0, strength));
  };
  for (const name of town.uncertainNames) put(name, 0);
  // A village's bare name (同心, 三和) is an everyday word as often as a place.
  for (const name of town.aliases) put(name, name === stem ? 2.5 : name.length >= 3 ? 3 : 1);
  for (const name of town.villages) put(name, 3);
  for (const name of town.formerTownships) put(name, 3.5);
  put(town.name, 4);
  return [...names].map(([word, strength]) => ({ town, word, strength, meant: null }));
}

/** Names with one character typed for another that sounds like it. What is a name itself is no slip. */
function slipsOf(names: readonly TownName[], groups: readonly string[]): TownName[] {
  const known = new Set(names.map(({ word }) => word));
  return names
    .filter(({ word, strength }) => word.length >= 3 && strength >= SLIP_FROM)
    .flatMap((name) =>
      [...name.word].flatMap((character, at) =>
        groups
          .filter((group) => group.includes(character))
          .flatMap((group) => [...group])
          .filter((other) => other !== character)
          .map((other) => `${name.word.slice(0, at)}${other}${name.word.slice(at + 1)}`)
          .filter((word) => !known.has(word))
          .map((word) => ({ ...name, word, strength: name.strength - SLIP_LESS, meant: name.word })),
      ),
    );
}

/** A text that lacks the rarest part can't hold the pattern; everyday words (门口, 路边) would wake hundreds of them. */
function byRarestPart(patterns: readonly Pattern[]): ByWord<Pattern[]> {
  const uses = new Map<number, number>();
  for (const { parts } of patterns) for (const word of parts.flat()) uses.set(word, (uses.get(word) ?? 0) + 1);
  const usesOf = (part: readonly number[]) => part.reduce((sum, word) => sum + (uses.get(word) ?? 0), 0);
  return grouped(
    patterns.flatMap((pattern) => {
      const [first = [], ...rest] = pattern.parts;
      const rarest = rest.reduce((best, part) => (usesOf(part) < usesOf(best) ? part : best), first);
      return [...new Set(rarest)].map((word) => [word, pattern] as const);
    }),
  );
}

function grouped<T>(values: readonly (readonly [number, T])[]): ByWord<T[]> {
  const found = new Map<number, T[]>();
  for (const [word, value] of values) {
    const known = found.get(word);
    if (known === undefined) found.set(word, [value]);
    else known.push(value);
  }
  return byNumber([...found]);
}

/** Without gaps: reading from such a list takes no search. */
function byNumber<T>(values: readonly (readonly [number, T])[]): ByWord<T> {
  const found = new Map(values);
  return Array.from({ length: Math.max(-1, ...found.keys()) + 1 }, (_, word) => found.get(word));
}
