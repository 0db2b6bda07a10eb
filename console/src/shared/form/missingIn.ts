import { withoutNull, type Schema, type Value, type Values } from './Schema';
import { isEmpty } from './toBody';

/** What keeps this from being sent, by the field's path (`party/name`). The law's own conditions are the service's to judge. */
export function missingIn(schema: Schema, values: Values, path = ''): Readonly<Record<string, string>> {
  const found: Record<string, string> = {};
  for (const [name, property] of Object.entries(schema.properties ?? {})) {
    const required = schema.required?.includes(name) ?? false;
    Object.assign(found, faultsOf(property, values[name], required, `${path}${name}`));
  }
  if ((schema.minProperties ?? 0) > 0 && isEmpty(values)) {
    const [first] = Object.keys(schema.properties ?? {});
    if (first !== undefined) found[`${path}${first}`] = '请至少填写一项。';
  }
  return found;
}

function faultsOf(given: Schema, value: Value, required: boolean, path: string): Readonly<Record<string, string>> {
  const { schema, nullable } = withoutNull(given);
  if (schema.type === 'object') {
    return (!required || nullable) && isEmpty(value) ? {} : missingIn(schema, (value ?? {}) as Values, `${path}/`);
  }
  if (isEmpty(value)) {
    const mayBeEmpty =
      !required ||
      nullable ||
      (schema.type === 'array' && (schema.minItems ?? 0) === 0) ||
      (schema.type === 'string' && (schema.minLength ?? 0) === 0 && isPlain(schema));
    return mayBeEmpty
      ? {}
      : { [path]: schema.enum !== undefined || schema.type !== 'string' ? '请选择或填写。' : '请填写。' };
  }
  if (schema.type === 'number' || schema.type === 'integer') return numberFault(schema, Number(value), path);
  if (schema.type === 'array' && schema.items?.type === 'object') {
    const items = schema.items;
    return Object.assign(
      {},
      ...(value as readonly Value[]).map((each, at) => missingIn(items, (each ?? {}) as Values, `${path}/${at}/`)),
    ) as Record<string, string>;
  }
  if (schema.pattern !== undefined && typeof value === 'string' && !new RegExp(schema.pattern, 'u').test(value)) {
    return { [path]: '格式不对，请核对。' };
  }
  return {};
}

const isPlain = ({ enum: words, format, pattern }: Schema): boolean =>
  words === undefined && format === undefined && pattern === undefined;

function numberFault(schema: Schema, number: number, path: string): Readonly<Record<string, string>> {
  if (Number.isNaN(number)) return { [path]: '请填数字。' };
  if (schema.type === 'integer' && !Number.isInteger(number)) return { [path]: '请填整数。' };
  if (schema.minimum !== undefined && number < schema.minimum) return { [path]: `不能小于 ${schema.minimum}。` };
  if (schema.exclusiveMinimum !== undefined && number <= schema.exclusiveMinimum)
    return { [path]: `须大于 ${schema.exclusiveMinimum}。` };
  if (schema.maximum !== undefined && number > schema.maximum) return { [path]: `不能大于 ${schema.maximum}。` };
  return {};
}
