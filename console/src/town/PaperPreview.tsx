import { Button } from 'antd';
import { useCallback, useState } from 'react';
import { PaperReader } from '../casePage/PaperReader';
import { file } from '../shared/api/client';

export interface PaperPreviewProps {
  readonly path: string;
  /** What would be sent now. */
  readonly body: unknown;
  /** Says at the fields what is missing. */
  readonly isComplete: () => boolean;
}

/** The paper that the form would make, before it is sent. What would be refused is refused here with the same words. */
export function PaperPreview({ path, body, isComplete }: PaperPreviewProps) {
  const [asked, setAsked] = useState<{ readonly body: string; readonly time: number } | null>(null);
  return (
    <div className="preview">
      <Button
        size="large"
        onClick={() => {
          setAsked(isComplete() ? { body: JSON.stringify(body), time: (asked?.time ?? 0) + 1 } : null);
        }}
      >
        预览文书
      </Button>
      {asked !== null &&
        (asked.body === JSON.stringify(body) ? (
          <Preview key={asked.time} path={path} body={asked.body} />
        ) : (
          <p className="warning" role="status">
            内容已改，请重新预览。
          </p>
        ))}
    </div>
  );
}

function Preview({ path, body }: { readonly path: string; readonly body: string }) {
  const read = useCallback(async () => (await file(path, JSON.parse(body) as unknown)).content, [body, path]);
  return <PaperReader title="文书预览" read={read} />;
}
