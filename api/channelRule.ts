import type { ChannelRule } from '../domain/channelRule';
import { CHANNEL_FIELD_LABELS, CHANNEL_LABELS } from '../domain/labels';
import type { Channel } from '../domain/triage/triage';
import { Problem } from './problem';
import type { ClueInput } from './schemas/clues';

export function channelRule(channels: readonly ChannelRule[], channel: Channel): ChannelRule {
  const rule = channels.find(({ code }) => code === channel);
  if (rule === undefined) throw new Error(`channels.csv has no ${channel}`);
  return rule;
}

/** Refuses what the channel doesn't take, by whatever door it comes. */
export function checkClue(rule: ChannelRule, clue: ClueInput): void {
  checkSize(rule, clue);
  checkRequired(rule, clue);
}

function checkSize(rule: ChannelRule, clue: ClueInput): void {
  if (clue.text === undefined && (clue.attachments?.length ?? 0) === 0) {
    throw new Problem('malformed', '没有反映内容，也没有附件；至少要有一样。', { at: 'body/text' });
  }
  // Code points, as JSON Schema counts.
  const length = [...(clue.text ?? '')].length;
  if (length > rule.maxText) {
    throw new Problem('unprocessable', `反映内容 ${length} 字，这个渠道最多 ${rule.maxText} 字，请删减或分条上报。`, {
      at: 'body/text',
    });
  }
  const attachments = clue.attachments?.length ?? 0;
  if (attachments > rule.maxAttachments) {
    throw new Problem('unprocessable', `附件 ${attachments} 个，这个渠道最多 ${rule.maxAttachments} 个。`, {
      at: 'body/attachments',
    });
  }
}

/** Refuses a clue that lacks what its channel must bring. */
function checkRequired(rule: ChannelRule, clue: ClueInput): void {
  const lacking = rule.required.filter((field) => {
    const value = clue[field];
    return value === undefined || (Array.isArray(value) && value.length === 0);
  });
  if (lacking.length > 0) {
    const names = lacking.map((field) => CHANNEL_FIELD_LABELS[field]).join('、');
    throw new Problem('unprocessable', `“${CHANNEL_LABELS[rule.code]}”渠道的上报须有${names}，请补全后重试。`, {
      at: `body/${lacking[0] ?? ''}`,
    });
  }
}
