import { ARTICLES } from '../../articles';
import type { Party } from '../../case';
import { isSure } from '../../earlierCases';
import { refuse } from '../../refusal';
import type { InputGuard } from '../procedure';

/** What the file knows of the same party: whoever has offended before isn't there for the first time. */

function sureCases({ kind, earlier }: Party): readonly string[] {
  return (earlier?.cases ?? []).filter((one) => isSure(kind, one)).map(({ caseId }) => caseId);
}

/** 行政处罚法 33: 首违不罚 is for a first violation, and whose it is must be known to say so. */
export const firstOffence: InputGuard<'close_without_penalty'> = (state, { input }) => {
  if (input.reason !== 'first_and_slight') return null;
  const party = input.party ?? state.party;
  if (party === null) {
    return refuse(
      'party_unknown',
      '以“初次违法”为由不予处罚，须先登记当事人，才能查询有无在先案件；请一并填写当事人。',
      ARTICLES.noPenalty,
    );
  }
  const before = sureCases(party);
  return before.length === 0
    ? null
    : refuse(
        'not_first_offence',
        `当事人自 ${party.earlier?.since ?? ''} 以来已有在先案件（${before.join('、')}），不属于初次违法。`,
        ARTICLES.noPenalty,
      );
};

/** GR-28 of the grading rules: the summary procedure isn't for whoever does the same again and again. */
export const noRepeatOffender: InputGuard<'decide_on_spot'> = (state, { input: { party } }) => {
  const repeats = party.earlier?.repeats ?? 1;
  return repeats < state.law.limits.repeat_offences_year.value
    ? null
    : refuse(
        'repeat_offender',
        `当事人同类违法连同本次已有 ${repeats} 次（在先案件 ${sureCases(party).join('、')}），不再适用简易程序，请转为普通程序。`,
        ARTICLES.decision,
      );
};
