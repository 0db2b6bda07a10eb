import { Card } from '../shared/Card';
import { Ladder } from '../shared/Ladder';

export function LadderCard({ caseId }: { readonly caseId: string }) {
  return (
    <Card title="逐级预警">
      <Ladder caseId={caseId} />
    </Card>
  );
}
