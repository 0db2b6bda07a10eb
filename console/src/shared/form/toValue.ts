import { localOf } from '../times';
import { withoutNull, type Schema, type Value } from './Schema';

/** What the service has, as somebody would have typed it: the way back from `toBody`. */
export function toValue(given: Schema, data: unknown): Value {
  const { schema } = withoutNull(given);
  if (data === null || data === undefined) return undefined;
  switch (schema.type) {
    case 'number':
    case 'integer':
      return typeof data === 'number' ? String(data) : undefined;
    case 'string':
      return schema.format === 'date-time' ? localOf(data as string) : (data as string);
    case 'boolean':
      return data as boolean;
    case 'array':
      return (data as readonly unknown[]).map((each) => toValue(schema.items ?? {}, each));
    case 'object':
      return Object.fromEntries(
        Object.entries(schema.properties ?? {}).map(([name, property]) => [
          name,
          toValue(property, (data as Readonly<Record<string, unknown>>)[name]),
        ]),
      );
    case 'null':
    case undefined:
      break;
  }
  return undefined;
}
