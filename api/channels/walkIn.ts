import { Type } from 'typebox';
import { Instant, text } from '../schemas/common';
import { Attachments, ClueNumber, Position, Reporter } from '../schemas/clues';
import { adapter, said } from './adapter';

/** 来访来电, typed in by the dispatch centre. */
export const walkIn = adapter({
  channel: 'walk_in',
  summary: '来访来电登记',
  body: Type.Object(
    {
      registerNo: Type.Optional(ClueNumber),
      text: text(50_000, '反映内容'),
      place: Type.Optional(text(300, '地点')),
      position: Type.Optional(Position),
      receivedAt: Type.Optional(Instant),
      attachments: Type.Optional(Attachments),
      reporter: Type.Optional(Reporter),
    },
    { additionalProperties: false },
  ),
  personal: ['reporter'],
  toClue: ({ registerNo, text, place, position, receivedAt, attachments, reporter }) =>
    said({ number: registerNo, text, place, position, occurredAt: receivedAt, attachments, reporter }),
});
