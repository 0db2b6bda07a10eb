import { useEvidence } from '../shared/api/reads';
import type { CaseView } from '../shared/api/types';
import { Card } from '../shared/Card';
import { evidenceIn } from '../shared/evidence/evidenceIn';
import { State } from '../shared/State';
import { dayAndTime } from '../shared/times';
import { EvidenceFile } from './EvidenceFile';

/** What was registered, each with its file where the service has it and the reader may see it. */
export function EvidenceCard({ case: one }: { readonly case: Pick<CaseView, 'summary' | 'state'> }) {
  const { caseId } = one.summary;
  const { data: files } = useEvidence(caseId);
  const evidence = evidenceIn(one);
  return (
    <Card title={`证据（${evidence.length}）`}>
      {evidence.length === 0 ? (
        <State kind="empty" title="还没有登记证据" />
      ) : (
        <ol className="plain">
          {evidence.map((each) => (
            <li key={each.id}>
              <strong>{each.description}</strong>
              <p className="quiet">
                {dayAndTime(each.takenAt)} · {each.place}
              </p>
              <EvidenceFile evidence={each} files={files} />
              <code className="hash">sha256 {each.sha256}</code>
            </li>
          ))}
        </ol>
      )}
    </Card>
  );
}
