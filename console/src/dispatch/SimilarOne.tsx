import { Link } from 'react-router';
import { useClue } from '../shared/api/reads';
import type { Clue } from '../shared/api/types';
import { Loaded } from '../shared/Loaded';
import { dayAndTime } from '../shared/times';

type Similar = NonNullable<Clue['triage']['similar']>[number];

export function SimilarOne({ clue, similar }: { readonly clue: Clue; readonly similar: Similar }) {
  const other = useClue(similar.clueId);
  return (
    <section className="similar" aria-label={`相似的线索 ${similar.clueId}`}>
      <p>
        相似程度 {Math.round(similar.score * 100)}%：{similar.reasons.map(({ text }) => text).join('；')}
      </p>
      <div className="side-by-side">
        <Side title="这一条" clue={clue} />
        <Loaded of={other}>{(found) => <Side title="那一条" clue={found} />}</Loaded>
      </div>
      <p className="line">
        {similar.caseId !== null && <Link to={`/cases/${similar.caseId}`}>打开案件 {similar.caseId}</Link>}
        {similar.caseId !== null && clue.caseId !== null && clue.caseId !== similar.caseId && (
          <Link className="button" to={`/cases/${clue.caseId}/acts/merge_case`}>
            把本案并入该案
          </Link>
        )}
      </p>
    </section>
  );
}

function Side({ title, clue }: { readonly title: string; readonly clue: Clue }) {
  return (
    <div>
      <h3>{title}</h3>
      <p>{clue.text}</p>
      <p className="quiet">
        {[clue.place, clue.channelLabel, dayAndTime(clue.receivedAt)].filter(Boolean).join(' · ')}
      </p>
    </div>
  );
}
