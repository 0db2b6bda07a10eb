import { Type } from 'typebox';
import { Instant, text } from '../schemas/common';
import { Attachments, ClueNumber, Position, Reporter } from '../schemas/clues';
import { adapter, said } from './adapter';

/** 网站和小程序表单, handed on by the site's own server: a browser has no token of ours. */
export const web = adapter({
  channel: 'web',
  summary: '网站、小程序上报',
  body: Type.Object(
    {
      formId: Type.Optional(ClueNumber),
      text: Type.Optional(text(50_000, '反映内容；有照片时可以没有')),
      place: Type.Optional(text(300, '地点')),
      position: Type.Optional(Position),
      happenedAt: Type.Optional(Instant),
      photos: Type.Optional(Attachments),
      reporter: Type.Optional(Reporter),
    },
    { additionalProperties: false },
  ),
  personal: ['reporter'],
  toClue: ({ formId, text, place, position, happenedAt, photos, reporter }) =>
    said({ number: formId, text, place, position, occurredAt: happenedAt, attachments: photos, reporter }),
});
