import type { Catalogue } from '../catalogue';
import type { GradingFacts } from '../grading/facts';
import { clearItem, itemByCode, type Choice } from './chooseItem';
import { findCues, type Cue } from './findCues';
import { findItem, type ScoredSubject } from './findItem';
import { findTown, type TownFinding } from './findTown';
import { gradeClue } from './gradeClue';
import { channelReasons, cueReasons, cutReasons, itemReasons, otherBodyReasons, townReasons } from './reasons';
import { findOtherBody, isOurs } from './scope';
import { searchText, type Find } from './searchText';
import type { Candidate, ClueText, Triage } from './triage';
import { wordIndex } from './wordIndex';

const CANDIDATES_SHOWN = 5;
/** Where no rule names another body: said to be a fallback, not a finding. */
const FALLBACK_BODY = '市民热线承办单位';

/**
 * What a clue is about, where, and how it would be graded. Never 'duplicate': that needs what is on file.
 * A case starts by itself only when the item and the town are both clear; what shows signs of our fields and isn't
 * clear goes to the desk. `find` searches normalised text for `wordIndex(catalogue).words`.
 * Pure. Throws only on a catalogue that its loader would have refused.
 */
export function judge(clue: ClueText, catalogue: Catalogue, find: Find): Triage {
  const index = wordIndex(catalogue);
  const text = searchText(clue.text, find);
  const place = clue.place === null ? null : searchText(clue.place, find);

  const named = clue.itemCode === null ? null : itemByCode(index, clue.itemCode);
  const scored = findItem(index, text, place);
  const other = findOtherBody(catalogue, index, text);
  const town = findTown(index, place, text);

  const common = {
    town: town.town?.code ?? null,
    townName: town.town?.name ?? null,
    townCandidates: town.town === null ? town.candidates.map(({ code }) => code) : [],
    duplicateOf: null,
    catalogueVersion: catalogue.version,
  };

  if (named === null && !isOurs(scored[0]?.score ?? 0, other, text, clue.channel)) {
    return {
      ...common,
      outcome: 'not_ours',
      item: null,
      itemName: null,
      patrolItem: null,
      field: null,
      grade: null,
      procedure: null,
      confidence: other === null ? 0 : rounded(other.score / (other.score + (scored[0]?.score ?? 0))),
      candidates: candidates(null, scored),
      belongsTo: other?.rule.body ?? FALLBACK_BODY,
      reasons: [...otherBodyReasons(clue, text, other, FALLBACK_BODY), ...cutReasons(text)],
    };
  }

  const choice = named ?? clearItem(scored, text);
  const item = choice?.subject.penalty ?? null;
  const cues = findCues(index, text);
  const grading =
    item === null ? null : gradeClue(item, factsOf(clue, cues, town), catalogue);
  return {
    ...common,
    outcome: item !== null && town.town !== null ? 'case' : 'desk',
    item: item?.code ?? null,
    itemName: item?.name ?? null,
    patrolItem: choice?.patrolItem ?? null,
    field: choice?.subject.field ?? null,
    grade: grading?.grade ?? null,
    procedure: grading?.procedure ?? null,
    confidence: rounded(choice?.confidence ?? 0),
    candidates: candidates(choice, scored),
    belongsTo: null,
    reasons: [
      ...itemReasons(clue, text, named, choice, scored),
      ...townReasons(clue, place, text, town),
      ...channelReasons(clue),
      ...cueReasons(clue, text, cues),
      ...cutReasons(text),
      ...(grading?.reasons ?? []),
    ],
  };
}

function factsOf(clue: ClueText, cues: readonly Cue[], town: TownFinding): Partial<GradingFacts> {
  const said = Object.fromEntries(cues.map(({ fact }) => [fact, true]));
  // What comes through the media has been in the media.
  const pressOrMass = clue.channel === 'media' ? true : null;
  // One clear town doesn't prove that no other is touched: then it stays unknown.
  return { pressOrMass, ...said, severalTowns: town.several ? true : null };
}

function candidates(choice: Choice | null, scored: readonly ScoredSubject[]): Candidate[] {
  const best = scored[0]?.score ?? 1;
  const found = scored.map(({ subject: { code, name }, score }) => ({
    item: code,
    name,
    score: rounded(score / best),
  }));
  if (choice === null) return found.slice(0, CANDIDATES_SHOWN);
  const { code, name } = choice.subject;
  return [{ item: code, name, score: 1 }, ...found.filter(({ item }) => item !== code)].slice(0, CANDIDATES_SHOWN);
}

function rounded(share: number): number {
  return Math.round(share * 100) / 100;
}
