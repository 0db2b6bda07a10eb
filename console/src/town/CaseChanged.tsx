import { Button } from 'antd';
import { useTimeline } from '../shared/api/reads';
import { dayAndTime } from '../shared/times';

/** Somebody else has acted while one wrote: what they did, before anything of ours is sent. */
export function CaseChanged({
  caseId,
  since,
  onSeen,
}: {
  readonly caseId: string;
  readonly since: number;
  readonly onSeen: () => void;
}) {
  const { data } = useTimeline(caseId);
  const fresh = (data?.events ?? []).filter(({ seq }) => seq > since);
  return (
    <div className="warning" role="alert">
      <strong>您填写期间，本案有了变化</strong>
      <ul>
        {fresh.map(({ seq, at, who, what, why }) => (
          <li key={seq}>
            {dayAndTime(at)} {who.name ?? who.roleLabel}：{what}
            {why !== null && `（${why}）`}
          </li>
        ))}
      </ul>
      <p>您填的内容没有丢。看过变化后再决定是否提交。</p>
      <Button onClick={onSeen}>看过了，继续填写</Button>
    </div>
  );
}
