import type { Catalogue } from '../catalogue';
import { clearItem, itemByCode, likelyItem, type Choice } from './chooseItem';
import { findCues, type Cue } from './findCues';
import { decideScope, type ScopeFinding } from './decideScope';
import type { ScoredSubject } from './findItem';
import { findTown, type TownFinding } from './findTown';
import { gradeClue, type ReportedFacts } from './gradeClue';
import { itemLikeness, rankItems, type RankedItem } from './itemOpinion';
import {
  channelReasons,
  cueReasons,
  cutReasons,
  itemReasons,
  opinionReasons,
  otherBodyReasons,
  townReasons,
  urgencyReasons,
} from './reasons';
import { ruleSigns, type RuleSigns } from './ruleSigns';
import { searchText, type Find, type SearchedText } from './searchText';
import { SURE_SCOPE } from './thresholds';
import type { Candidate, ClueText, Triage } from './triage';
import { findUrgency, type UrgencyFinding } from './urgency';
import { wordIndex } from './wordIndex';

const CANDIDATES_SHOWN = 5;
/** How far a grade is trusted that rests on what a reporter says has happened. */
const CUE_TRUST = 0.8;
/** Where no rule names another body: said to be a fallback, not a finding. */
const FALLBACK_BODY = '市民热线承办单位';

/**
 * What a clue is about, where, and how it would be graded. Never 'duplicate': that needs what is on file.
 * A case starts by itself only when the item and the town are both clear and, where the catalogue has a second
 * opinion, both opinions are sure of it; what shows signs of our fields and isn't clear goes to the desk with both.
 * `find` searches normalised text for `wordIndex(catalogue).words`.
 * Pure. Throws only on a catalogue that its loader would have refused.
 */
export function judge(clue: ClueText, catalogue: Catalogue, find: Find): Triage {
  const index = wordIndex(catalogue);
  const text = searchText(clue.text, find);
  const place = clue.place === null ? null : searchText(clue.place, find);

  const named = clue.itemCode === null ? null : itemByCode(index, clue.itemCode);
  const signs = ruleSigns(catalogue, text, place);
  const scope = decideScope(catalogue, signs, text, clue.channel);
  const ranked =
    catalogue.secondOpinion === null || scope.opinion === null || scope.field === null
      ? null
      : rankItems(
          catalogue.secondOpinion,
          itemLikeness(catalogue.secondOpinion, scope.opinion.opening),
          signs.scored,
          index.subjects,
          scope.field,
        );
  const town = findTown(catalogue, index, { place, text, position: clue.position });
  const urgency = findUrgency(index, text);

  const judged = { clue, catalogue, text, place, named, signs, scope, ranked, town, urgency };
  return named === null && scope.outcome === 'not_ours' ? leftToOthers(judged) : takenUp(judged);
}

/** All that has been found about a clue. */
interface Judged {
  readonly clue: ClueText;
  readonly catalogue: Catalogue;
  readonly text: SearchedText;
  readonly place: SearchedText | null;
  readonly named: Choice | null;
  readonly signs: RuleSigns;
  readonly scope: ScopeFinding;
  readonly ranked: readonly RankedItem[] | null;
  readonly town: TownFinding;
  readonly urgency: UrgencyFinding;
}

// Both answers are written out whole: spread together from a common part, they took a fifth of judging.
function leftToOthers({ clue, catalogue, text, signs, scope, ranked, town, urgency }: Judged): Triage {
  const { scored, other } = signs;
  return {
    town: town.town?.code ?? null,
    townName: town.town?.name ?? null,
    townCandidates: openTowns(town),
    duplicateOf: null,
    catalogueVersion: catalogue.version,
    urgency: urgency.urgency,
    secondOpinion: opinionSays(catalogue, scope),
    outcome: 'not_ours',
    item: null,
    itemName: null,
    patrolItem: null,
    field: null,
    grade: null,
    procedure: null,
    confidence: rounded(
      scope.opinion === null
        ? other === null
          ? 0
          : other.score / (other.score + (scored[0]?.score ?? 0))
        : 1 - scope.chance,
    ),
    candidates: candidates(null, scored, ranked),
    belongsTo: other?.rule.body ?? FALLBACK_BODY,
    sure: scope.chance <= 1 - SURE_SCOPE,
    confidences: {
      scope: rounded(1 - scope.chance),
      field: 0,
      item: 0,
      town: rounded(town.confidence),
      grade: 0,
    },
    reasons: [
      ...otherBodyReasons(clue, text, other, FALLBACK_BODY),
      ...opinionReasons(scope, catalogue),
      ...cutReasons(text),
    ],
  };
}

function takenUp({ clue, catalogue, text, place, named, signs, scope, ranked, town, urgency }: Judged): Triage {
  const { scored } = signs;
  const choice =
    named ??
    (scope.outcome !== 'ours'
      ? null
      : ranked === null
        ? clearItem(scored, text)
        : likelyItem(ranked, scope.field, text));
  const item = choice?.subject.penalty ?? null;
  const sure = item !== null && (named !== null || scope.sure);
  const cues = findCues(wordIndex(catalogue), text);
  const grading = item === null ? null : gradeClue(item, factsOf(clue, cues, town), catalogue);
  const itemConfidence = choice?.confidence ?? 0;
  return {
    town: town.town?.code ?? null,
    townName: town.town?.name ?? null,
    townCandidates: openTowns(town),
    duplicateOf: null,
    catalogueVersion: catalogue.version,
    urgency: urgency.urgency,
    secondOpinion: named === null ? opinionSays(catalogue, scope) : null,
    outcome: sure && town.town !== null ? 'case' : 'desk',
    item: item?.code ?? null,
    itemName: item?.name ?? null,
    patrolItem: choice?.patrolItem ?? null,
    field: choice?.subject.field ?? scope.field,
    grade: grading?.grade ?? null,
    procedure: grading?.procedure ?? null,
    confidence: rounded(itemConfidence),
    candidates: candidates(choice, scored, ranked),
    belongsTo: null,
    sure,
    confidences: {
      // Below a half where the desk looks at it only to be safe.
      scope: rounded(named === null ? scope.chance : 1),
      field: rounded(named === null ? scope.fieldConfidence : 1),
      item: rounded(itemConfidence),
      town: rounded(town.confidence),
      // The grade follows from the item, and from what the text says has happened, which nobody has checked.
      grade: rounded(grading === null ? 0 : itemConfidence * (cues.length === 0 ? 1 : CUE_TRUST)),
    },
    reasons: [
      ...itemReasons(clue, text, named, choice, scored),
      ...(named === null ? opinionReasons(scope, catalogue) : []),
      ...townReasons(clue, place, text, town),
      ...channelReasons(clue),
      ...cueReasons(clue, text, cues),
      ...urgencyReasons(clue, text, urgency),
      ...cutReasons(text),
      ...(grading?.reasons ?? []),
    ],
  };
}

function openTowns({ town, candidates: open }: TownFinding): readonly string[] {
  return town === null ? open.map(({ code }) => code) : [];
}

function opinionSays({ secondOpinion: model }: Catalogue, { opinion }: ScopeFinding): Triage['secondOpinion'] {
  if (model === null || opinion === null) return null;
  return {
    field: opinion.best === 'out_of_scope' ? null : opinion.best,
    confidence: rounded(opinion.confidence),
    version: model.version,
  };
}

function factsOf(clue: ClueText, cues: readonly Cue[], town: TownFinding): ReportedFacts {
  const facts: { -readonly [fact in keyof ReportedFacts]: ReportedFacts[fact] } = {
    // What comes through the media has been in the media.
    pressOrMass: clue.channel === 'media' ? true : null,
    // One clear town doesn't prove that no other is touched: then it stays unknown.
    severalTowns: town.several ? true : null,
  };
  for (const { fact } of cues) facts[fact] = true;
  return facts;
}

function candidates(
  choice: Choice | null,
  scored: readonly ScoredSubject[],
  ranked: readonly RankedItem[] | null,
): Candidate[] {
  const best = scored[0]?.score ?? 1;
  const found: Candidate[] =
    ranked === null
      ? scored
          .slice(0, CANDIDATES_SHOWN)
          .map(({ subject: { code, name }, score }) => ({ item: code, name, score: rounded(score / best) }))
      : ranked
          .slice(0, CANDIDATES_SHOWN)
          .map(({ subject: { code, name }, share }) => ({ item: code, name, score: rounded(share) }));
  if (choice === null) return found.slice(0, CANDIDATES_SHOWN);
  const { code, name } = choice.subject;
  return [{ item: code, name, score: 1 }, ...found.filter(({ item }) => item !== code)].slice(0, CANDIDATES_SHOWN);
}

function rounded(share: number): number {
  return Math.round(share * 100) / 100;
}
