import type { CaseState, EventOf } from '../case';
import { COURT_RESULT_LABELS, NO_PENALTY_LABELS, OUTCOME_LABELS, TERMINATION_LABELS } from '../labels';
import { addYuan } from '../yuan';
import type { Paper } from './paper';
import type { PaperFields } from './paperFields';
import { penaltySentence } from './penaltyClauses';
import { dateOf, names, partyIfAny, type Scene } from './shared';
import { chineseDate, yuanText } from './words';

const NOT_FILED = '未立案';

function filedOn({ trail }: Scene): string {
  return trail.filedOn === null ? NOT_FILED : chineseDate(trail.filedOn);
}

/** `ending`: the number of a decision that closes the case itself. */
export function closingReport(
  event: EventOf<'case_closed'>,
  ending: string | null,
  scene: Scene,
): PaperFields<'closing_report'> {
  const { state, trail, at, actor } = scene;
  return {
    当事人: partyIfAny(scene),
    承办人: names(state.assignees),
    立案日期: filedOn(scene),
    决定字号: ending ?? trail.decision?.number ?? '未作出处罚决定',
    结案方式: OUTCOME_LABELS[event.outcome],
    结案事由: event.reason === null ? null : { ...NO_PENALTY_LABELS, ...TERMINATION_LABELS }[event.reason],
    处理结果: resultText(state),
    执行情况: performanceText(scene),
    结案说明: event.summary,
    审批人: names([actor]),
    结案日期: dateOf(at),
  };
}

export function fileCover(
  event: EventOf<'case_closed'>,
  scene: Scene,
  papers: number,
  archivedAt: string | null,
): PaperFields<'file_cover'> {
  return {
    当事人: partyIfAny(scene),
    承办人: names(scene.state.assignees),
    立案日期: filedOn(scene),
    结案日期: dateOf(scene.at),
    归档日期: archivedAt === null ? { missing: '案件尚未归档' } : dateOf(archivedAt),
    结案方式: OUTCOME_LABELS[event.outcome],
    处理结果: resultText(scene.state),
    文书件数: String(papers),
  };
}

/** Every paper before it, in the order of the file. */
export function fileContents(papers: readonly Paper[]): PaperFields<'file_contents'> {
  return {
    目录: papers.map(({ label, number, date }, index) => ({
      序号: String(index + 1),
      名称: label,
      字号: number,
      日期: chineseDate(date),
    })),
  };
}

function resultText({ decision, transfer, outcome }: CaseState): string {
  if (decision !== null) return penaltySentence(decision.penalty);
  if (transfer !== null) return `移送${transfer.body}`;
  return outcome === null ? '' : OUTCOME_LABELS[outcome];
}

function performanceText({ state, trail }: Scene): string {
  const { payments, collection, performedOn, decision } = state;
  if (decision === null) return '无须执行';
  const paid = payments.reduce((sum, { amount }) => addYuan(sum, amount), 0);
  const parts = [
    ...(collection !== null ? ['罚款已当场收缴并缴付银行'] : paid > 0 ? [`已缴纳人民币${yuanText(paid)}`] : []),
    ...(performedOn === null ? [] : [`已于${chineseDate(performedOn)}履行其他处罚`]),
    ...(trail.courtResult === null ? [] : [`人民法院强制执行：${COURT_RESULT_LABELS[trail.courtResult.result]}`]),
  ];
  return parts.length === 0 ? '处罚决定已送达，没有须缴纳的款项' : parts.join('；');
}
