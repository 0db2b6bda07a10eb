import { Button } from 'antd';
import { useCallback, useState } from 'react';
import { file } from '../shared/api/client';
import { usePapers } from '../shared/api/reads';
import type { Paper } from '../shared/api/types';
import { Card } from '../shared/Card';
import { Loaded } from '../shared/Loaded';
import { State } from '../shared/State';
import { PaperReader } from './PaperReader';
import { PaperRow } from './PaperRow';

/** The papers in the order of the file, one of them open to read. One that lacks something says what; none is given half. */
export function PapersCard({ caseId }: { readonly caseId: string }) {
  const papers = usePapers(caseId);
  const [open, setOpen] = useState<string | null>(null);
  const wordFor = ({ id }: Paper): string => (open === id ? '收起' : '阅读');
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
                <PaperRow
                  key={paper.id}
                  caseId={caseId}
                  paper={paper}
                  extra={
                    <Button
                      aria-label={`${wordFor(paper)} ${paper.label}`}
                      onClick={() => setOpen(open === paper.id ? null : paper.id)}
                    >
                      {wordFor(paper)}
                    </Button>
                  }
                >
                  {open === paper.id && <OnePaper caseId={caseId} paper={paper} />}
                </PaperRow>
              ))}
            </ol>
          )
        }
      </Loaded>
    </Card>
  );
}

function OnePaper({ caseId, paper: { id, label } }: { readonly caseId: string; readonly paper: Paper }) {
  const read = useCallback(async () => {
    const { content } = await file(`/api/v1/cases/${caseId}/papers/${id}.pdf`);
    return content;
  }, [caseId, id]);
  return <PaperReader title={label} read={read} />;
}
