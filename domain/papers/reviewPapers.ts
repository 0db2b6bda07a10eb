import type { EventOf } from '../case';
import { REVIEW_LABELS } from '../labels';
import type { PaperFields } from './paperFields';
import { penaltySentence } from './penaltyClauses';
import { basis, dateOrMissing, names, officers, party, type Scene } from './shared';
import { chineseDate } from './words';

const NO_REPORT = { missing: '没有调查终结报告' } as const;

export function legalReviewOpinion(event: EventOf<'reviewed'>, scene: Scene): PaperFields<'legal_review_opinion'> {
  const { trail, actor } = scene;
  return {
    当事人: party(scene),
    送审单位: scene.ownerName,
    送审日期: dateOrMissing(trail.investigation?.on ?? null, NO_REPORT.missing),
    拟处理意见: trail.investigation === null ? NO_REPORT : penaltySentence(trail.investigation.proposal),
    处罚依据: basis(scene),
    审核结论: REVIEW_LABELS[event.verdict],
    审核意见: event.opinion,
    审核人: names([actor]),
  };
}

export function discussionRecord(event: EventOf<'discussed'>, scene: Scene): PaperFields<'discussion_record'> {
  const { state, trail, actor } = scene;
  return {
    当事人: party(scene),
    ...officers(state.assignees),
    讨论日期: chineseDate(event.heldOn),
    参加人: names(event.participants),
    记录人: names([actor]),
    调查报告: trail.investigation?.report ?? NO_REPORT,
    拟处理意见: trail.investigation === null ? NO_REPORT : penaltySentence(trail.investigation.proposal),
    讨论记录: event.record,
    讨论结论: penaltySentence(event.conclusion),
  };
}
