import { penaltyWords, type Penalty } from '../review/penaltyWords';
import type { CaseView } from '../shared/api/types';
import type { Schema, Values } from '../shared/form/Schema';
import { toBody } from '../shared/form/toBody';
import { dayAndTime } from '../shared/times';
import type { Carried } from './carriedFor';
import { fineRangeWords } from './fineRangeWords';
import { oddNumbers } from './oddNumbers';

const PENALTIES = ['proposal', 'conclusion', 'penalty'];

/** What stands beside the fields, by path: where a value comes from, what the law allows, and what looks mistyped. */
export function notesFor(
  one: CaseView,
  schema: Schema,
  values: Values,
  carried: Readonly<Record<string, Carried>>,
): Readonly<Record<string, string>> {
  const notes = Object.entries(carried).map(([field, { data, value, what, at }]) => {
    const where = `“${what}”（${dayAndTime(at)}）`;
    const sent = (given: Values): string => JSON.stringify(toBody(schema, given)[field]);
    if (sent(values) === sent({ ...values, [field]: value })) return [field, `沿用自${where}，请核对。`];
    return [
      field,
      PENALTIES.includes(field) ? `${where}中是：${penaltyWords(data as Penalty)}。` : `与${where}所写的不同。`,
    ];
  });
  const range = fineRangeWords(one, values);
  const fines = range === null ? [] : PENALTIES.map((field) => [`${field}/fine`, range]);
  const own = Object.entries(oddNumbers(values));
  const partys = Object.entries(oddNumbers((values['party'] ?? {}) as Values)).map(([name, said]) => [
    `party/${name}`,
    said,
  ]);
  return Object.fromEntries([...notes, ...fines, ...own, ...partys]) as Record<string, string>;
}
