import { Type } from 'typebox';
import { RUNG_CONSEQUENCES, RUNG_FROM, RUNG_TO } from '../../domain/catalogue';
import { CaseId, nullable, oneOf } from './common';

const Rung = Type.Object({
  rung: Type.Integer({ description: '第几级' }),
  from: oneOf(RUNG_FROM, '黄灯或者红灯起算'),
  fromLabel: Type.String(),
  to: oneOf(RUNG_TO, '告知谁'),
  toLabel: Type.String(),
  consequence: oneOf(RUNG_CONSEQUENCES, '告知或者提级'),
  consequenceLabel: Type.String(),
  at: nullable(Type.String({ description: '何时；空为时限暂停，或者按现在的时限不会到这一级' })),
  reached: Type.Boolean({ description: '已经发生' }),
  told: Type.Array(
    Type.Object({
      orgName: Type.String(),
      roleLabel: nullable(Type.String()),
      personName: nullable(Type.String()),
      at: Type.String(),
    }),
    { description: '实际告知了谁；同一事由不向同一人告知两次' },
  ),
});

export const LadderView = Type.Object({
  caseId: CaseId,
  duties: Type.Array(
    Type.Object({
      id: Type.String({ description: '时限编号' }),
      name: Type.String(),
      running: Type.Boolean({ description: '时限还在走' }),
      rungs: Type.Array(Rung),
    }),
    { description: '还在走的时限，和已经升过级的时限' },
  ),
});
