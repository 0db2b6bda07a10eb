import { Type } from 'typebox';
import { CHANNEL_FIELDS } from '../../domain/channelRule';
import { CHANNELS } from '../../domain/triage/triage';
import { nullable, oneOf } from './common';

const Labels = Type.Record(Type.String(), Type.String());

export const Me = Type.Object({
  id: Type.String(),
  name: Type.String(),
  role: Type.String(),
  roleLabel: Type.String(),
  org: Type.String(),
  orgName: Type.String(),
  engineUi: nullable(Type.String({ description: '流程引擎自己的页面，只给系统管理员' })),
});

export const Overview = Type.Object({
  cells: Type.Array(
    Type.Object({
      town: Type.String(),
      grade: Type.String(),
      stage: Type.String(),
      light: Type.String(),
      cases: Type.Integer(),
    }),
    { description: '案件数，按镇街、分级、环节和灯' },
  ),
  clues: Type.Array(
    Type.Object({
      outcome: Type.String(),
      clues: Type.Integer(),
      open: Type.Integer({ description: '其中等着人工研判的' }),
      overdue: Type.Integer({ description: '等着人工研判的里面，已超期的' }),
    }),
  ),
  towns: Type.Array(Type.Object({ code: Type.String(), name: Type.String() })),
  townShareTarget: Type.Integer({ description: '镇街办结占比的目标，百分之多少' }),
  labels: Type.Object({
    stages: Labels,
    grades: Labels,
    lights: Labels,
    fields: Labels,
    outcomes: Labels,
    duties: Labels,
  }),
});

export const Notice = Type.Object({
  id: Type.Integer(),
  caseId: Type.String(),
  topic: Type.String(),
  text: Type.String(),
  createdAt: Type.String(),
});

export const Town = Type.Object({ code: Type.String(), name: Type.String(), kind: Type.String() });

/** How clues come in by a channel. */
export const ChannelDoor = Type.Object({
  code: oneOf(CHANNELS, '渠道'),
  label: Type.String(),
  open: Type.Boolean({ description: '您能否由此渠道录入' }),
  required: Type.Array(Type.Object({ field: oneOf(CHANNEL_FIELDS, '必填项'), label: Type.String() })),
  maxText: Type.Integer({ description: '字符' }),
  maxAttachments: Type.Integer(),
  perMinute: Type.Integer({ description: '每个来源每分钟最多多少条' }),
});

export const Item = Type.Object(
  { code: Type.String(), name: Type.String(), field: Type.String(), kind: Type.Optional(Type.String()) },
  { additionalProperties: true },
);

export const PatrolItem = Type.Object({
  code: Type.String(),
  name: Type.String(),
  signs: Type.String({ description: '现场看到什么' }),
  field: Type.String(),
  penaltyItem: nullable(Type.String({ description: '对应的处罚事项；没有的为空' })),
});
