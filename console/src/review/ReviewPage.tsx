import { Link, useParams } from 'react-router';
import { EvidenceCard } from '../casePage/EvidenceCard';
import { TimelineCard } from '../casePage/TimelineCard';
import { useCase } from '../shared/api/reads';
import type { CaseView } from '../shared/api/types';
import { CaseLine } from '../shared/cases/CaseLine';
import { Loaded } from '../shared/Loaded';
import { Findings } from './Findings';
import { GateList } from './GateList';
import { Opinions } from './Opinions';
import { PapersCard } from '../casePage/PapersCard';
import './review.css';
import { Verdict } from './Verdict';

/** One case under review: the whole file on one side, and the verdict beside it wherever one reads. */
export function ReviewPage() {
  const { caseId = '' } = useParams();
  const one = useCase(caseId);
  return (
    <>
      <Link className="back" to="/review">
        ← 返回审核队列
      </Link>
      <Loaded of={one}>{(found) => <UnderReview case={found} />}</Loaded>
    </>
  );
}

function UnderReview({ case: one }: { readonly case: CaseView }) {
  const { summary, state } = one;
  return (
    <>
      <h1>法制审核：{summary.itemName}</h1>
      <CaseLine summary={summary} />
      <div className="under-review">
        <div>
          <Findings case={one} />
          <PapersCard caseId={summary.caseId} />
          <GateList caseId={summary.caseId} stage={summary.stage} />
          <Opinions state={state} />
          <EvidenceCard case={one} />
          <TimelineCard caseId={summary.caseId} />
        </div>
        <Verdict case={one} />
      </div>
      <p>
        <Link to={`/cases/${summary.caseId}`}>打开完整案卷（期限推算、核对案卷等）</Link>
      </p>
    </>
  );
}
