import { Type } from 'typebox';
import { Instant, text } from '../schemas/common';
import { Attachments, ClueNumber } from '../schemas/clues';
import { adapter, said } from './adapter';

/** 媒体监测: an article or a post. The author's name stays with the medium; the address leads to it. */
export const media = adapter({
  channel: 'media',
  summary: '媒体监测',
  body: Type.Object(
    {
      articleId: ClueNumber,
      outlet: text(100, '媒体'),
      url: text(1_000, '网址'),
      title: text(300, '标题'),
      summary: Type.Optional(text(49_000, '摘要或正文')),
      place: Type.Optional(text(300, '地点')),
      publishedAt: Type.Optional(Instant),
      attachments: Type.Optional(Attachments),
    },
    { additionalProperties: false },
  ),
  personal: [],
  toClue: ({ articleId, title, summary, place, publishedAt, attachments }) =>
    said({
      number: articleId,
      text: summary === undefined ? title : `${title}\n${summary}`,
      place,
      occurredAt: publishedAt,
      attachments,
    }),
});
