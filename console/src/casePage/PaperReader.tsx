import { useEffect, useState } from 'react';

/** The browser's viewer at the width of the page, without its column of small pages. */
const AT_FULL_WIDTH = '#view=FitH&navpanes=0';

export interface PaperReaderProps {
  readonly title: string;
  /** Asked anew when it is another. */
  readonly read: () => Promise<Blob>;
}

/** A paper to be read in the page; a phone that shows none there opens it by itself. */
export function PaperReader({ title, read }: PaperReaderProps) {
  const [url, setUrl] = useState<string | null>(null);
  const [failed, setFailed] = useState<string | null>(null);
  useEffect(() => {
    let left = false;
    let made: string | null = null;
    read().then(
      (content) => {
        if (left) return;
        made = URL.createObjectURL(content);
        setUrl(made);
      },
      (error: unknown) => {
        if (!left) setFailed(error instanceof Error ? error.message : '没有打开，请重试。');
      },
    );
    return () => {
      left = true;
      if (made !== null) URL.revokeObjectURL(made);
    };
  }, [read]);
  if (failed !== null) {
    return (
      <p className="fault" role="alert">
        {failed}
      </p>
    );
  }
  if (url === null) return <p role="status">正在制作……</p>;
  return (
    <>
      <iframe className="paper" title={title} src={`${url}${AT_FULL_WIDTH}`} />
      <p>
        <a href={url} target="_blank" rel="noreferrer">
          单独打开
        </a>
      </p>
    </>
  );
}
