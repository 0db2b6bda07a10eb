import { Link } from 'react-router';
import type { CaseSummary } from '../api/types';
import { LightMark } from '../LightMark';
import { isOpen } from './isOpen';
import { dayAndTime } from '../times';

export function CaseRow({ summary, to }: { readonly summary: CaseSummary; readonly to?: string }) {
  const {
    caseId,
    itemName,
    light,
    lightLabel,
    town,
    townName,
    owner,
    ownerName,
    stage,
    stageLabel,
    gradeLabel,
    dueAt,
  } = summary;
  return (
    <li>
      <Link to={to ?? `/cases/${caseId}`}>
        {isOpen(stage) ? <LightMark light={light} label={lightLabel} /> : <span className="light done">✓ 已结</span>}
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
          {dueAt !== null ? dayAndTime(dueAt) : isOpen(stage) && '无时限'}
          {dueAt !== null && <small>最早到期</small>}
        </span>
      </Link>
    </li>
  );
}
