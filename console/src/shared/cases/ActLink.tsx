import { Link } from 'react-router';
import type { CaseSummary } from '../api/types';

export interface ActLinkProps {
  readonly summary: Pick<CaseSummary, 'caseId' | 'stage'>;
  readonly act: string;
  readonly label: string;
  /** The way forward, before what stands beside it. */
  readonly main?: boolean;
}

export function ActLink({ summary, act, label, main = false }: ActLinkProps) {
  return (
    <Link className={main ? 'button primary' : 'button'} to={`/cases/${summary.caseId}/acts/${act}`}>
      {label}
    </Link>
  );
}
