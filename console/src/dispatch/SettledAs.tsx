import { Link } from 'react-router';
import type { Triage } from '../shared/api/types';

export interface SettledAsProps {
  readonly by: string;
  readonly caseId: string | null;
  readonly triage: Pick<Triage, 'outcome' | 'itemName' | 'townName' | 'belongsTo'>;
}

/** What a clue was settled as, and the way to its case. */
export function SettledAs({ by, caseId, triage: { outcome, itemName, townName, belongsTo } }: SettledAsProps) {
  const link = caseId === null ? null : <Link to={`/cases/${caseId}`}>{caseId}</Link>;
  switch (outcome) {
    case 'case':
      return (
        <>
          已由{by}研判：成案并派往{townName}，{itemName}，案件 {link}。
        </>
      );
    case 'duplicate':
      return (
        <>
          已由{by}研判：重复上报，并入案件 {link}。
        </>
      );
    case 'not_ours':
      return (
        <>
          已由{by}研判：不属本部门，应由{belongsTo}办理。
        </>
      );
    case 'desk':
      return <>已由{by}研判。</>;
  }
}
