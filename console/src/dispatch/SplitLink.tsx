import { Link } from 'react-router';
import { useCase } from '../shared/api/reads';

/** To the act that parts a clue from its case; nothing where that can't be done, as where the case rests on it alone. */
export function SplitLink({ caseId, clueId }: { readonly caseId: string; readonly clueId: string }) {
  const { data } = useCase(caseId);
  if (data?.availableActs.some(({ act }) => act === 'split_report') !== true) return null;
  return (
    <p>
      <Link className="button" to={`/cases/${caseId}/acts/split_report?clueId=${clueId}`}>
        不是同一件事，把这条线索拆出
      </Link>
    </p>
  );
}
