import { Type } from 'typebox';
import { LIGHTS } from '../../domain/time/clock';
import { CaseId, nullable, oneOf, TownCode } from './common';

export const AppealQuery = Type.Object(
  {
    judged: Type.Optional(Type.Boolean({ description: 'false 只看待裁定的，true 只看已裁定的' })),
    town: Type.Optional(TownCode),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200, default: 100 })),
  },
  { additionalProperties: false },
);

export const AppealPage = Type.Object({
  appeals: Type.Array(
    Type.Object({
      caseId: CaseId,
      itemName: Type.String(),
      town: Type.String(),
      townName: Type.String(),
      overdueId: Type.String({ description: '超期记录编号，例如 O1' }),
      name: Type.String({ description: '哪项时限' }),
      org: Type.String(),
      orgName: Type.String(),
      person: nullable(Type.String({ description: '责任人编号' })),
      personName: nullable(Type.String()),
      startedAt: Type.String(),
      dueAt: Type.String({ description: '当时的到期时刻' }),
      by: Type.String(),
      byName: Type.String(),
      reason: Type.String(),
      appealedAt: Type.String(),
      judgeBy: nullable(Type.String({ description: '裁定的期限；已裁定的为空' })),
      light: nullable(oneOf(LIGHTS, '灯')),
      lightLabel: nullable(Type.String()),
      judgement: nullable(
        Type.Object({ by: Type.String(), byName: Type.String(), granted: Type.Boolean(), reason: Type.String() }),
      ),
    }),
    { description: '待裁定的在前，先申诉的在前；只含未结案件' },
  ),
});
