import { Button } from 'antd';
import { useEffect, useState } from 'react';
import { PaperRow } from '../casePage/PaperRow';
import { file } from '../shared/api/client';
import { usePapers } from '../shared/api/reads';
import { Card } from '../shared/Card';
import { Loaded } from '../shared/Loaded';
import { State } from '../shared/State';

interface Opened {
  readonly label: string;
  readonly url: string;
}

/** The papers beside the file, and one of them open to read. */
export function PaperDesk({ caseId }: { readonly caseId: string }) {
  const papers = usePapers(caseId);
  const [opened, setOpened] = useState<Opened | null>(null);
  const [said, setSaid] = useState<string | null>(null);
  useEffect(
    () => () => {
      if (opened !== null) URL.revokeObjectURL(opened.url);
    },
    [opened],
  );

  async function open(id: string, label: string): Promise<void> {
    setSaid('正在制作……');
    try {
      const { content } = await file(`/api/v1/cases/${caseId}/papers/${id}.pdf`);
      setOpened({ label, url: URL.createObjectURL(content) });
      setSaid(null);
    } catch (error) {
      setSaid(error instanceof Error ? error.message : '没有打开，请重试。');
    }
  }

  return (
    <Card title="文书">
      <Loaded of={papers}>
        {({ papers: found }) =>
          found.length === 0 ? (
            <State kind="empty" title="现在没有文书" />
          ) : (
            <ol className="plain">
              {found.map((paper) => (
                <PaperRow
                  key={paper.id}
                  caseId={caseId}
                  paper={paper}
                  extra={
                    paper.allowed &&
                    paper.complete && (
                      <Button aria-label={`阅读 ${paper.label}`} onClick={() => void open(paper.id, paper.label)}>
                        阅读
                      </Button>
                    )
                  }
                />
              ))}
            </ol>
          )
        }
      </Loaded>
      {said !== null && <p role="status">{said}</p>}
      {opened !== null && <iframe className="paper" title={opened.label} src={opened.url} />}
    </Card>
  );
}
