import { Type } from 'typebox';
import type { Static, TObject, TSchema } from 'typebox';
import { TEXT_PATTERN } from '../validationText';

/** Text that a person wrote: not empty, bounded, without NUL, which Postgres can't store. */
export function text(maxLength: number, description: string) {
  return Type.String({ minLength: 1, maxLength, pattern: TEXT_PATTERN, description });
}

export function nullable<T extends TSchema>(schema: T) {
  return Type.Union([schema, Type.Null()]);
}

export function oneOf<const T extends readonly string[]>(values: T, description: string) {
  return Type.Unsafe<T[number]>({ type: 'string', enum: [...values], description });
}

/** One of the words of a closed list with what a person reads for each, from the labels: so that a form can offer them. */
export function labelled<const T extends string>(labels: Readonly<Record<T, string>>, description: string) {
  const values = Object.keys(labels) as T[];
  return Type.Unsafe<T>({ type: 'string', enum: values, 'x-labels': labels, description });
}

/** A field under a name of its own, where its type is shared by many. */
export function titled<T extends TSchema>(title: string, schema: T): T {
  return { ...schema, title };
}

/** One of several objects, told apart by the value of one field, so that a fault is reported for the one that was meant. */
export function tagged<const T extends readonly TObject[]>(propertyName: string, variants: T, description: string) {
  return Type.Unsafe<Static<T[number]>>({
    type: 'object',
    required: [propertyName],
    discriminator: { propertyName },
    oneOf: [...variants],
    description,
  });
}

export const TownCode = Type.String({ pattern: '^\\d{9}$', description: '镇街代码，9 位数字' });
export const ItemCode = Type.String({ pattern: '^[A-Z]{2}-\\d{3}$', description: '事项代码，例如 CG-022' });
export const CaseId = Type.String({ pattern: '^CZ\\d{4}-\\d{6,15}$', description: '案件编号，例如 CZ2026-000123' });

export const LawDate = Type.String({ format: 'date', description: '上海时间的日期 YYYY-MM-DD' });
export const Instant = Type.String({ format: 'date-time', description: '带时区的时刻 RFC 3339' });

export const Article = Type.Object({ statute: Type.String(), article: Type.String() });

export const ProblemSchema = Type.Object(
  {
    type: Type.String(),
    title: Type.String(),
    status: Type.Integer(),
    code: Type.String({ description: '稳定的错误码' }),
    detail: Type.String({ description: '出了什么问题、怎么办' }),
    articles: Type.Optional(Type.Array(Article, { description: '依据的条文' })),
    at: Type.Optional(Type.String({ description: '问题所在的字段或请求头' })),
    requestId: Type.String(),
  },
  { description: 'RFC 9457 problem+json' },
);

export const IdempotencyHeaders = Type.Object({
  'idempotency-key': Type.Optional(
    Type.String({
      minLength: 1,
      maxLength: 128,
      description: '必填。同一键同一内容永远得到同一答复；没有答复或者 503 时，用同一键重试',
    }),
  ),
  'if-match': Type.Optional(Type.String({ maxLength: 32, description: '您看到的 ETag；案件已变则 412' })),
});

export const Reason = Type.Object({
  kind: Type.String(),
  text: Type.String(),
  ref: nullable(Type.String()),
  at: nullable(Type.Tuple([Type.Integer(), Type.Integer()])),
  also: Type.Optional(
    Type.Array(Type.Tuple([Type.Integer(), Type.Integer()]), { description: '理由中其余的词在正文中的位置' }),
  ),
});

/** The answers that any route may give beside its own. */
export const PROBLEMS = { '4xx': ProblemSchema, '5xx': ProblemSchema };

/** Of a formula. */
export const FormulaVersion = Type.Integer({ minimum: 1, maximum: 10_000, description: '公式版本；不填为最新' });
