import { Type } from 'typebox';
import { STAGES } from '../../domain/case';
import { FIELDS } from '../../domain/catalogue';
import { DUTY_KINDS } from '../../domain/openDuties';
import { LIGHTS } from '../../domain/time/clock';
import { nullable, oneOf, TownCode } from './common';

export const DutyQuery = Type.Object(
  {
    org: Type.Optional(Type.String({ maxLength: 64, description: '责任单位：镇街代码、bureau 或 dispatch_centre' })),
    person: Type.Optional(Type.String({ maxLength: 64, description: '责任人编号' })),
    kind: Type.Optional(oneOf(DUTY_KINDS, '履职事项')),
    light: Type.Optional(oneOf(LIGHTS, '灯')),
    town: Type.Optional(TownCode),
    stage: Type.Optional(oneOf(STAGES, '环节')),
    field: Type.Optional(oneOf(FIELDS, '领域')),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200, default: 50 })),
    cursor: Type.Optional(Type.String({ maxLength: 200 })),
  },
  { additionalProperties: false },
);

export const DutyPage = Type.Object({
  duties: Type.Array(
    Type.Object({
      caseId: Type.String(),
      itemName: Type.String(),
      place: nullable(Type.String({ description: '第一条线索所写的地点' })),
      openedAt: Type.String({ description: '立卷时间' }),
      town: Type.String(),
      townName: Type.String(),
      field: Type.String(),
      stage: Type.String(),
      stageLabel: Type.String(),
      id: Type.String({ description: '时限编号，见案件的 clocks' }),
      kind: Type.String(),
      kindLabel: Type.String(),
      name: Type.String(),
      org: Type.String(),
      orgName: Type.String(),
      person: nullable(Type.String({ description: '责任人编号；空为尚无具体责任人' })),
      startedAt: Type.String(),
      yellowAt: nullable(Type.String()),
      dueAt: Type.String(),
      light: Type.String(),
      lightLabel: Type.String(),
    }),
    { description: '最先到期的在前' },
  ),
  next: nullable(Type.String()),
});
