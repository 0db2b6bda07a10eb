import { useState } from 'react';
import { useMe } from '../shared/api/reads';
import type { ClueAnswer } from '../shared/api/types';
import { Judgement } from './Judgement';
import { ReportForm } from './ReportForm';
import { useOverview } from '../shared/api/reads';

/** 上报线索: the entry form and, at once, what was made of it. */
export function ReportPage() {
  const { data: me } = useMe();
  const { data: overview } = useOverview();
  const [answer, setAnswer] = useState<ClueAnswer | null>(null);
  if (me === undefined || overview === undefined) return null;
  return (
    <div className="narrow">
      <h1>上报线索</h1>
      <ReportForm me={me} channels={overview.labels.channels} answered={setAnswer} />
      {answer !== null && (
        <div role="status">
          <Judgement
            outcomeLabel={overview.labels.outcomes[answer.triage.outcome] ?? answer.triage.outcome}
            triage={answer.triage}
            caseId={answer.caseId}
          />
        </div>
      )}
    </div>
  );
}
