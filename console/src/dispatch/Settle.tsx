import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useEffect, useState } from 'react';
import { answer, api } from '../shared/api/client';
import type { Clue, Settlement } from '../shared/api/types';
import { Card } from '../shared/Card';
import { Failed } from '../shared/Failed';
import { SettleForm } from './SettleForm';
import { typing } from './typing';

/** A dispatcher's word on a clue that triage left open. One key agrees with what triage thinks likeliest; the others correct it. */
export function Settle({ clue }: { readonly clue: Clue }) {
  const queries = useQueryClient();
  const [as, setAs] = useState<Settlement['as'] | null>(null);
  const settle = useMutation({
    mutationFn: (body: Settlement) =>
      answer(api.POST('/api/v1/clues/{id}/settle', { params: { path: { id: clue.clueId } }, body })),
    onSuccess: () => queries.invalidateQueries(),
  });
  const { item, itemName, town, townName } = clue.triage;
  const agreed: Settlement | null =
    item === null || town === null ? null : { as: 'case', item, town, reason: '同意系统研判' };

  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (typing(event) || settle.isPending) return;
      const key = event.key.toLowerCase();
      if (key === 'y' && agreed !== null) settle.mutate(agreed);
      const chosen = ({ c: 'case', n: 'not_ours', d: 'duplicate' } as const)[key];
      if (chosen === undefined) return;
      event.preventDefault();
      setAs(chosen);
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  });

  return (
    <Card title="人工研判" className="settle">
      <div className="line">
        <Button
          type="primary"
          disabled={agreed === null}
          loading={settle.isPending && as === null}
          onClick={() => agreed !== null && settle.mutate(agreed)}
        >
          {agreed === null ? '系统没有把握，请更正' : `Y 同意：${itemName ?? item ?? ''}，${townName ?? ''}`}
        </Button>
        <Button aria-pressed={as === 'case'} onClick={() => setAs('case')}>
          C 更正后成案
        </Button>
        <Button aria-pressed={as === 'not_ours'} onClick={() => setAs('not_ours')}>
          N 不属本部门
        </Button>
        <Button aria-pressed={as === 'duplicate'} onClick={() => setAs('duplicate')}>
          D 重复上报
        </Button>
      </div>
      {as !== null && (
        <SettleForm
          key={as}
          as={as}
          triage={clue.triage}
          busy={settle.isPending}
          settle={(body) => settle.mutate(body)}
        />
      )}
      {settle.error !== null && <Failed error={settle.error} />}
    </Card>
  );
}
