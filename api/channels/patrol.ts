import { Type } from 'typebox';
import { Instant, ItemCode, text } from '../schemas/common';
import { Attachments, ClueNumber, Position } from '../schemas/clues';
import { adapter, said } from './adapter';

/** 巡查上报: the item by its code, a photo, where the officer stands; words only where they help. */
export const patrol = adapter({
  channel: 'patrol',
  summary: '巡查上报',
  body: Type.Object(
    {
      recordId: Type.Optional(ClueNumber),
      itemCode: ItemCode,
      position: Position,
      place: Type.Optional(text(300, '地点')),
      note: Type.Optional(text(5_000, '说明')),
      foundAt: Type.Optional(Instant),
      photos: Type.Optional(Attachments),
    },
    { additionalProperties: false },
  ),
  personal: [],
  toClue: ({ recordId, itemCode, position, place, note, foundAt, photos }) =>
    said({
      number: recordId,
      text: note ?? `巡查发现 ${itemCode}`,
      place,
      position,
      itemCode,
      occurredAt: foundAt,
      attachments: photos,
    }),
});
