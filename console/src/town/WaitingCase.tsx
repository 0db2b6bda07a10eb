import { Link } from 'react-router';
import type { CaseSummary } from '../shared/api/types';
import { LightMark } from '../shared/LightMark';
import { dayAndTime, untilWords } from '../shared/times';

export function WaitingCase({ summary, org }: { readonly summary: CaseSummary; readonly org: string }) {
  const { caseId, itemName, light, lightLabel, dueAt, stageLabel, gradeLabel, owner, ownerName, townName, openedAt } =
    summary;
  return (
    <li className={`waiting-case ${light}`}>
      <Link className="whole" to={`/cases/${caseId}`}>
        <strong>{itemName}</strong>
        <span className="quiet">{caseId}</span>
      </Link>
      <p className="line">
        <LightMark light={light} label={lightLabel} />
        <span>{dueAt === null ? '时限暂停或没有时限' : `${untilWords(dueAt)} · ${dayAndTime(dueAt)} 到期`}</span>
      </p>
      <p className="line quiet">
        <span>{stageLabel}</span>
        <span>{gradeLabel}</span>
        <span>{townName}</span>
        {owner !== org && <span>承办：{ownerName}</span>}
        <span>{dayAndTime(openedAt)} 立卷</span>
      </p>
    </li>
  );
}
