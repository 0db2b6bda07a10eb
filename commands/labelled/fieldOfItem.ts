import type { Catalogue, Field } from '../../domain/catalogue';

/** The field of a penalty or patrol item, by its code. */
export function fieldOfItem({ items, patrolItems }: Catalogue): (code: string) => Field | null {
  const fields = new Map([...items, ...patrolItems].map(({ code, field }) => [code, field]));
  return (code) => fields.get(code) ?? null;
}
