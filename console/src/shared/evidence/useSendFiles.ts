import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { ApiError } from '../api/ApiError';
import { sendFile } from '../api/client';
import { evidenceOf } from '../api/reads';
import { filesOf, forgetFile, readFile, type LocalFile } from './localFiles';
import { uploads } from './uploads';

/** How soon what lies here is looked at again: a link that broke off comes back by itself. */
const AGAIN_MS = 3_000;
/** What isn't registered yet will be by this page, which then forgets by itself what it knew of the case. */
const DRAFT_MS = 60_000;

let wake = (): void => undefined;

/** Something was registered or chosen: looked at now and not at the next round. */
export const sendSoon = (): void => wake();

/**
 * Sends what lies in this browser and is registered by now, one file after another and again after each break of the link, and lets go of
 * a file only once the service has said that it has it.
 */
export function useSendFiles(person: string | undefined): void {
  const queries = useQueryClient();
  useEffect(() => {
    if (person === undefined) return;
    const stop = new AbortController();
    void sendOnAndOn(person, queries, stop.signal);
    return () => {
      stop.abort();
      wake();
    };
  }, [person, queries]);
}

async function sendOnAndOn(person: string, queries: QueryClient, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    for (const file of await filesOf(person)) if (!signal.aborted) await send(file, queries, signal);
    if (signal.aborted) return;
    await new Promise<void>((resolve) => {
      wake = resolve;
      setTimeout(resolve, AGAIN_MS);
    });
  }
}

async function send(file: LocalFile, queries: QueryClient, signal: AbortSignal): Promise<void> {
  const { caseId, sha256 } = file;
  // Sent again it would be refused again.
  if (uploads.of(file)?.kind === 'refused') return;
  let registered = uploads.of(file) !== null;
  try {
    const staleTime = registered ? 0 : DRAFT_MS;
    const { files } = await queries.fetchQuery({ ...evidenceOf(caseId), staleTime });
    const one = files.find((each) => each.sha256 === sha256);
    // Chosen for a form that isn't sent yet; or nobody takes files here.
    if (one === undefined || one.stored === null) {
      uploads.set(file, null);
      return;
    }
    registered = true;
    if (!one.stored || file.anew) {
      const content = await readFile(file);
      if (content === null) {
        uploads.set(file, null);
        return;
      }
      uploads.set(file, { kind: 'moving', share: 0 });
      const path = `/api/v1/cases/${caseId}/evidence/${sha256}`;
      await sendFile(path, content, (share) => uploads.set(file, { kind: 'moving', share }), signal);
    }
    await forgetFile(file);
    await queries.invalidateQueries({ queryKey: evidenceOf(caseId).queryKey });
    uploads.set(file, null);
  } catch (error) {
    if (signal.aborted) {
      uploads.set(file, null);
      return;
    }
    if (!(error instanceof ApiError)) {
      reportError(error);
      return;
    }
    // Of what isn't registered yet nobody waits for anything.
    if (!registered) return;
    const again = error.passing || error.status === 401;
    uploads.set(file, { kind: again ? 'waiting' : 'refused', why: error.message });
  }
}
