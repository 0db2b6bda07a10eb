import { useState } from 'react';
import { file } from './api/client';

export interface Download {
  readonly download: (path: string) => void;
  readonly busy: boolean;
  readonly failed: string | null;
}

/** Fetches a file of the service and hands it to the browser under the name that it was given. */
export function useDownload(): Download {
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState<string | null>(null);

  async function fetchAndSave(path: string): Promise<void> {
    setBusy(true);
    setFailed(null);
    try {
      const { name, content } = await file(path);
      const link = document.createElement('a');
      link.href = URL.createObjectURL(content);
      link.download = name;
      link.click();
      URL.revokeObjectURL(link.href);
    } catch (error) {
      setFailed(error instanceof Error ? error.message : '没有下载成功，请重试。');
    } finally {
      setBusy(false);
    }
  }

  return { download: (path) => void fetchAndSave(path), busy, failed };
}
