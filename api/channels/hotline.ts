import { Type } from 'typebox';
import { Instant, text } from '../schemas/common';
import { ClueNumber, Position } from '../schemas/clues';
import { adapter, said } from './adapter';

/** 12345 热线工单. A second message under an order's number is what the caller added to it. */
export const hotline = adapter({
  channel: 'hotline_12345',
  summary: '12345 热线工单',
  body: Type.Object(
    {
      orderNo: ClueNumber,
      title: Type.Optional(text(200, '工单标题')),
      content: text(49_000, '诉求内容'),
      address: Type.Optional(text(300, '事发地址')),
      position: Type.Optional(Position),
      calledAt: Type.Optional(Instant),
      callerName: Type.Optional(text(50, '来电人姓名')),
      callerPhone: Type.Optional(text(30, '来电号码')),
    },
    { additionalProperties: false },
  ),
  personal: ['callerName', 'callerPhone'],
  toClue: ({ orderNo, title, content, address, position, calledAt, callerName, callerPhone }) =>
    said({
      number: orderNo,
      text: title === undefined ? content : `${title}\n${content}`,
      place: address,
      position,
      occurredAt: calledAt,
      reporter:
        callerName === undefined && callerPhone === undefined
          ? undefined
          : said({ name: callerName, phone: callerPhone }),
    }),
});
