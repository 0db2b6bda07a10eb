import { ARTICLES } from '../../articles';
import type { CaseState, CommandOf } from '../../case';
import { periodOf } from '../../law';
import { refuse, type Refusal } from '../../refusal';
import { lawDateOf, startOf } from '../../time/lawDate';
import { reckon } from '../../time/reckon';
import type { InputGuard, StateGuard } from '../procedure';

/** What stands between a clue and the end of investigation. */

export const verifiedAsViolation: StateGuard = (state) => {
  if (state.verification === null) {
    return refuse('not_verified_on_scene', '尚未现场核查，请先登记核查结果。', ARTICLES.filing);
  }
  return state.verification.violation
    ? null
    : refuse('no_violation_found', '核查未发现违法行为，不能立案或处罚；请按不予处罚结案。', ARTICLES.filing);
};

export const noRectificationOpen: StateGuard = (state) =>
  state.rectification !== null && state.rectification.result === null
    ? refuse('rectification_open', '责令改正尚未复查，请先登记复查结果。', ARTICLES.rectify)
    : null;

export const rectificationOpen: StateGuard = (state) =>
  state.rectification !== null && state.rectification.result === null
    ? null
    : refuse('rectification_not_ordered', '没有待复查的责令改正。', ARTICLES.rectify);

export const untilNotPast: InputGuard<'order_rectification'> = (_state, command) =>
  command.input.until < lawDateOf(command.at)
    ? refuse('date_out_of_range', `改正期限 ${command.input.until} 已过，请填写今天或以后的日期。`, ARTICLES.rectify)
    : null;

/** 不予处罚 needs its ground on file: nothing found, or an order checked as put right. */
export const groundOnFile: InputGuard<'close_without_penalty'> = (state, command) => {
  const rectified = state.rectification?.result?.rectified === true;
  switch (command.input.reason) {
    case 'not_established':
    case 'no_fault':
      return null;
    case 'put_right':
    case 'slight':
    case 'first_and_slight':
      return rectified
        ? null
        : refuse('grounds_missing', '以“已改正”为由不予处罚，须先责令改正并登记复查合格。', ARTICLES.noPenalty);
  }
};

export const evidenceOnFile: StateGuard = (state) =>
  state.evidence.length > 0 ? null : refuse('evidence_missing', '尚未登记任何证据，不能终结调查。', ARTICLES.evidence);

export const certificatesShown: InputGuard<'record_inquiry'> = (_state, { input }) =>
  input.certificatesShown ? null : refuse('certificates_not_shown', '询问前须先出示执法证件。', ARTICLES.investigation);

export const recordedInOrder = (
  _state: CaseState,
  { input, at }: CommandOf<'record_inquiry' | 'record_scene'>,
): Refusal | null =>
  input.from <= input.until && input.until <= at
    ? null
    : refuse('date_out_of_range', '笔录的起止时间须先后有序，且不晚于现在。', ARTICLES.investigation);

export const committedInThePast: InputGuard<'file_case'> = (_state, { input, at }) =>
  input.committedOn !== null && input.committedOn > lawDateOf(at)
    ? refuse('date_out_of_range', `违法行为发生或终了之日 ${input.committedOn} 晚于今天。`, ARTICLES.limitation)
    : null;

/** The first instant at which the act may no longer be penalised (行政处罚法 36); null while it goes on. */
export function limitationEndsAt(
  law: CaseState['law'],
  violation: { readonly committedOn: string | null; readonly harm: boolean },
): string | null {
  if (violation.committedOn === null) return null;
  const period = periodOf(law, violation.harm ? 'limitation_health' : 'limitation');
  return reckon(startOf(violation.committedOn), period.span, law.calendar, period.rollsForward).dueAt;
}

/** What the limitation has passed over is not filed; once it was found and filed in time, the limitation is kept. */
export const withinLimitation: InputGuard<'file_case'> = (state, { input, at }) => {
  const end = limitationEndsAt(state.law, input);
  return end !== null && at >= end
    ? refuse(
        'limitation_passed',
        `违法行为终了于 ${input.committedOn ?? ''}，已超过追责时效，不再给予行政处罚；请终止案件。`,
        ARTICLES.limitation,
      )
    : null;
};

/** A pass is needed to go back on: who has a crime before them first decides whether it goes to the police. */
export const noCrimeReportOpen: StateGuard = (state) =>
  state.crimeReported
    ? refuse('crime_report_open', '涉嫌犯罪的报告尚未决定是否移送，请先决定。', ARTICLES.crime)
    : null;

export const crimeReportOpen: StateGuard = (state) =>
  state.crimeReported ? null : refuse('no_crime_report', '没有待决定的涉嫌犯罪报告。', ARTICLES.crime);

export const policeOnReport: InputGuard<'transfer_case'> = (state, { input }) =>
  input.to === 'police' && !state.crimeReported
    ? refuse('no_crime_report', '移送公安机关须先由办案人员书面报告涉嫌犯罪的事实。', ARTICLES.crime)
    : null;

export const notTransferred: StateGuard = (state) =>
  state.transfer === null ? null : refuse('act_not_open', '案件已决定移送，请先登记送交或者收回。', ARTICLES.crime);

export const isTransferred: StateGuard = (state) =>
  state.transfer === null ? refuse('not_transferred', '案件没有移送。', ARTICLES.crime) : null;

export const transferNotSentYet: StateGuard = (state) =>
  state.transfer !== null && state.transfer.sentOn !== null
    ? refuse('already_on_record', '移送已登记。', ARTICLES.crime)
    : null;

/** A case is put to an end for limitation only once that has really passed. */
export const terminationGroundHolds: InputGuard<'terminate_case'> = (state, { input, at }) => {
  if (input.ground !== 'limitation') return null;
  if (state.decision !== null) {
    return refuse('limitation_running', '已作出处罚决定，不能再以追责时效为由终止。', ARTICLES.limitation);
  }
  if (state.violation === null) return null;
  const end = limitationEndsAt(state.law, state.violation);
  return end !== null && at >= end
    ? null
    : refuse('limitation_running', '追责时效未过（或违法行为仍在继续），不能以时效为由终止。', ARTICLES.limitation);
};

export const transferSent: StateGuard = (state) =>
  state.transfer !== null && state.transfer.sentOn === null
    ? refuse('transfer_not_sent', '案件尚未送交受移送机关，不能结案。', ARTICLES.crime)
    : null;

export const partyRegistered: StateGuard = (state) =>
  state.party === null
    ? refuse('party_unknown', '尚未登记当事人（立案或者当场处罚时登记），没有可以补充的。', ARTICLES.filing)
    : null;

/** More may be learned of somebody; who is meant doesn't change, and what is known stays known. */
export const onlyLearned: InputGuard<'complete_party'> = ({ party }, { input }) =>
  party !== null && (party.kind !== input.party.kind || (party.addressKnown && !input.party.addressKnown))
    ? refuse(
        'party_unknown',
        '只能补充当事人的信息：不能把公民改成组织（或者相反），已登记的住址不能删去。',
        ARTICLES.filing,
      )
    : null;

/** 行政处罚法 59: a decision names the party and their address. */
export const partyAddressKnown: StateGuard = (state) =>
  state.party?.addressKnown === true
    ? null
    : refuse('party_address_missing', '处罚决定书应当载明当事人的住址，请先补充当事人信息。', ARTICLES.decisionPaper);
