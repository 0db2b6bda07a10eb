import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { ApiError } from '../shared/api/ApiError';
import { post } from '../shared/api/client';
import { useTowns } from '../shared/api/reads';
import type { CaseSummary } from '../shared/api/types';
import { randomKey } from '../shared/drafts';
import { Failed } from '../shared/Failed';

export interface RedispatchFormProps {
  readonly summary: CaseSummary;
  readonly done: (what: string) => void;
}

/** 改派 to another town, or 维持派遣 to the one that sent it back. */
export function RedispatchForm({ summary: { caseId, seq, town: before, townName }, done }: RedispatchFormProps) {
  const queries = useQueryClient();
  const towns = useTowns();
  const [town, setTown] = useState('');
  const [reason, setReason] = useState('');
  const [key, setKey] = useState(randomKey);
  const said = reason.trim();
  const insists = town === before;
  const name = towns.data?.towns.find(({ code }) => code === town)?.name ?? town;
  const send = useMutation({
    mutationFn: () =>
      post(
        `/api/v1/cases/${caseId}/acts/${insists ? 'insist_dispatch' : 'redispatch'}`,
        { ...(insists ? {} : { town }), reason: said },
        { 'idempotency-key': key, 'if-match': `"${seq}"` },
      ),
    onSuccess: () => done(insists ? `已维持派往${name}` : `已改派到${name}`),
    // Refused: the next try is another act. Otherwise nobody knows, and the same key asks again.
    onError: (error) => error instanceof ApiError && !error.passing && setKey(randomKey()),
    onSettled: () => queries.invalidateQueries(),
  });
  return (
    <form
      className="filters"
      aria-label={`改派 ${caseId}`}
      onSubmit={(event) => {
        event.preventDefault();
        send.mutate();
      }}
    >
      <label>
        派往
        <select value={town} disabled={send.isPending} onChange={({ target }) => setTown(target.value)}>
          <option value="">请选择</option>
          <option value={before}>维持派往{townName}</option>
          {(towns.data?.towns ?? [])
            .filter(({ code }) => code !== before)
            .map(({ code, name: other }) => (
              <option key={code} value={code}>
                {other}
              </option>
            ))}
        </select>
      </label>
      <label>
        理由
        <Input
          value={reason}
          disabled={send.isPending}
          maxLength={500}
          onChange={({ target }) => setReason(target.value)}
        />
      </label>
      <Button type="primary" htmlType="submit" loading={send.isPending} disabled={town === '' || said === ''}>
        {insists ? '维持派遣' : '改派'}
      </Button>
      {send.error !== null && <Failed error={send.error} />}
    </form>
  );
}
