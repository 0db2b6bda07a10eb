import { Type } from 'typebox';
import { URGING_KINDS } from '../../domain/actInputs';
import { STAGES } from '../../domain/case';
import { GRADES } from '../../domain/catalogue';
import { LIGHTS } from '../../domain/time/clock';
import { URGING_STANDINGS } from '../../domain/urgingStanding';
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

export const UrgingQuery = Type.Object(
  {
    standing: Type.Optional(oneOf(URGING_STANDINGS, 'waiting 待答复，to_check 督办已答复待核查，done 已办结')),
    kind: Type.Optional(oneOf(URGING_KINDS, 'urge 催办，order 督办')),
    listed: Type.Optional(Type.Boolean({ description: '挂牌督办' })),
    town: Type.Optional(TownCode),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200, default: 50 })),
    cursor: Type.Optional(Type.String({ maxLength: 200 })),
  },
  { additionalProperties: false },
);

export const UrgingPage = Type.Object({
  urgings: Type.Array(
    Type.Object({
      caseId: CaseId,
      itemName: Type.String(),
      town: Type.String(),
      townName: Type.String(),
      id: Type.String({ description: '编号，例如 U1、D1' }),
      kind: oneOf(URGING_KINDS, '催办或者督办'),
      kindLabel: Type.String(),
      listed: Type.Boolean({ description: '挂牌' }),
      standing: oneOf(URGING_STANDINGS, '待答复、待核查或者已办结'),
      standingLabel: Type.String(),
      by: Type.String(),
      byName: Type.String(),
      at: Type.String(),
      clockId: nullable(Type.String({ description: '所催的时限；空为全案' })),
      requirement: Type.String(),
      org: Type.String(),
      orgName: Type.String(),
      dueAt: nullable(Type.String({ description: '答复的期限；不欠答复的为空' })),
      light: nullable(oneOf(LIGHTS, '灯')),
      lightLabel: nullable(Type.String()),
      answer: nullable(Type.String()),
      answeredBy: nullable(Type.String()),
      answeredByName: nullable(Type.String()),
      answeredAt: nullable(Type.String()),
      returns: Type.Integer({ description: '退回重新办理的次数' }),
      opinion: nullable(Type.String({ description: '最近一次核查意见' })),
    }),
    { description: '未结案件中的催办和督办，新的在前' },
  ),
  next: nullable(Type.String()),
});
