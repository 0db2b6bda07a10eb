import type { EventOf } from '../case';
import type { PaperFields } from './paperFields';
import { basis, dateOrMissing, lastDay, names, officers, party, penaltyRows, periodText, type Scene } from './shared';
import { chineseDate, chineseInstant } from './words';

export function priorNotice(event: EventOf<'notice_given'>, scene: Scene): PaperFields<'prior_notice'> {
  const { hearingUntil } = event;
  return {
    当事人: party(scene),
    ...officers(scene.state.assignees),
    违法事实: event.facts,
    处罚依据: basis(scene),
    处罚: penaltyRows(event.penalty),
    陈述申辩期限: periodText(scene, 'notice_statement'),
    陈述申辩最后一日: lastDay(event.statementUntil),
    听证期限: hearingUntil === null ? null : periodText(scene, 'hearing_request'),
    听证最后一日: hearingUntil === null ? null : lastDay(hearingUntil),
  };
}

export function hearingNotice(event: EventOf<'hearing_noticed'>, scene: Scene): PaperFields<'hearing_notice'> {
  return {
    当事人: party(scene),
    ...officers(scene.state.assignees),
    申请日期: dateOrMissing(scene.state.hearing.requestedOn, '没有当事人的听证申请'),
    听证时间: chineseInstant(event.heldAt),
    地点: event.place,
    主持人: names([event.chair]),
  };
}

export function hearingRecord(event: EventOf<'hearing_recorded'>, scene: Scene): PaperFields<'hearing_record'> {
  const { hearing } = scene.trail;
  const unnoticed = { missing: '没有听证通知' };
  return {
    当事人: party(scene),
    ...officers(scene.state.assignees),
    听证日期: chineseDate(event.heldOn),
    地点: hearing?.place ?? unnoticed,
    主持人: hearing === null ? unnoticed : names([hearing.chair]),
    当事人到场: event.attended ? '当事人到场' : '当事人无正当理由未到场，视为放弃听证权利',
    笔录: event.record,
    听证意见: event.opinion,
  };
}
