import type { ChannelRule } from '../domain/channelRule';
import type { Channel } from '../domain/triage/triage';
import { Problem } from './problem';
import type { ClueInput } from './schemas/clues';

export function channelRule(channels: readonly ChannelRule[], channel: Channel): ChannelRule {
  const rule = channels.find(({ code }) => code === channel);
  if (rule === undefined) throw new Error(`channels.csv has no ${channel}`);
  return rule;
}

/** Refuses more than the channel takes at a time, by whatever door it comes. */
export function checkSize(rule: ChannelRule, clue: ClueInput): void {
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

const FIELD_NAMES: Readonly<Record<ChannelRule['required'][number], string>> = {
  number: '编号',
  place: '地点',
  position: '经纬度',
  itemCode: '事项编码',
  attachments: '附件',
  reporter: '反映人',
};

/** Refuses a message of the channel's own adapter that lacks what the channel must bring. */
export function checkRequired(rule: ChannelRule, clue: ClueInput): void {
  const lacking = rule.required.filter((field) => {
    const value = clue[field];
    return value === undefined || (Array.isArray(value) && value.length === 0);
  });
  if (lacking.length > 0) {
    const names = lacking.map((field) => FIELD_NAMES[field]).join('、');
    throw new Problem('unprocessable', `这个渠道的上报须有${names}，请补全后重试。`, { at: 'body' });
  }
}
