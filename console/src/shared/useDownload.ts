import { useState } from 'react';
import { file } from './api/client';
import { saveFile } from './saveFile';

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
      saveFile(name, content);
    } catch (error) {
      setFailed(error instanceof Error ? error.message : '没有下载成功，请重试。');
    } finally {
      setBusy(false);
    }
  }

  return { download: (path) => void fetchAndSave(path), busy, failed };
}
