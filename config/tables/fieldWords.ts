import { FIELDS, type FieldMatter } from '../../domain/catalogue';
import type { Problems } from '../problems';
import { readTable } from '../readTable';

export const FIELD_WORDS_FILE = 'field_words.csv';

const COLUMNS = ['id', 'field', 'name', 'keywords', 'note'] as const;

/** Matters of a field for which neither list has an item: known by their words, settled at the desk. */
export function readFieldWords(dir: string, problems: Problems): FieldMatter[] {
  return readTable(dir, FIELD_WORDS_FILE, COLUMNS, problems).map((row) => ({
    code: row.matching('id', /^FW-\d{2}$/, '应形如 FW-01'),
    field: row.oneOf('field', FIELDS),
    name: row.text('name'),
    keywords: row.list('keywords', '|'),
    note: row.text('note'),
  }));
}
