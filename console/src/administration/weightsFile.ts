import type { CatalogueTable } from '../shared/api/types';
import { tableFile } from './tableFile';

export interface NewVersion {
  readonly formula: string;
  readonly version: number;
  readonly label: string;
  readonly inForceFrom: string;
  readonly parts: readonly {
    readonly indicator: string;
    readonly version: number;
    readonly weight: number;
    readonly countsAs: string;
  }[];
}

/** score_weights.csv with one more version at its end; what stands in it stays. */
export function weightsFile({ columns, rows }: CatalogueTable, next: NewVersion): string {
  const added = next.parts.map((part) => {
    const cells: Readonly<Record<string, string>> = {
      formula: next.formula,
      version: String(next.version),
      label: next.label,
      in_force_from: next.inForceFrom,
      indicator: part.indicator,
      indicator_version: String(part.version),
      weight: String(part.weight),
      counts_as: part.countsAs,
      verified: 'no',
    };
    return columns.map(({ name }) => cells[name] ?? '');
  });
  return tableFile(columns, [...rows, ...added]);
}
