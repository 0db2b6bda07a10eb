import { Type } from 'typebox';
import { Article, nullable } from './common';

export const ProcedurePicture = Type.Object({
  id: Type.String(),
  version: Type.String(),
  stages: Type.Array(Type.Object({ stage: Type.String(), label: Type.String() }), { description: '按办理顺序' }),
  acts: Type.Array(
    Type.Object({
      act: Type.String(),
      label: Type.String(),
      at: Type.Array(Type.String(), { description: '在哪些环节可以办' }),
      by: Type.Array(Type.String(), { description: '由谁办' }),
      article: nullable(Article),
      mine: Type.Boolean({ description: '您的岗位和单位可以办' }),
      conditions: Type.Array(
        Type.Object({
          text: Type.String(),
          met: Type.Boolean(),
          why: nullable(Type.String({ description: '为何还不具备、怎么办' })),
          articles: Type.Array(Article),
        }),
        { description: '办理的前提，以及现在是否具备' },
      ),
      checks: Type.Array(Type.String(), { description: '对填写内容的要求，提交时核对' }),
    }),
  ),
});

export const Verification = Type.Object({
  events: Type.Integer(),
  head: Type.String({ description: '按事件重新计算的链尾' }),
  chainIntact: Type.Boolean({ description: '每个事件的哈希都与重新计算的一致' }),
  brokenAt: nullable(Type.Integer({ description: '第一处不一致的事件序号' })),
  stateIntact: Type.Boolean({ description: '案件状态与由事件推出的一致' }),
});
