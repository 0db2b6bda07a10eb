import { Link } from 'react-router';
import type { CaseSummary } from '../api/types';
import { LightMark } from '../LightMark';
import { dayAndTime } from '../times';

export function CaseRow({ summary, to }: { readonly summary: CaseSummary; readonly to?: string }) {
  const { caseId, itemName, light, lightLabel, town, townName, owner, ownerName, stageLabel, gradeLabel, dueAt } =
    summary;
  return (
    <li>
      <Link to={to ?? `/cases/${caseId}`}>
        <LightMark light={light} label={lightLabel} />
        <span>
          <strong>{itemName}</strong>
          <small>{caseId}</small>
        </span>
        <span>
          {townName}
          {owner !== town && <small>承办：{ownerName}</small>}
        </span>
        <span>
          {stageLabel}
          <small>{gradeLabel}</small>
        </span>
        <span>
          {dueAt === null ? '无时限' : dayAndTime(dueAt)}
          {dueAt !== null && <small>最早到期</small>}
        </span>
      </Link>
    </li>
  );
}
