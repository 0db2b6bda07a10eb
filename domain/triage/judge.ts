import type { Catalogue } from '../catalogue';
import type { GradingFacts } from '../grading/facts';
import { clearItem, itemByCode, likelyItem, type Choice } from './chooseItem';
import { findCues, type Cue } from './findCues';
import { decideScope } from './decideScope';
import type { ScoredSubject } from './findItem';
import { findTown, type TownFinding } from './findTown';
import { gradeClue } from './gradeClue';
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
import { ruleSigns } from './ruleSigns';
import { searchText, type Find } from './searchText';
import { SURE_SCOPE } from './thresholds';
import type { Candidate, ClueText, Triage } from './triage';
import { findUrgency } from './urgency';
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
  const { scored, other } = signs;
  const scope = decideScope(catalogue, signs, text, clue.channel);
  const ranked =
    catalogue.secondOpinion === null || scope.opinion === null || scope.field === null
      ? null
      : rankItems(
          catalogue.secondOpinion,
          itemLikeness(catalogue.secondOpinion, scope.opinion.opening),
          scored,
          index.subjects,
          scope.field,
        );
  const town = findTown(catalogue, index, { place, text, position: clue.position });
  const urgency = findUrgency(index, text);

  const common = {
    town: town.town?.code ?? null,
    townName: town.town?.name ?? null,
    townCandidates: town.town === null ? town.candidates.map(({ code }) => code) : [],
    duplicateOf: null,
    catalogueVersion: catalogue.version,
    urgency: urgency.urgency,
    secondOpinion:
      scope.opinion === null || catalogue.secondOpinion === null || named !== null
        ? null
        : {
            field: scope.opinion.best === 'out_of_scope' ? null : scope.opinion.best,
            confidence: rounded(scope.opinion.confidence),
            version: catalogue.secondOpinion.version,
          },
  };

  if (named === null && scope.outcome === 'not_ours') {
    return {
      ...common,
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

  const choice =
    named ??
    (scope.outcome !== 'ours'
      ? null
      : ranked === null
        ? clearItem(scored, text)
        : likelyItem(ranked, scope.field, text));
  const item = choice?.subject.penalty ?? null;
  const sure = item !== null && (named !== null || scope.sure);
  const field = choice?.subject.field ?? scope.field;
  const cues = findCues(index, text);
  const grading = item === null ? null : gradeClue(item, factsOf(clue, cues, town), catalogue);
  const itemConfidence = choice?.confidence ?? 0;
  return {
    ...common,
    outcome: sure && town.town !== null ? 'case' : 'desk',
    item: item?.code ?? null,
    itemName: item?.name ?? null,
    patrolItem: choice?.patrolItem ?? null,
    field,
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

function factsOf(clue: ClueText, cues: readonly Cue[], town: TownFinding): Partial<GradingFacts> {
  const said = Object.fromEntries(cues.map(({ fact }) => [fact, true]));
  // What comes through the media has been in the media.
  const pressOrMass = clue.channel === 'media' ? true : null;
  // One clear town doesn't prove that no other is touched: then it stays unknown.
  return { pressOrMass, ...said, severalTowns: town.several ? true : null };
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
