import { useTimeline } from '../shared/api/reads';
import type { CaseSummary } from '../shared/api/types';
import { CaseRow } from '../shared/cases/CaseRow';
import { Loaded } from '../shared/Loaded';
import { dayAndTime } from '../shared/times';
import { RedispatchForm } from './RedispatchForm';

export interface ReturnedCaseProps {
  readonly summary: CaseSummary;
  readonly maySend: boolean;
  readonly done: (what: string) => void;
}

/** One returned case: by whom and why, each time, and where it goes next. */
export function ReturnedCase({ summary, maySend, done }: ReturnedCaseProps) {
  const timeline = useTimeline(summary.caseId);
  return (
    <li className="returned">
      <ul className="cases">
        <CaseRow summary={summary} />
      </ul>
      <Loaded of={timeline}>
        {({ events }) => (
          <ul>
            {events
              .filter(({ type }) => type === 'dispatch_returned')
              .map(({ seq, at, who, why }) => (
                <li key={seq}>
                  {who.orgName} {who.name ?? who.id} 于 {dayAndTime(at)} 退回：{why}
                </li>
              ))}
          </ul>
        )}
      </Loaded>
      {maySend && <RedispatchForm summary={summary} done={done} />}
    </li>
  );
}
