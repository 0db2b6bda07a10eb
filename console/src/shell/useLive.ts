import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { stream } from '../shared/api/stream';

/** What comes within this is asked for once. */
const GATHER_MS = 1_000;
/** A service that turned the stream away is asked again after this; a link that broke off is taken up by the browser itself. */
const AGAIN_MS = 10_000;
/** Whatever may be another after an event of any case. */
const LISTS: readonly unknown[] = [
  'cases',
  'overview',
  'points',
  'duties',
  'urgings',
  'overdue-appeals',
  'notices',
  'clues',
  'clue',
];

/**
 * 实时: one stream of what happens in the cases that one may see; each event makes the pages ask anew for what it may have
 * changed. Where the stream is down they go on asking by themselves, more often. A hidden page has none: a browser opens six
 * connections to one service, and people have many tabs.
 */
export function useLive(known: boolean): void {
  const queries = useQueryClient();
  useEffect(() => {
    if (!known) return;
    let source: EventSource | null = null;
    let gathering: ReturnType<typeof setTimeout> | null = null;
    let again: ReturnType<typeof setTimeout> | null = null;
    const changed = new Set<string>();

    const askAll = (): void => void queries.invalidateQueries();
    const turn = (up: boolean): void => {
      if (stream.up === up) return;
      stream.up = up;
      // Also sets how soon each is asked for next.
      askAll();
    };
    const askForChanged = (): void => {
      gathering = null;
      const cases = new Set(changed);
      changed.clear();
      void queries.invalidateQueries({
        predicate: ({ queryKey: [what, id] }) =>
          LISTS.includes(what) || (what === 'case' && typeof id === 'string' && cases.has(id)),
      });
    };
    const open = (): void => {
      again = null;
      const opened = new EventSource('/api/v1/live');
      source = opened;
      opened.addEventListener('open', () => turn(true));
      opened.addEventListener('case', ({ data }: MessageEvent<string>) => {
        changed.add((JSON.parse(data) as { caseId: string }).caseId);
        gathering ??= setTimeout(askForChanged, GATHER_MS);
      });
      opened.addEventListener('reset', askAll);
      opened.addEventListener('error', () => {
        turn(false);
        if (opened.readyState === EventSource.CLOSED) again ??= setTimeout(open, AGAIN_MS);
      });
    };
    const close = (): void => {
      source?.close();
      source = null;
      if (again !== null) clearTimeout(again);
      again = null;
      stream.up = false;
    };
    const look = (): void => {
      if (document.hidden) close();
      else if (source === null) open();
    };
    look();
    document.addEventListener('visibilitychange', look);
    return () => {
      document.removeEventListener('visibilitychange', look);
      if (gathering !== null) clearTimeout(gathering);
      close();
    };
  }, [known, queries]);
}
