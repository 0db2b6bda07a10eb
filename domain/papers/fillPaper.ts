import { fieldsOf } from './fields';
import type { Field, Paper, Row, Value } from './paper';

/** Names and numbers that events only refer to, as the registers have them. */
export interface Known {
  readonly persons: Readonly<
    Record<string, Readonly<Record<'name' | 'idNumber' | 'phone' | 'address', string | null>>>
  >;
  readonly officers: Readonly<Record<string, { readonly name: string; readonly certificateNo: string | null }>>;
}

export interface Lack {
  readonly field: string;
  readonly reason: string;
}

/** What a template is filled with: texts, rows of texts, and null for a passage that the paper has not. */
export type Filled = Readonly<Record<string, string | null | readonly Readonly<Record<string, string>>[]>>;

const PARTS = { name: '姓名或者名称', idNumber: '证件号码', phone: '电话', address: '住址（住所）' } as const;

/**
 * A paper with its references filled in, or what it lacks, by name. Only an optional field may be absent; whatever else
 * is not on file is named, so that no blank is ever printed.
 */
export function fillPaper(
  paper: Pick<Paper, 'kind' | 'fields'>,
  known: Known,
): { readonly filled: Filled; readonly missing: readonly Lack[] } {
  const filled: Record<string, Filled[string]> = {};
  const missing: Lack[] = [];
  for (const [name, { optional }] of fieldsOf(paper.kind)) {
    const found = fill(paper.fields[name] ?? null, known);
    if (found.lacks !== null && !optional) missing.push({ field: name, reason: found.lacks });
    filled[name] = found.lacks === null ? found.value : null;
  }
  return { filled, missing };
}

type Found = { readonly lacks: null; readonly value: Filled[string] } | { readonly lacks: string };

function fill(field: Field, known: Known): Found {
  if (field === null) return { lacks: '没有登记' };
  if (!isRows(field)) return textOf(field, known);
  if (field.length === 0) return { lacks: '没有登记任何一项' };
  const rows: Record<string, string>[] = [];
  for (const row of field) {
    const cells: Record<string, string> = {};
    for (const [column, value] of Object.entries(row)) {
      const found = textOf(value, known);
      if (found.lacks !== null) return { lacks: `${column}：${found.lacks}` };
      cells[column] = found.value;
    }
    rows.push(cells);
  }
  return { lacks: null, value: rows };
}

function isRows(field: Value | readonly Row[]): field is readonly Row[] {
  return Array.isArray(field);
}

function textOf(
  value: Value,
  known: Known,
): { readonly lacks: null; readonly value: string } | { readonly lacks: string } {
  if (typeof value === 'string') return present(value, '没有登记');
  if ('missing' in value) return { lacks: value.missing };
  if ('person' in value) {
    return present(
      known.persons[value.person]?.[value.part] ?? '',
      `人员库中没有当事人的${PARTS[value.part]}，请补登记`,
    );
  }
  if (value.officers.length === 0) return { lacks: '没有指派承办人' };
  const texts = value.officers.map((id) => {
    const officer = known.officers[id];
    return (value.part === 'name' ? officer?.name : officer?.certificateNo) ?? null;
  });
  const unknown = value.officers.filter((_id, index) => texts[index] === null);
  return unknown.length === 0
    ? present(texts.join('、'), '没有登记')
    : { lacks: `名册中没有${unknown.join('、')}的${value.part === 'name' ? '姓名' : '执法证号'}` };
}

function present(
  text: string,
  lacks: string,
): { readonly lacks: null; readonly value: string } | { readonly lacks: string } {
  const trimmed = text.trim();
  return trimmed === '' ? { lacks } : { lacks: null, value: trimmed };
}
