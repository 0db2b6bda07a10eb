import { Button } from 'antd';
import { Link } from 'react-router';
import { Card } from '../shared/Card';
import type { Batch, BatchAct, RowState } from './useBatch';

const ACTS: Readonly<Record<BatchAct, string>> = { urge: '催办', supervise: '督办' };
const STATES: Readonly<Record<RowState, string>> = {
  waiting: '○ 等着送',
  sent: '✓ 已下达',
  refused: '✗ 未受理',
  unanswered: '… 还没有答复',
};

export interface BatchProgressProps {
  readonly batch: Batch;
  readonly sending: boolean;
  readonly again: () => void;
  readonly putAway: () => void;
}

/** How far a batch has come, what became of each, and what can be done about what wasn't taken. */
export function BatchProgress({ batch: { act, rows }, sending, again, putAway }: BatchProgressProps) {
  const count = (state: RowState): number => rows.filter((row) => row.state === state).length;
  const [sent, refused, unanswered] = [count('sent'), count('refused'), count('unanswered')];
  const left = rows.length - sent;
  const known = sent + refused;
  // What went wrong first: that is what somebody has to read.
  const order: readonly RowState[] = ['refused', 'unanswered', 'waiting', 'sent'];
  const sorted = rows.toSorted((one, other) => order.indexOf(one.state) - order.indexOf(other.state));
  return (
    <Card title={`批量${ACTS[act]}`}>
      <progress aria-label={`批量${ACTS[act]}的进度`} max={rows.length} value={known} />
      <p role="status">
        {`共 ${rows.length} 项：已下达 ${sent}，未受理 ${refused}，还没有答复 ${unanswered}，等着送 ${count('waiting')}。`}
        {sending ? '正在逐项下达，请不要离开……' : left === 0 ? '全部完成。' : ''}
      </p>
      {!sending && left > 0 && (
        <div className="warning">
          <p>
            {unanswered > 0
              ? '没有得到答复的，可能已经下达。再送时用原来的编号，已下达的不会重复。'
              : '没有受理的原因见下。案件情况变了的，可以再送；不该再催的，结束即可。'}
          </p>
          <Button type="primary" onClick={again}>{`再送没有下达的 ${left} 项`}</Button>
        </div>
      )}
      {!sending && (
        <p>
          <Button onClick={putAway} disabled={unanswered > 0}>
            {unanswered > 0 ? '等答复明确后才能结束' : '结束，回到列表'}
          </Button>
        </p>
      )}
      <ul className="plain">
        {sorted.map(({ caseId, clockId, what, state, why }) => (
          <li key={`${caseId}/${clockId}`}>
            <p className="line">
              <strong className={state === 'sent' ? 'met' : state === 'refused' ? 'unmet' : ''}>{STATES[state]}</strong>
              <Link to={`/cases/${caseId}`}>{caseId}</Link>
              <span>{what}</span>
            </p>
            {why !== null && <p>{why}</p>}
          </li>
        ))}
      </ul>
    </Card>
  );
}
