import type { EventOf } from '../case';
import { CHANNEL_LABELS, INQUIRY_LABELS } from '../labels';
import type { PaperFields } from './paperFields';
import { penaltySentence } from './penaltyClauses';
import { address, basis, dateOf, dateOrMissing, evidenceRows, names, officers, party, partyFields } from './shared';
import type { Scene } from './shared';
import { chineseDate, chineseInstant } from './words';

export function filingApproval(event: EventOf<'case_filed'>, scene: Scene): PaperFields<'filing_approval'> {
  const { state, trail, at, actor } = scene;
  return {
    ...partyFields(scene),
    ...officers(event.officers),
    当事人住址: address(scene),
    案件来源: trail.channel === null ? { missing: '线索没有渠道' } : CHANNEL_LABELS[trail.channel],
    受理日期: dateOf(state.openedAt),
    案发地: scene.townName,
    违法行为发生日: event.committedOn === null ? '持续至今' : chineseDate(event.committedOn),
    核查情况: state.verification?.facts ?? { missing: '尚未登记现场核查情况' },
    立案理由: event.reason,
    处罚依据: basis(scene),
    审批人: names([actor]),
    立案日期: dateOf(at),
  };
}

export function inquiryRecord(event: EventOf<'inquiry_recorded'>, scene: Scene): PaperFields<'inquiry_record'> {
  return {
    当事人: party(scene),
    ...officers(event.officers),
    开始时间: chineseInstant(event.from),
    结束时间: chineseInstant(event.until),
    地点: event.place,
    // A witness is nowhere registered: the record says in what quality they speak, and they sign with their name.
    被询问人: INQUIRY_LABELS[event.subject],
    笔录: event.record,
  };
}

export function sceneRecord(event: EventOf<'scene_recorded'>, scene: Scene): PaperFields<'scene_record'> {
  return {
    当事人: party(scene),
    ...officers(event.officers),
    开始时间: chineseInstant(event.from),
    结束时间: chineseInstant(event.until),
    地点: event.place,
    当事人到场: event.partyPresent ? '当事人在场' : '当事人不在场',
    笔录: event.record,
  };
}

export function orderToPutRight(
  event: EventOf<'rectification_ordered'>,
  scene: Scene,
): PaperFields<'order_to_put_right'> {
  const { state, actor } = scene;
  return {
    当事人: party(scene),
    ...officers(state.assignees.length > 0 ? state.assignees : [actor]),
    违法事实: state.verification?.facts ?? { missing: '尚未登记现场核查情况' },
    处罚依据: basis(scene),
    改正要求: event.requirement,
    改正期限: chineseDate(event.until),
  };
}

export function investigationReport(
  event: EventOf<'investigation_ended'>,
  scene: Scene,
): PaperFields<'investigation_report'> {
  return {
    ...partyFields(scene),
    ...officers(event.officers),
    立案日期: dateOrMissing(scene.trail.filedOn, '本案尚未立案'),
    调查报告: event.report,
    证据: evidenceRows(scene.state),
    处罚依据: basis(scene),
    处理建议: penaltySentence(event.proposal),
  };
}
