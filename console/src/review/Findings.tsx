import { useTimeline } from '../shared/api/reads';
import type { CaseView } from '../shared/api/types';
import { Card } from '../shared/Card';
import { Facts } from '../shared/Facts';
import { penaltyWords, type Penalty } from './penaltyWords';

interface Said {
  readonly verification?: { readonly facts: string } | null;
  readonly proposal?: Penalty | null;
  readonly rectification?: { readonly requirement: string } | null;
}

/** What the investigation found and proposes. */
export function Findings({ case: { summary, state, party } }: { readonly case: CaseView }) {
  const { verification, proposal, rectification } = state as Said;
  const { data: timeline } = useTimeline(summary.caseId);
  const report = timeline?.events.findLast(({ type }) => type === 'investigation_ended')?.why ?? null;
  return (
    <Card title="调查结果">
      <Facts
        of={[
          ['事项', `${summary.itemName}（${summary.item}）`],
          ['当事人', party?.name ?? '尚未确认'],
          ['承办', `${summary.ownerName}，${summary.gradeLabel}`],
          ['核查情况', verification?.facts ?? null],
          ['责令改正', rectification?.requirement ?? null],
          ['调查终结报告', report === null ? null : <span className="report">{report}</span>],
          ['处罚建议', proposal == null ? '还没有' : penaltyWords(proposal)],
        ]}
      />
    </Card>
  );
}
