import type { CaseSummary } from '../api/types';
import { LightMark } from '../LightMark';
import { dayAndTime, untilWords } from '../times';

/** A case in one line: what, how urgent, where it stands. */
export function CaseLine({ summary }: { readonly summary: CaseSummary }) {
  const { caseId, itemName, light, lightLabel, dueAt, stageLabel, gradeLabel } = summary;
  return (
    <p className="case-line">
      <LightMark light={light} label={lightLabel} />
      <strong>{itemName}</strong>
      <span>{caseId}</span>
      <span>{stageLabel}</span>
      <span>{gradeLabel}</span>
      {dueAt !== null && (
        <span>
          {dayAndTime(dueAt)} 到期（{untilWords(dueAt)}）
        </span>
      )}
    </p>
  );
}
