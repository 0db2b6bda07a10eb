import { Card } from '../shared/Card';
import { State } from '../shared/State';
import { dayAndTime } from '../shared/times';

interface Review {
  readonly reviewer: string;
  readonly verdict: string;
  readonly opinion: string;
  readonly at: string;
}

const VERDICTS: Readonly<Record<string, string>> = {
  pass: '同意',
  return: '退回补充',
  disagree: '不同意',
  correct: '纠正',
  decline: '不属本机关管辖',
};

export function Opinions({ state }: { readonly state: Readonly<Record<string, unknown>> }) {
  const reviews = (state['reviews'] ?? []) as readonly Review[];
  return (
    <Card title="以前的审核意见">
      {reviews.length === 0 ? (
        <State kind="empty" title="这是第一次送审" />
      ) : (
        <ol className="plain">
          {reviews.toReversed().map(({ at, reviewer, verdict, opinion }) => (
            <li key={at}>
              <strong>{VERDICTS[verdict] ?? verdict}</strong> {dayAndTime(at)} {reviewer}
              <p>{opinion}</p>
            </li>
          ))}
        </ol>
      )}
    </Card>
  );
}
