import { usePapers } from '../shared/api/reads';
import { Card } from '../shared/Card';
import { Loaded } from '../shared/Loaded';
import { State } from '../shared/State';
import { PaperRow } from './PaperRow';

/** The papers in the order of the file. One that lacks something says what, and what to do; none is given half. */
export function PapersCard({ caseId }: { readonly caseId: string }) {
  const papers = usePapers(caseId);
  return (
    <Card title="文书">
      <Loaded of={papers}>
        {({ papers: found }) =>
          found.length === 0 ? (
            <State kind="empty" title="现在没有文书">
              <p>办理到相应环节，文书自动生成。</p>
            </State>
          ) : (
            <ol className="plain">
              {found.map((paper) => (
                <PaperRow key={paper.id} caseId={caseId} paper={paper} />
              ))}
            </ol>
          )
        }
      </Loaded>
    </Card>
  );
}
