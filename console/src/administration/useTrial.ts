import { useState } from 'react';
import { ApiError } from '../shared/api/ApiError';
import { post } from '../shared/api/client';

export interface Trial<T> {
  readonly busy: boolean;
  /** Why the service won't try it. */
  readonly fault: string | null;
  readonly result: T | null;
  /** `body` may take a while to be read. */
  readonly run: (body: object | Promise<object>) => Promise<void>;
  /** What was tried is no longer what is meant. */
  readonly forget: () => void;
}

/** Tries something over at the service, which changes nothing by it: what comes of it, or why it can't be tried. */
export function useTrial<T>(path: string, patienceMs?: number): Trial<T> {
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<string | null>(null);
  const [result, setResult] = useState<T | null>(null);

  async function run(body: object | Promise<object>): Promise<void> {
    setBusy(true);
    setFault(null);
    setResult(null);
    try {
      setResult((await post(path, await body, {}, patienceMs)).body as T);
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      setFault(error.message);
    } finally {
      setBusy(false);
    }
  }

  return { busy, fault, result, run, forget: () => setResult(null) };
}
