import type { Clue } from '../shared/api/types';
import { Card } from '../shared/Card';
import { SimilarOne } from './SimilarOne';
import { SplitLink } from './SplitLink';

/** What may be about the same matter, side by side with this one; joining and parting are acts of the case. */
export function SimilarOnes({ clue }: { readonly clue: Clue }) {
  const similar = clue.triage.similar ?? [];
  if (similar.length === 0) return null;
  return (
    <Card title={`可能为同一事项（${similar.length}）`}>
      {similar.map((each) => (
        <SimilarOne key={each.clueId} clue={clue} similar={each} />
      ))}
      {clue.outcome === 'case' && clue.caseId !== null && <SplitLink caseId={clue.caseId} clueId={clue.clueId} />}
    </Card>
  );
}
