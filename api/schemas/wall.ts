import { Type } from 'typebox';
import { LIGHTS } from '../../domain/time/clock';
import { nullable, oneOf, text } from './common';
import { Overview } from './desk';
import { Points } from './points';

const Share = nullable(Type.Number({ description: '0 至 1；空为样本不足' }));

export const WallView = Type.Object({
  screen: nullable(Type.Object({ place: Type.String() }, { description: '常开的屏幕挂在哪里；空为本人登录看的' })),
  overview: Overview,
  points: Points.properties.points,
  cluesToday: Type.Integer({ description: '今日（上海时间）收到的线索' }),
  onTime: Share,
  ranking: Type.Array(
    Type.Object({
      town: Type.String(),
      name: Type.String(),
      closed: Type.Integer({ description: '本月办结的案件' }),
      onTime: Share,
    }),
    { description: '本月办结多的在前' },
  ),
  slowest: Type.Array(
    Type.Object({
      caseId: Type.String(),
      id: Type.String({ description: '时限编号' }),
      kindLabel: Type.String(),
      org: Type.String(),
      orgName: Type.String(),
      townName: Type.String(),
      light: oneOf(LIGHTS, '灯'),
      lightLabel: Type.String(),
      dueAt: Type.String(),
    }),
    { description: '最先到期的在前；暂停的不列' },
  ),
});

export const ScreenBody = Type.Object(
  { place: text(20, '这块屏幕挂在哪里，例如“指挥大厅东墙”') },
  { additionalProperties: false },
);

export const ScreenView = Type.Object({ place: Type.String() });
