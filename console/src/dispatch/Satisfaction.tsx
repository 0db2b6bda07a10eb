import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { answer, api } from '../shared/api/client';
import type { Clue } from '../shared/api/types';
import { Card } from '../shared/Card';
import { Failed } from '../shared/Failed';
import { dayAndTime } from '../shared/times';

/** 回访: what the reporter was told, and what they say of it. Asked again, the last word counts. */
export function Satisfaction({ clue }: { readonly clue: Clue }) {
  const queries = useQueryClient();
  const rate = useMutation({
    mutationFn: (rating: Clue['ratingChoices'][number]['rating']) =>
      answer(api.POST('/api/v1/clues/{id}/satisfaction', { params: { path: { id: clue.clueId } }, body: { rating } })),
    onSuccess: () => queries.invalidateQueries(),
  });
  const last = clue.satisfaction.at(-1);
  return (
    <Card title="回访">
      <p>
        <span className="quiet">答复 {dayAndTime(clue.answeredAt ?? '')}：</span>
        {clue.answer}
      </p>
      {last === undefined && <p className="quiet">还没有回访。</p>}
      {clue.ratingChoices.length > 0 && (
        <div className="line" role="group" aria-label="反映人对办理结果的评价">
          {clue.ratingChoices.map(({ rating, label }) => (
            <Button
              key={rating}
              aria-pressed={last?.rating === rating}
              loading={rate.isPending && rate.variables === rating}
              disabled={rate.isPending}
              onClick={() => rate.mutate(rating)}
            >
              {label}
            </Button>
          ))}
        </div>
      )}
      {rate.error !== null && <Failed error={rate.error} wrote />}
      {clue.satisfaction.length > 0 && (
        <ol className="plain">
          {clue.satisfaction.map(({ at, by, ratingLabel }) => (
            <li key={at}>
              <strong>{ratingLabel}</strong> {dayAndTime(at)} {by}
            </li>
          ))}
        </ol>
      )}
    </Card>
  );
}
