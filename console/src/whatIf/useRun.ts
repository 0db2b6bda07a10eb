import { useEffect, useRef, useState } from 'react';
import { ApiError } from '../shared/api/ApiError';
import { lines } from '../shared/api/client';
import type { WhatIfAnswer, WhatIfBody, WhatIfLine } from '../shared/api/types';

export type Run =
  | { readonly kind: 'idle' }
  | { readonly kind: 'running'; readonly done: number; readonly of: number }
  | { readonly kind: 'failed'; readonly why: string }
  | { readonly kind: 'answered'; readonly answer: WhatIfAnswer };

const IDLE: Run = { kind: 'idle' };

/** One question at a time; leaving the page gives it up, and the service stops with it. */
export function useRun(): {
  readonly run: Run;
  readonly start: (body: WhatIfBody) => void;
  readonly giveUp: () => void;
} {
  const [run, setRun] = useState<Run>(IDLE);
  const asked = useRef<AbortController | null>(null);
  useEffect(() => () => asked.current?.abort(), []);

  async function ask(body: WhatIfBody): Promise<void> {
    const mine = new AbortController();
    asked.current = mine;
    setRun({ kind: 'running', done: 0, of: body.replications });
    let answered = false;
    try {
      await lines<WhatIfLine>('/api/v1/what-if', body, mine.signal, (line) => {
        switch (line.kind) {
          case 'progress':
            return setRun({ kind: 'running', done: line.done, of: line.of });
          case 'answer':
            answered = true;
            return setRun({ kind: 'answered', answer: line.answer });
          case 'failed':
            throw new ApiError(200, line.problem);
        }
      });
      if (!answered) throw new ApiError(0, { detail: '推演中断了，没有结果。请重试。' });
    } catch (error) {
      if (mine.signal.aborted) return;
      if (!(error instanceof ApiError)) throw error;
      setRun({ kind: 'failed', why: error.message });
    }
  }

  return {
    run,
    start: (body) => void ask(body),
    giveUp: () => {
      asked.current?.abort();
      setRun(IDLE);
    },
  };
}
