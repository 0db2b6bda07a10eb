import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useEffect, useState } from 'react';
import { answer, api } from '../shared/api/client';
import type { Clue, Settlement } from '../shared/api/types';
import { Card } from '../shared/Card';
import { Failed } from '../shared/Failed';
import { dayAndTime } from '../shared/times';
import { SettledAs } from './SettledAs';
import { SettleForm } from './SettleForm';
import { typing } from './typing';

/**
 * A dispatcher's word on a clue that triage left open. One key agrees with what triage thinks likeliest; the others correct
 * it. Whoever has it open is told what became of it, by their own hand or another's, and keeps what they were writing.
 */
export function Settle({ clue }: { readonly clue: Clue }) {
  const queries = useQueryClient();
  const [as, setAs] = useState<Settlement['as'] | null>(null);
  const settle = useMutation({
    mutationFn: (body: Settlement) =>
      answer(api.POST('/api/v1/clues/{id}/settle', { params: { path: { id: clue.clueId } }, body })),
    // Refused, too: then somebody else was faster.
    onSettled: () => queries.invalidateQueries(),
  });
  const waits = clue.outcome === 'desk' && clue.settledAt === null;
  const [waited] = useState(waits);
  const mine = settle.data;
  const { item, itemName, town, townName } = clue.triage;
  const agreed: Settlement | null =
    item === null || town === null ? null : { as: 'case', item, town, reason: '同意系统研判' };

  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      // A key that is held down says one thing once.
      if (event.repeat || typing(event) || !waits || settle.isPending || settle.isSuccess) return;
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

  if (mine !== undefined) {
    return (
      <Card title="人工研判" className="settle">
        <p role="status">
          <SettledAs by="您" {...mine} />
          <span className="quiet"> 按 J 看下一条。</span>
        </p>
      </Card>
    );
  }
  if (!waits && !waited) return null;
  const settled = clue.changes.findLast(({ kind }) => kind === 'settled');
  return (
    <Card title="人工研判" className="settle">
      {waits ? (
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
      ) : (
        <p className="warning" role="alert">
          <SettledAs
            by={settled === undefined ? '他人' : `${settled.byName}于 ${dayAndTime(settled.at)} `}
            caseId={clue.caseId}
            triage={clue.triage}
          />
          {as !== null && '您写的内容还在下面，可以抄走，不能再提交。'}
        </p>
      )}
      {as !== null && (
        <SettleForm
          key={as}
          as={as}
          triage={clue.triage}
          busy={settle.isPending}
          closed={!waits}
          settle={(body) => settle.mutate(body)}
        />
      )}
      {settle.error !== null && <Failed error={settle.error} />}
    </Card>
  );
}
