import { useState } from 'react';
import { Link } from 'react-router';
import type { Duty } from '../shared/api/types';
import { Ladder } from '../shared/Ladder';
import { LightMark } from '../shared/LightMark';
import { dayAndTime, untilWords } from '../shared/times';

export interface DutyRowProps {
  readonly duty: Duty;
  readonly ticked: boolean;
  readonly tick: (on: boolean) => void;
}

/** One duty: whose, what, until when; its ladder is read when it is opened. */
export function DutyRow({ duty, ticked, tick }: DutyRowProps) {
  const { caseId, id, itemName, townName, orgName, name, stageLabel, dueAt, light, lightLabel } = duty;
  const [open, setOpen] = useState(false);
  return (
    <li>
      <label className="tick">
        <input
          type="checkbox"
          checked={ticked}
          aria-label={`选中 ${caseId} ${name}`}
          onChange={({ target }) => tick(target.checked)}
        />
        <LightMark light={light} label={lightLabel} />
        <strong>{name}</strong>
        <span>{orgName}</span>
        <span>{light === 'grey' ? '暂停中' : `${untilWords(dueAt)}，${dayAndTime(dueAt)} 到期`}</span>
      </label>
      <p className="line quiet">
        <Link to={`/cases/${caseId}`}>{caseId}</Link>
        <span>{itemName}</span>
        <span>{townName}</span>
        <span>{stageLabel}</span>
      </p>
      <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
        <summary>逐级预警：何时告知了谁</summary>
        {open && <Ladder caseId={caseId} clockId={id} />}
      </details>
    </li>
  );
}
