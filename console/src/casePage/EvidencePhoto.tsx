import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { file } from '../shared/api/client';

export interface EvidencePhotoProps {
  readonly path: string;
  readonly description: string;
  /** What to do where the service has another file than was registered. */
  readonly instead: ReactNode;
}

/** A photo in the page, which opens large by itself: a phone then lets one zoom in with two fingers. */
export function EvidencePhoto({ path, description, instead }: EvidencePhotoProps) {
  const [failed, setFailed] = useState<string | null>(null);

  /** A picture that doesn't show doesn't say why: asked as a file, the service does. */
  async function ask(): Promise<void> {
    try {
      await file(path);
      setFailed('浏览器显示不了这张照片，请下载后查看。');
    } catch (error) {
      setFailed(error instanceof Error ? error.message : '照片没有读出来。');
    }
  }

  if (failed !== null) {
    return (
      <>
        <p className="fault" role="alert">
          {failed}
        </p>
        <Button onClick={() => setFailed(null)}>重新读取</Button>
        {instead}
      </>
    );
  }
  return (
    <a className="evidence" href={path} target="_blank" rel="noreferrer" title="打开大图">
      <img src={path} alt={description} loading="lazy" onError={() => void ask()} />
    </a>
  );
}
