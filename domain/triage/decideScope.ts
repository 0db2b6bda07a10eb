import type { Catalogue, Field } from '../catalogue';
import type { RuleSigns } from './ruleSigns';
import { isOfficial, isOurs, tellsOfAnAct } from './scope';
import type { SearchedText } from './searchText';
import { secondOpinion, weigh, type Opinion } from './secondOpinion';
import { DESK_FROM, NOT_OURS_FLOOR, OFFICIAL_ODDS, OURS_FROM, SURE_FIELD, SURE_SCOPE } from './thresholds';
import type { Channel } from './triage';

export interface ScopeFinding {
  readonly outcome: 'ours' | 'look' | 'not_ours';
  /** Of being ours. */
  readonly chance: number;
  /** The most likely field, if it is ours; null when nothing points to one. */
  readonly field: Field | null;
  readonly fieldConfidence: number;
  /** Sure enough for a case to start by itself. Without a model, the rules decide as they always did. */
  readonly sure: boolean;
  /** The rules and the model see different things. */
  readonly disagree: boolean;
  readonly opinion: Opinion | null;
}

/** Whether somebody of the seven fields should look at it, and which. */
export function decideScope(
  catalogue: Catalogue,
  signs: RuleSigns,
  text: SearchedText,
  channel: Channel,
): ScopeFinding {
  const rulesSayOurs = isOurs(signs.ours, signs.other, text, channel);
  const [rulesField = null] = signs.fields.keys();
  const model = catalogue.secondOpinion;
  if (model === null) {
    return {
      outcome: rulesSayOurs ? 'ours' : 'not_ours',
      chance: signs.ours === 0 ? (rulesSayOurs ? OURS_FROM : 0) : signs.ours / (signs.ours + signs.others),
      field: rulesField,
      fieldConfidence: rulesField === null ? 0 : shareOf(signs, rulesField),
      sure: rulesSayOurs,
      disagree: false,
      opinion: null,
    };
  }

  const opinion = secondOpinion(model, text.normal.text);
  const weighed = weigh(model, opinion, signs);
  const official = isOfficial(channel);
  const odds = (weighed.ours / Math.max(1 - weighed.ours, 1e-9)) * (official ? OFFICIAL_ODDS : 1);
  const chance = odds / (1 + odds);
  // What can't be told of an official's report is looked at, unless it plainly is another body's.
  const lookAnyway =
    (official && (signs.other === null || signs.others < NOT_OURS_FLOOR)) ||
    (signs.other === null && (text.cut || (chance >= DESK_FROM / 2 && tellsOfAnAct(text))));
  const modelSaysOurs = opinion.best !== 'out_of_scope';
  const disagree =
    modelSaysOurs !== rulesSayOurs || (modelSaysOurs && rulesField !== null && opinion.best !== rulesField);
  return {
    outcome: chance >= OURS_FROM ? 'ours' : chance >= DESK_FROM || lookAnyway ? 'look' : 'not_ours',
    chance,
    field: weighed.field,
    fieldConfidence: weighed.fieldConfidence,
    sure: chance >= SURE_SCOPE && weighed.fieldConfidence >= SURE_FIELD,
    disagree,
    opinion,
  };
}

function shareOf({ fields }: RuleSigns, field: Field): number {
  const all = [...fields.values()].reduce((sum, score) => sum + score, 0);
  return all === 0 ? 0 : (fields.get(field) ?? 0) / all;
}
