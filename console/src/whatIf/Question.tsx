import { useState } from 'react';
import type { WhatIfBase, WhatIfBody } from '../shared/api/types';
import { Card } from '../shared/Card';
import { dateOf } from '../shared/times';
import type { Changes } from './Changes';
import { ItemChanges } from './ItemChanges';
import { PeriodChanges } from './PeriodChanges';
import { RuleChanges } from './RuleChanges';
import { SeasonFields, type Season } from './SeasonFields';
import { StaffChanges } from './StaffChanges';

const NONE: Changes = { periods: [], rules: [], items: [], staffing: [] };

export interface QuestionProps {
  readonly base: WhatIfBase;
  readonly running: boolean;
  readonly ask: (body: WhatIfBody) => void;
}

/** Which season, and what would be another. What isn't changed stays as it is. */
export function Question({ base, running, ask }: QuestionProps) {
  const [season, setSeason] = useState<Season>(() => firstSeason(base));
  const [changes, setChanges] = useState<Changes>(NONE);
  const count = Object.values(changes).reduce((sum, { length }) => sum + length, 0);
  return (
    <form
      aria-label="推演什么"
      onSubmit={(event) => {
        event.preventDefault();
        if (!running) ask({ ...season, changes });
      }}
    >
      <Card title="哪一季">
        <SeasonFields base={base} season={season} change={setSeason} />
      </Card>
      <Card
        className="changes"
        title={`假设改什么（已改 ${count} 处）`}
        extra={
          count > 0 && (
            <button type="button" className="link" onClick={() => setChanges(NONE)}>
              全部还原
            </button>
          )
        }
      >
        <PeriodChanges base={base} changes={changes} change={setChanges} />
        <RuleChanges base={base} changes={changes} change={setChanges} />
        <ItemChanges base={base} changes={changes} change={setChanges} />
        <StaffChanges base={base} changes={changes} change={setChanges} />
      </Card>
      <div className="what-if-run">
        <button type="submit" className="button primary" disabled={running}>
          {count === 0 ? '只推演现行' : `推演现行和假设（${count} 处）`}
        </button>
      </div>
    </form>
  );
}

/** The first half of this year; a made-up one, for there may be no past yet. */
function firstSeason({ earliest }: WhatIfBase): Season {
  const year = dateOf(Date.now()).slice(0, 4);
  const from = `${year}-01-01`;
  return {
    season: 'made_up',
    from: from < earliest ? earliest : from,
    to: `${year}-06-30`,
    replications: 100,
    seed: 1,
  };
}
