import { Ajv, type Options, type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';
import { fullFormats } from 'ajv-formats/dist/formats.js';
import type { FastifySchemaCompiler, FastifySchema } from 'fastify';

/**
 * Bodies are taken as they are: `null` coerced to 0 would make a fine of nothing out of a mistake, and a field that
 * is silently dropped would be lost. Query strings and headers are text by nature, so there numbers are read from it.
 */
const options: Options = {
  removeAdditional: false,
  useDefaults: true,
  allErrors: false,
  strict: false,
  // The refusal's text is made from the schema that was broken.
  verbose: true,
  discriminator: true,
  // 19.99 is a multiple of 0.01, though not in binary.
  multipleOfPrecision: 6,
};
const exact = withFormats(new Ajv({ ...options, coerceTypes: false }));
const fromText = withFormats(new Ajv({ ...options, coerceTypes: 'array' }));

export const validatorCompiler: FastifySchemaCompiler<FastifySchema> = ({ schema, httpPart }) =>
  (httpPart === 'body' ? exact : fromText).compile(schema);

/** Judges a part of a body as `validatorCompiler` judges a whole one. */
export function compileBody(schema: object): ValidateFunction {
  return exact.compile(schema);
}

/** Years that a date may lie in: Postgres and `Date` don't agree on those far outside. */
const YEAR = /^(19|20|21)\d\d-/;

function withFormats(ajv: Ajv): Ajv {
  // eslint-disable-next-line @typescript-eslint/no-unsafe-call -- a CommonJS default that the linter can’t follow; tsc can
  addFormats.default(ajv);
  ajv.addFormat('date', (value) => YEAR.test(value) && isValid('date', value));
  // Leap seconds are valid RFC 3339, and no instant for `Date`.
  ajv.addFormat(
    'date-time',
    (value) => YEAR.test(value) && isValid('date-time', value) && !Number.isNaN(Date.parse(value)),
  );
  return ajv;
}

function isValid(format: 'date' | 'date-time', value: string): boolean {
  const known = fullFormats[format];
  return typeof known === 'object' && 'validate' in known && (known.validate as (text: string) => boolean)(value);
}

const LONE_SURROGATE = /\p{Surrogate}/u;

/** Text that Postgres can't store, NUL or half of a character, is refused at the door, wherever it hides. */
export function containsUnstorable(value: unknown): boolean {
  // A list of what is still to be seen, not a recursion: depth is the caller's to choose.
  const open = [value];
  while (open.length > 0) {
    const next = open.pop();
    if (typeof next === 'string') {
      if (next.includes('\u0000') || LONE_SURROGATE.test(next)) return true;
    } else if (next !== null && typeof next === 'object') {
      for (const [key, field] of Object.entries(next)) open.push(key, field);
    }
  }
  return false;
}
