import type { Catalogue } from '../domain/catalogue';
import { CASE_PERIODS } from '../domain/openCase';
import { loadCatalogue } from './catalogue';
import { requirePeriods } from './requirePeriods';

/** A catalogue that has every period that a case needs. Throws a CatalogueError. */
export function loadChecked(dir: string): Catalogue {
  const catalogue = loadCatalogue(dir);
  requirePeriods(catalogue, CASE_PERIODS);
  return catalogue;
}
