import { Type } from 'typebox';
import { Instant, text } from '../schemas/common';
import { Attachments, ClueNumber, Position } from '../schemas/clues';
import { adapter, said } from './adapter';

/** 网格员上报. */
export const gridWorker = adapter({
  channel: 'grid_worker',
  summary: '网格员上报',
  body: Type.Object(
    {
      eventId: Type.Optional(ClueNumber),
      gridCode: Type.Optional(text(50, '网格编码')),
      description: Type.Optional(text(5_000, '事件描述；有照片时可以没有')),
      address: Type.Optional(text(300, '地址')),
      position: Type.Optional(Position),
      foundAt: Type.Optional(Instant),
      photos: Type.Optional(Attachments),
    },
    { additionalProperties: false },
  ),
  personal: [],
  toClue: ({ eventId, description, address, position, foundAt, photos }) =>
    said({
      number: eventId,
      text: description,
      place: address,
      position,
      occurredAt: foundAt,
      attachments: photos,
    }),
});
