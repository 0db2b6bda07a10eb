import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { ApiError } from '../shared/api/ApiError';
import { post } from '../shared/api/client';
import { forgetDraft, keepDraft, randomKey, readDraft, type Draft } from '../shared/drafts';
import type { Values } from '../shared/form/Schema';
import { toSignIn } from '../shell/toSignIn';

const AGAIN_MS = 4_000;

export interface ActOptions {
  readonly name: string;
  readonly caseId: string;
  readonly act: string;
  /** The case's number of events as the page shows it. */
  readonly seq: number;
  readonly first: Values;
  readonly toBody: (values: Values) => unknown;
  readonly done: () => void;
}

export interface ActUnderWay {
  readonly draft: Draft<Values>;
  readonly sending: boolean;
  readonly refusal: ApiError | null;
  readonly change: (values: Values) => void;
  /** The writer has seen what changed in the case meanwhile, and goes on. */
  readonly acknowledge: () => void;
  readonly send: () => void;
  /** What was refused is being written anew: the answer to what was sent before is no answer to it. */
  readonly forget: () => void;
}

/**
 * An act from the first word to its receipt. It's written down at each keystroke, sent under one key until it is known what
 * became of it, and refused where the case is another than the writer had seen.
 */
export function useAct({ name, caseId, act, seq, first, toBody, done }: ActOptions): ActUnderWay {
  const queries = useQueryClient();
  const [draft, setDraft] = useState<Draft<Values>>(
    () => readDraft<Values>(name) ?? { values: first, key: randomKey(), seq, unanswered: false },
  );
  const [sending, setSending] = useState(false);
  const [refusal, setRefusal] = useState<ApiError | null>(null);
  const busy = useRef(false);

  const keep = useCallback(
    (next: Draft<Values>) => {
      keepDraft(name, next);
      setDraft(next);
    },
    [name],
  );

  const send = useCallback(async () => {
    if (busy.current) return;
    busy.current = true;
    setSending(true);
    // Before it leaves: should the battery die now, it's known afterwards that it may have arrived.
    const sent = { ...draft, unanswered: true };
    keep(sent);
    try {
      const { status } = await post(`/api/v1/cases/${caseId}/acts/${act}`, toBody(draft.values), {
        'idempotency-key': draft.key,
        ...(draft.seq === null ? {} : { 'if-match': `"${draft.seq}"` }),
      });
      setRefusal(null);
      if (status !== 202) {
        forgetDraft(name);
        await queries.invalidateQueries();
        done();
      }
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      setRefusal(error);
      // Refused: nothing happened, and the next try is another act. Otherwise nobody knows, and the same key asks again.
      if (!error.passing) keep({ ...draft, key: randomKey(), unanswered: false });
      if (error.status === 401) toSignIn('ended');
    } finally {
      busy.current = false;
      setSending(false);
    }
  }, [act, caseId, done, draft, keep, name, queries, toBody]);

  useEffect(() => {
    if (!draft.unanswered || sending) return;
    const timer = setTimeout(() => void send(), AGAIN_MS);
    return () => clearTimeout(timer);
  }, [draft.unanswered, send, sending]);

  return {
    draft,
    sending,
    refusal,
    change: (values) => keep({ ...draft, values }),
    acknowledge: () => {
      setRefusal(null);
      keep({ ...draft, seq });
    },
    send: () => void send(),
    forget: () => setRefusal(null),
  };
}
