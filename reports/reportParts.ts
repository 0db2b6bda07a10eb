import type { ScoreLine } from './scoreLines';

/** Who stands in it, in order. */
export interface ReportLines {
  readonly towns: readonly ScoreLine[];
  readonly orgs: readonly ScoreLine[];
}

/** PNGs. */
export interface Charts {
  readonly towns: Buffer;
  readonly orgs: Buffer;
}
