import { Link } from 'react-router';
import type { Clue } from '../shared/api/types';
import { Card } from '../shared/Card';
import { SimilarOne } from './SimilarOne';

/** What may be about the same matter, side by side with this one; joining and parting are acts of the case. */
export function SimilarOnes({ clue }: { readonly clue: Clue }) {
  const similar = clue.triage.similar ?? [];
  if (similar.length === 0) return null;
  return (
    <Card title={`可能为同一事项（${similar.length}）`}>
      {similar.map((each) => (
        <SimilarOne key={each.clueId} clue={clue} similar={each} />
      ))}
      {clue.caseId !== null && (
        <p className="line">
          <Link className="button" to={`/cases/${clue.caseId}/acts/split_report`}>
            把线索从本案拆出
          </Link>
        </p>
      )}
    </Card>
  );
}
