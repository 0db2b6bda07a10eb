import { useLocation, useParams } from 'react-router';
import { useCase } from '../shared/api/reads';
import { Loaded } from '../shared/Loaded';
import { CaseFile } from './CaseFile';

/** 案件: where it stands, what one may do, and everything that happened. */
export function CasePage() {
  const { caseId = '' } = useParams();
  const location = useLocation();
  const done = (location.state as { readonly done?: string } | null)?.done;
  const one = useCase(caseId);
  return (
    <>
      {done !== undefined && (
        <p className="done" role="status">
          已提交：{done}
        </p>
      )}
      <Loaded of={one}>{(found) => <CaseFile case={found} />}</Loaded>
    </>
  );
}
