import { useState } from 'react';
import { useChannels, useMe, useOverview } from '../shared/api/reads';
import type { ChannelDoor, ClueAnswer } from '../shared/api/types';
import { Judgement } from './Judgement';
import { ReportForm } from './ReportForm';

/** What a report can bring that is typed in here. */
const TYPED: readonly string[] = ['number', 'place', 'position', 'itemCode'];

const isTyped = ({ open, required }: ChannelDoor): boolean =>
  open && required.every(({ field }) => TYPED.includes(field));

/** 上报线索: the entry form and, at once, what was made of it. */
export function ReportPage() {
  const { data: me } = useMe();
  const { data: overview } = useOverview();
  const { data: doors } = useChannels();
  const [answer, setAnswer] = useState<ClueAnswer | null>(null);
  if (me === undefined || overview === undefined || doors === undefined) return null;
  const [first, ...others] = doors.channels.filter(isTyped);
  return (
    <div className="narrow">
      <h1>上报线索</h1>
      {first === undefined ? (
        <p>您的角色没有可以录入线索的渠道。</p>
      ) : (
        <ReportForm me={me} channels={[first, ...others]} answered={setAnswer} />
      )}
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
