import { Type } from 'typebox';
import { Instant, text } from '../schemas/common';
import { Attachments, ClueNumber, Position } from '../schemas/clues';
import { adapter, said } from './adapter';

/** 视频告警: what an algorithm saw on a camera. */
export const video = adapter({
  channel: 'video',
  summary: '视频告警',
  body: Type.Object(
    {
      alarmId: ClueNumber,
      cameraId: text(100, '摄像机编号'),
      cameraPlace: text(300, '摄像机位置'),
      position: Type.Optional(Position),
      alarmType: text(200, '告警类型，例如 占道经营'),
      confidence: Type.Optional(Type.Number({ minimum: 0, maximum: 1, description: '算法置信度' })),
      alarmedAt: Instant,
      snapshots: Attachments,
    },
    { additionalProperties: false },
  ),
  personal: [],
  toClue: ({ alarmId, cameraPlace, position, alarmType, alarmedAt, snapshots }) =>
    said({
      number: alarmId,
      text: `视频告警：${alarmType}`,
      place: cameraPlace,
      position,
      occurredAt: alarmedAt,
      attachments: snapshots,
    }),
});
