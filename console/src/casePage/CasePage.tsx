import { useParams } from 'react-router';
import { useCase } from '../shared/api/reads';
import { Done } from '../shared/Done';
import { Loaded } from '../shared/Loaded';
import { CaseFile } from './CaseFile';

/** 案件: where it stands, what one may do, and everything that happened. */
export function CasePage() {
  const { caseId = '' } = useParams();
  const one = useCase(caseId);
  return (
    <>
      <Done />
      <Loaded of={one}>{(found) => <CaseFile case={found} />}</Loaded>
    </>
  );
}
