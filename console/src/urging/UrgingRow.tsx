import { Link } from 'react-router';
import type { Urging } from '../shared/api/types';
import { Facts } from '../shared/Facts';
import { LightMark } from '../shared/LightMark';
import { dayAndTime, untilWords } from '../shared/times';

/** One urging or order with its answer; an order that was answered leads to its check. */
export function UrgingRow({ urging }: { readonly urging: Urging }) {
  const { caseId, id, kindLabel, listed, standing, standingLabel, light, lightLabel, dueAt, returns } = urging;
  return (
    <li>
      <p className="line">
        <strong>{`${listed ? '挂牌' : ''}${kindLabel} ${id}`}</strong>
        <span className="tag">{standingLabel}</span>
        {light !== null && lightLabel !== null && <LightMark light={light} label={lightLabel} />}
        <Link to={`/cases/${caseId}`}>{caseId}</Link>
        <span>{urging.itemName}</span>
        <span>{urging.townName}</span>
      </p>
      <Facts
        of={[
          ['要求', urging.requirement],
          ['下达', `${dayAndTime(urging.at)} ${urging.byName}`],
          ['责任单位', urging.orgName],
          ['答复期限', dueAt === null ? null : `${dayAndTime(dueAt)}（${untilWords(dueAt)}）`],
          ['答复', urging.answer],
          [
            '答复人',
            urging.answeredAt === null ? null : `${dayAndTime(urging.answeredAt)} ${urging.answeredByName ?? ''}`,
          ],
          ['核查意见', urging.opinion],
          ['退回次数', returns === 0 ? null : returns],
        ]}
      />
      {standing === 'to_check' && (
        <p className="buttons">
          <Link className="button primary" to={`/cases/${caseId}/acts/check_supervision?urgingId=${id}`}>
            核查：认可或退回
          </Link>
        </p>
      )}
    </li>
  );
}
