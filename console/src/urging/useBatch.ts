import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { ApiError } from '../shared/api/ApiError';
import { post } from '../shared/api/client';
import type { Duty } from '../shared/api/types';
import { draftName, forgetDraft, keepDraft, randomKey, readDraft, type Draft } from '../shared/drafts';
import { toSignIn } from '../shell/toSignIn';

export type BatchAct = 'urge' | 'supervise';

/** `unanswered`: it may have arrived; the same key asks again. */
export type RowState = 'waiting' | 'sent' | 'refused' | 'unanswered';

export interface BatchRow {
  readonly caseId: string;
  readonly clockId: string;
  /** What it is, for whoever reads what became of it. */
  readonly what: string;
  readonly state: RowState;
  readonly why: string | null;
}

export interface Batch {
  readonly act: BatchAct;
  readonly body: Readonly<Record<string, unknown>>;
  readonly rows: readonly BatchRow[];
}

export interface BatchUnderWay {
  /** What was sent last, until it is put away. Kept in this browser: it survives a reload. */
  readonly batch: Batch | null;
  readonly sending: boolean;
  readonly start: (act: BatchAct, body: Readonly<Record<string, unknown>>, duties: readonly Duty[]) => void;
  /** Whatever has not been taken yet, each under its own key as before. */
  readonly again: () => void;
  readonly putAway: () => void;
}

/** At once, so that many cases don't hold up the acts of others. */
const AT_ONCE = 4;

/** Many urgings or orders, each an act of its own under a key of its own: what was taken is never sent again. */
export function useBatch(person: string): BatchUnderWay {
  const name = draftName(person, 'batch');
  const queries = useQueryClient();
  const [draft, setDraft] = useState<Draft<Batch> | null>(() => readDraft<Batch>(name));
  const [sending, setSending] = useState(false);
  const busy = useRef(false);

  async function send(first: Draft<Batch>): Promise<void> {
    if (busy.current) return;
    busy.current = true;
    setSending(true);
    let now = first;
    const set = (index: number, state: RowState, why: string | null): void => {
      const rows = now.values.rows.map((row, at) => (at === index ? { ...row, state, why } : row));
      now = { ...now, values: { ...now.values, rows }, unanswered: rows.some((row) => row.state === 'unanswered') };
      keepDraft(name, now);
      setDraft(now);
    };
    const open = first.values.rows.flatMap(({ state }, index) => (state === 'sent' ? [] : [index]));
    const { act, body } = first.values;
    let ended = false;
    const one = async (index: number): Promise<void> => {
      const row = first.values.rows[index];
      if (row === undefined || ended) return;
      // Before it leaves: should the page be closed now, it's known afterwards that it may have arrived.
      set(index, 'unanswered', null);
      try {
        const { status } = await post(
          `/api/v1/cases/${row.caseId}/acts/${act}`,
          { ...body, clockId: row.clockId },
          { 'idempotency-key': `${first.key}/${row.caseId}/${row.clockId}` },
        );
        set(index, status === 202 ? 'unanswered' : 'sent', status === 202 ? '已受理，正在写入案卷。' : null);
      } catch (error) {
        if (!(error instanceof ApiError)) throw error;
        set(index, error.passing ? 'unanswered' : 'refused', error.message);
        ended ||= error.status === 401;
      }
    };
    const worker = async (): Promise<void> => {
      for (let index = open.shift(); index !== undefined; index = open.shift()) await one(index);
    };
    try {
      await Promise.all(Array.from({ length: AT_ONCE }, worker));
      await queries.invalidateQueries();
    } finally {
      busy.current = false;
      setSending(false);
    }
    if (ended) toSignIn('ended');
  }

  return {
    batch: draft?.values ?? null,
    sending,
    start: (act, body, duties) => {
      const rows = duties.map(({ caseId, id, itemName, orgName, name: duty }) => {
        const what = `${itemName}，${orgName}：${duty}`;
        return { caseId, clockId: id, what, state: 'waiting' as const, why: null };
      });
      void send({ values: { act, body, rows }, key: randomKey(), seq: null, unanswered: false });
    },
    again: () => draft !== null && void send(draft),
    putAway: () => {
      forgetDraft(name);
      setDraft(null);
    },
  };
}
