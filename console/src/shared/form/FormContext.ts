import { createContext } from 'react';
import type { CaseView } from '../api/types';

/** What the fields of a form need to know beside their schema: the case whose officers, clocks and measures are chosen from, if it is one case's. */
export interface FormKnows {
  readonly case: CaseView | null;
  readonly faults: Readonly<Record<string, string>>;
  /** What one should know of a field, by its path: where its value comes from, what the law allows. */
  readonly notes: Readonly<Record<string, string>>;
  readonly disabled: boolean;
}

export const FormContext = createContext<FormKnows | null>(null);
