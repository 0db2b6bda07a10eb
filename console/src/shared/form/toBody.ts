import { instantOf } from '../times';
import { withoutNull, type Schema, type Value, type Values } from './Schema';

/** What is sent: what isn't filled in is left out, or null where the schema asks for an answer. */
export function toBody(schema: Schema, values: Values): Record<string, unknown> {
  const entries = Object.entries(schema.properties ?? {}).map(([name, property]) => {
    const required = schema.required?.includes(name) ?? false;
    return [name, valueOf(property, values[name], required)] as const;
  });
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
}

function valueOf(given: Schema, value: Value, required: boolean): unknown {
  const { schema, nullable } = withoutNull(given);
  if (isEmpty(value)) {
    if (nullable && required) return null;
    if (required && schema.type === 'array' && (schema.minItems ?? 0) === 0) return [];
    // A text that may be empty says by being empty that there is none.
    if (required && schema.type === 'string' && (schema.minLength ?? 0) === 0 && isFreeText(schema)) return '';
    if (required && schema.type === 'object') return toBody(schema, {});
    return undefined;
  }
  switch (schema.type) {
    case 'number':
    case 'integer':
      return Number(value);
    case 'string':
      return schema.format === 'date-time' ? instantOf(value as string) : (value as string).trim();
    case 'array':
      return (value as readonly Value[]).map((each) => valueOf(schema.items ?? {}, each, true));
    case 'object':
      return toBody(schema, value as Values);
    case 'boolean':
    case 'null':
    case undefined:
      break;
  }
  return value;
}

const isFreeText = ({ enum: words, format, pattern }: Schema): boolean =>
  words === undefined && format === undefined && pattern === undefined;

/** Nothing was said here: not even somewhere deep inside. */
export function isEmpty(value: Value): boolean {
  if (value === undefined) return true;
  if (typeof value === 'string') return value.trim() === '';
  if (typeof value === 'boolean') return false;
  return Array.isArray(value) ? value.length === 0 : Object.values(value).every(isEmpty);
}
