import { useState } from 'react';
import { Link } from 'react-router';
import { useOverdueAppeals } from '../shared/api/reads';
import type { OverdueAppeal } from '../shared/api/types';
import { Card } from '../shared/Card';
import { Facts } from '../shared/Facts';
import { LightMark } from '../shared/LightMark';
import { Loaded } from '../shared/Loaded';
import { State } from '../shared/State';
import { dayAndTime } from '../shared/times';

/** 超期申诉: that it was late stands; whether it counts is judged here. */
export function AppealList() {
  const [judged, setJudged] = useState(false);
  const appeals = useOverdueAppeals(judged);
  return (
    <Card
      title="超期申诉"
      extra={
        <label>
          <span className="quiet">看</span>{' '}
          <select value={String(judged)} onChange={({ target }) => setJudged(target.value === 'true')}>
            <option value="false">待裁定的</option>
            <option value="true">已裁定的</option>
          </select>
        </label>
      }
    >
      <p className="quiet">超期的事实不会改变；申诉成立的，不计入履职评估。承办人和申诉人不能裁定。</p>
      <Loaded of={appeals}>
        {({ appeals: found }) =>
          found.length === 0 ? (
            <State kind="empty" title={judged ? '没有已裁定的申诉' : '没有待裁定的申诉'}>
              <p>未结案件的超期申诉会出现在这里。</p>
            </State>
          ) : (
            <ul className="plain">
              {found.map((appeal) => (
                <Appeal key={`${appeal.caseId}/${appeal.overdueId}`} appeal={appeal} />
              ))}
            </ul>
          )
        }
      </Loaded>
    </Card>
  );
}

function Appeal({ appeal }: { readonly appeal: OverdueAppeal }) {
  const { caseId, overdueId, name, itemName, light, lightLabel, judgeBy, judgement } = appeal;
  return (
    <li>
      <p className="line">
        <strong>{`${overdueId} ${name}`}</strong>
        {light !== null && lightLabel !== null && <LightMark light={light} label={lightLabel} />}
        <Link to={`/cases/${caseId}`}>{caseId}</Link>
        <span>{itemName}</span>
        <span>{appeal.townName}</span>
      </p>
      <Facts
        of={[
          ['责任单位', [appeal.orgName, appeal.personName ?? '没有具体责任人'].join(' · ')],
          ['原定到期', dayAndTime(appeal.dueAt)],
          ['申诉理由', appeal.reason],
          ['申诉', `${dayAndTime(appeal.appealedAt)} ${appeal.byName}`],
          ['裁定期限', judgeBy === null ? null : dayAndTime(judgeBy)],
          [
            '裁定',
            judgement === null ? null : `${judgement.granted ? '✓ 成立，不计分' : '✗ 不成立'}：${judgement.reason}`,
          ],
          ['裁定人', judgement?.byName],
        ]}
      />
      {judgement === null && (
        <p className="buttons">
          <Link className="button primary" to={`/cases/${caseId}/acts/judge_overdue_appeal?overdueId=${overdueId}`}>
            裁定
          </Link>
        </p>
      )}
    </li>
  );
}
