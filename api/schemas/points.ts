import { Type } from 'typebox';
import { LIGHTS } from '../../domain/time/clock';
import { nullable, oneOf } from './common';

/** Points that are shown at once; more than a map could show apart. */
export const POINTS_AT_ONCE = 1_000;

export const Points = Type.Object({
  points: Type.Array(
    Type.Object({
      kind: oneOf(['case', 'clue'] as const, '在办案件，或者待研判的线索'),
      id: Type.String(),
      label: Type.String({ description: '案件的事项，或者线索的渠道；不含反映内容' }),
      town: nullable(Type.String({ description: '在哪个镇街；空为不在任何镇街附近' })),
      east: Type.Integer({ description: '在镇街中心以东多少米' }),
      north: Type.Integer({ description: '在镇街中心以北多少米' }),
      light: oneOf(LIGHTS, '灯'),
      lightLabel: Type.String(),
    }),
    { description: '最先到期的在前' },
  ),
  more: Type.Boolean({ description: `多于 ${POINTS_AT_ONCE} 个` }),
});
