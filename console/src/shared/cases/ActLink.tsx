import { Link } from 'react-router';
import type { CaseSummary } from '../api/types';

export interface ActLinkProps {
  readonly summary: Pick<CaseSummary, 'caseId'>;
  readonly act: string;
  readonly label: string;
  /** The way forward, before what stands beside it. */
  readonly main?: boolean;
}

/** To the act's form: a page of its own, but a review's verdict is written beside the file that it is about. */
export function ActLink({ summary: { caseId }, act, label, main = false }: ActLinkProps) {
  const to = act.endsWith('_review') ? `/review/${caseId}?verdict=${act}` : `/cases/${caseId}/acts/${act}`;
  return (
    <Link className={main ? 'button primary' : 'button'} to={to}>
      {label}
    </Link>
  );
}
