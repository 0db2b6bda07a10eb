import { Link } from 'react-router';
import type { Duty, Me } from '../shared/api/types';
import { LightMark } from '../shared/LightMark';
import { dayAndTime, untilWords } from '../shared/times';

/** What a duty is answered with, where one press is enough to get there; everything else begins on the case's page. */
const ANSWERS: Readonly<Record<string, (id: string) => readonly (readonly [label: string, to: string])[]>> = {
  accept: () => [
    ['接单', 'accept'],
    ['退单', 'return_dispatch'],
  ],
  answer_cooperation: (id) => [['答复', `answer_cooperation?taskId=${id}`]],
  answer_guidance: (id) => [['答复', `answer_guidance?guidanceId=${id}`]],
  answer_urging: (id) => [['答复', `answer_urging?urgingId=${id}`]],
  answer_supervision: (id) => [['答复', `answer_urging?urgingId=${id}`]],
};

export interface DutyCardProps {
  readonly me: Me;
  /** All of one case, the most urgent first. */
  readonly duties: readonly [Duty, ...Duty[]];
}

/** A case in which something is owed: what, until when, and what tells it from another of the same item. */
export function DutyCard({ me, duties }: DutyCardProps) {
  const [{ caseId, itemName, place, openedAt, light, stageLabel, town, townName }] = duties;
  return (
    <li className={`waiting-case ${light}`}>
      <Link className="whole" to={`/cases/${caseId}`}>
        <strong>{itemName}</strong>
        <span>{place ?? '没有写明地点'}</span>
      </Link>
      <ul className="owed">
        {duties.map((duty) => (
          <li key={duty.id}>
            <p className="line">
              <LightMark light={duty.light} label={duty.lightLabel} />
              <strong>{duty.kindLabel}</strong>
              <span>
                {duty.light === 'grey' ? '暂停中' : `${untilWords(duty.dueAt)} · ${dayAndTime(duty.dueAt)} 到期`}
              </span>
              {duty.person === me.id && <span className="tag">您主办</span>}
            </p>
            <p className="quiet">{duty.name}</p>
            <Answers duty={duty} />
          </li>
        ))}
      </ul>
      <p className="line quiet">
        <span>{caseId}</span>
        <span>{stageLabel}</span>
        {town !== me.org && <span>{townName}</span>}
        <span>{dayAndTime(openedAt)} 立卷</span>
      </p>
    </li>
  );
}

function Answers({ duty: { caseId, id, kind } }: { readonly duty: Duty }) {
  const answers = ANSWERS[kind]?.(id) ?? [];
  if (answers.length === 0) return null;
  return (
    <p className="line buttons">
      {answers.map(([label, to], at) => (
        <Link key={to} className={at === 0 ? 'button primary' : 'button'} to={`/cases/${caseId}/acts/${to}`}>
          {label}
        </Link>
      ))}
    </p>
  );
}
