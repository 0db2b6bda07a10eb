import { Type } from 'typebox';
import { STAGES } from '../../domain/case';
import { GRADES } from '../../domain/catalogue';
import { LIGHTS } from '../../domain/time/clock';
import { urging } from './acts';
import { CaseId, ItemCode, nullable, oneOf, TownCode } from './common';

/** Cases that are urged together; more are asked for again. */
export const URGED_AT_ONCE = 200;

const { requirement, within } = urging;

export const BatchUrging = Type.Object(
  {
    caseIds: Type.Optional(
      Type.Array(CaseId, { minItems: 1, maxItems: URGED_AT_ONCE, uniqueItems: true, description: '案件编号' }),
    ),
    filter: Type.Optional(
      Type.Object(
        {
          town: Type.Optional(TownCode),
          stage: Type.Optional(oneOf(STAGES, '环节')),
          grade: Type.Optional(oneOf(GRADES, '分级')),
          light: Type.Optional(oneOf(LIGHTS, '灯')),
          item: Type.Optional(ItemCode),
          assignee: Type.Optional(Type.String({ maxLength: 64 })),
        },
        { additionalProperties: false, minProperties: 1, description: '与案件列表相同的筛选条件；至少一项' },
      ),
    ),
    requirement,
    within,
  },
  { additionalProperties: false, description: 'caseIds 和 filter 填其中一项' },
);

export const UrgingAnswers = Type.Object({
  answers: Type.Array(
    Type.Object({
      caseId: CaseId,
      status: oneOf(['urged', 'pending', 'refused'] as const, '已催办、正在写入、未受理'),
      code: nullable(Type.String()),
      detail: nullable(Type.String()),
    }),
  ),
  more: Type.Boolean({ description: `还有案件符合条件：一次最多催办 ${URGED_AT_ONCE} 件` }),
});
