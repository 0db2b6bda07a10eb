import type { CaseView } from '../api/types';

export interface Evidence {
  readonly id: string;
  readonly sha256: string;
  readonly kind: string;
  readonly description: string;
  readonly takenAt: string;
  readonly place: string;
  readonly storeKey: string;
}

/** What a case has registered. */
export function evidenceIn({ state }: Pick<CaseView, 'state'>): readonly Evidence[] {
  return (state['evidence'] ?? []) as readonly Evidence[];
}
