import type { PartyKind, Penalty } from '../../domain/case';

/** Who plays in a case, and what it is to come to. */
export interface Play {
  readonly lead: string;
  readonly second: string;
  readonly decider: string;
  readonly party: PartyKind;
  readonly penalty: Penalty;
  /** Decides which way the case goes. */
  readonly n: number;
}
