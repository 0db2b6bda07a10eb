import type { EventOf } from '../case';
import { COLLECTION_LABELS } from '../labels';
import type { PaperFields } from './paperFields';
import {
  address,
  basis,
  dateOf,
  evidenceRows,
  NO_NUMBER,
  officers,
  partyFields,
  payingFields,
  penaltyRows,
  periodText,
  remediesFields,
  type Scene,
} from './shared';
import { statementsSince } from './trail';
import { chineseDate, chineseInstant } from './words';

export function penaltyDecision(event: EventOf<'penalty_decided'>, scene: Scene): PaperFields<'penalty_decision'> {
  const { state, trail, at } = scene;
  return {
    ...partyFields(scene),
    ...officers(state.assignees),
    ...remediesFields(scene),
    ...payingFields(scene, event.penalty),
    当事人住址: address(scene),
    违法事实: trail.notice?.facts ?? NO_NUMBER,
    证据: evidenceRows(state),
    告知字号: trail.notice?.number ?? NO_NUMBER,
    告知日期: trail.notice === null ? NO_NUMBER : chineseDate(trail.notice.date),
    陈述申辩情况: statementText(scene),
    听证情况: hearingText(scene),
    决定理由: event.reasons,
    处罚依据: basis(scene),
    处罚: penaltyRows(event.penalty),
    其他处罚: event.penalty.others.length === 0 ? null : event.penalty.others.join('、'),
    决定日期: dateOf(at),
  };
}

const ADOPTED = { all: '予以采纳', part: '予以部分采纳', none: '不予采纳' } as const;

/** 行政处罚法 45, 62: what the party said, and what was made of it. */
function statementText({ state, trail }: Scene): string {
  const statements = statementsSince(state, trail);
  const raised = statements.filter((statement) => statement.raised);
  if (raised.length > 0) {
    return raised
      .map(({ summary, weighed }) => {
        const said = `当事人提出陈述、申辩：${withoutStop(summary)}。`;
        return weighed === null
          ? said
          : `${said}本机关经复核认为：${withoutStop(weighed.reasons)}，对上述陈述、申辩${ADOPTED[weighed.adopted]}。`;
      })
      .join('');
  }
  return statements.some(({ waived }) => waived)
    ? '当事人书面放弃陈述、申辩。'
    : '当事人在规定期限内未提出陈述、申辩。';
}

function hearingText({ state, trail }: Scene): string | null {
  if (trail.notice === null || !trail.notice.heard) return null;
  const { hearing } = state;
  if (trail.hearingRecord !== null) {
    const { heldOn, attended } = trail.hearingRecord;
    return attended
      ? `应当事人要求，本机关于${chineseDate(heldOn)}举行了听证，并根据听证笔录作出本决定。`
      : `应当事人要求，本机关定于${chineseDate(heldOn)}举行听证，当事人无正当理由未到场，视为放弃听证权利。`;
  }
  if (hearing.waived) return '当事人书面放弃听证。';
  return '当事人在规定期限内未要求听证。';
}

export function onSpotDecision(event: EventOf<'decided_on_spot'>, scene: Scene): PaperFields<'on_spot_decision'> {
  const { penalty, collection, payBy } = event;
  const paying = payingFields(scene, penalty);
  const later = paying.缴款 !== null && collection === null;
  return {
    ...partyFields(scene),
    ...officers(event.officers),
    ...remediesFields(scene),
    // 行政复议法 23: what is decided on the spot goes to review first, and to the court after it (行政诉讼法 45).
    诉讼期限: periodText(scene, 'lawsuit_after_reconsideration'),
    ...paying,
    时间: chineseInstant(scene.at),
    地点: event.place,
    违法事实: event.facts,
    处罚依据: basis(scene),
    处罚: penaltyRows(penalty),
    当场收缴理由: collection === null ? null : COLLECTION_LABELS[collection],
    缴款最后一日: later ? chineseDate(payBy) : null,
  };
}

function withoutStop(text: string): string {
  return text.trim().replace(/[。.；;，,]+$/u, '');
}
