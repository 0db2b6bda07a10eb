import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import type { FastifySchemaCompiler, FastifySchema } from 'fastify';

/**
 * Bodies are taken as they are: `null` coerced to 0 would make a fine of nothing out of a mistake, and a field that
 * is silently dropped would be lost. Query strings and headers are text by nature, so there numbers are read from it.
 */
const options = { removeAdditional: false, useDefaults: true, allErrors: false, strict: false } as const;
const exact = addFormats.default(new Ajv({ ...options, coerceTypes: false }));
const fromText = addFormats.default(new Ajv({ ...options, coerceTypes: 'array' }));

export const validatorCompiler: FastifySchemaCompiler<FastifySchema> = ({ schema, httpPart }) =>
  (httpPart === 'body' ? exact : fromText).compile(schema);

/** Postgres can't store NUL in text; it is refused at the door, wherever it hides. */
export function containsNul(value: unknown): boolean {
  if (typeof value === 'string') return value.includes('\u0000');
  if (Array.isArray(value)) return value.some(containsNul);
  if (value !== null && typeof value === 'object') {
    return Object.entries(value).some(([key, field]) => key.includes('\u0000') || containsNul(field));
  }
  return false;
}
