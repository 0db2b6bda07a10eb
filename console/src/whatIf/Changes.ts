import type { WhatIfBase, WhatIfBody } from '../shared/api/types';

/** What would be another in the scenario; nothing of it: only the base is asked about. */
export type Changes = WhatIfBody['changes'];

export interface ChangesProps {
  readonly base: WhatIfBase;
  readonly changes: Changes;
  readonly change: (changes: Changes) => void;
}
