import type { Catalogue } from '../domain/catalogue';
import type { CaseSearch } from '../db/listCases';

/**
 * What is looked for by the words that somebody typed: a case by its number, whole (`CZ2026-000123`) or its digits alone (`123`); else
 * cases by a part of their item's name or of a place that was reported. Never by a party's name, which is personal.
 */
export function caseSearch(typed: string, { items }: Pick<Catalogue, 'items'>): CaseSearch {
  const text = typed.trim();
  const whole = /^(?:CZ)?(\d{4})-?(\d{6,})$/i.exec(text);
  const ids = whole === null ? [] : [`CZ${whole[1] ?? ''}-${whole[2] ?? ''}`];
  if (/^\d+$/.test(text)) return { ids, number: text.padStart(6, '0') };
  if (whole !== null) return { ids, number: null };
  return { text, items: items.filter(({ name }) => name.includes(text)).map(({ code }) => code) };
}
