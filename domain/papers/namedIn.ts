import { fieldsOf } from './fields';
import type { Field, Paper, PaperKind, Value } from './paper';

/** Whom papers refer to, and the edge must look up to fill them. */
export function namedIn(papers: readonly Pick<Paper, 'fields'>[]): {
  readonly persons: readonly string[];
  readonly officers: readonly string[];
} {
  const values = papers.flatMap(({ fields }) => Object.values(fields).flatMap(valuesIn));
  return {
    persons: [...new Set(values.flatMap((value) => (isOf(value, 'person') ? [value.person] : [])))],
    officers: [...new Set(values.flatMap((value) => (isOf(value, 'officers') ? value.officers : [])))],
  };
}

/** Whether a paper of this kind names the party: who may not see the party may not have it. */
export function namesParty(kind: PaperKind): boolean {
  return fieldsOf(kind).has('当事人');
}

function valuesIn(field: Field): readonly Value[] {
  if (field === null) return [];
  if (typeof field === 'string' || !('length' in field)) return [field];
  return field.flatMap((row) => Object.values(row));
}

function isOf<K extends string>(value: Value, key: K): value is Extract<Value, Readonly<Record<K, unknown>>> {
  return typeof value === 'object' && key in value;
}
