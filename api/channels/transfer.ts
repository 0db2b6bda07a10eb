import { Type } from 'typebox';
import { Instant, text } from '../schemas/common';
import { Attachments, ClueNumber, Position, Reporter } from '../schemas/clues';
import { adapter, said } from './adapter';

/** 其他机关移送, by the number of the letter. */
export const transfer = adapter({
  channel: 'transfer',
  summary: '其他机关移送',
  body: Type.Object(
    {
      documentNo: ClueNumber,
      fromBody: text(100, '移送机关'),
      matter: text(49_000, '移送事由'),
      place: Type.Optional(text(300, '地点')),
      position: Type.Optional(Position),
      foundAt: Type.Optional(Instant),
      attachments: Type.Optional(Attachments),
      contact: Type.Optional(Reporter),
    },
    { additionalProperties: false },
  ),
  personal: ['contact'],
  toClue: ({ documentNo, matter, place, position, foundAt, attachments, contact }) =>
    said({
      number: documentNo,
      text: matter,
      place,
      position,
      occurredAt: foundAt,
      attachments,
      reporter: contact,
    }),
});
