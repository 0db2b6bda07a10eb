import { useEffect } from 'react';
import type { Clue } from '../shared/api/types';
import { ClueRow } from './ClueRow';
import { OpenApart } from './OpenApart';
import { typing } from './typing';

export interface ClueListProps {
  readonly clues: readonly Clue[];
  readonly more: boolean;
  readonly chosen: string | null;
  readonly choose: (clueId: string) => void;
}

/** The incoming, one chosen. J and K go down and up, as the arrow keys do in the list. */
export function ClueList({ clues, more, chosen, choose }: ClueListProps) {
  const listed = clues.some(({ clueId }) => clueId === chosen);
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const step = { j: 1, k: -1 }[event.key.toLowerCase()];
      if (step === undefined || typing(event)) return;
      const at = clues.findIndex(({ clueId }) => clueId === chosen);
      const next = clues[Math.min(clues.length - 1, Math.max(0, at + step))];
      if (next !== undefined) choose(next.clueId);
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [choose, chosen, clues]);
  return (
    <>
      {clues.length > 0 && (
        <p className="quiet">{`${clues.length}${more ? ' 条以上' : ' 条'}。按键：J 下一条，K 上一条。`}</p>
      )}
      <ul className="clue-list">
        {chosen !== null && !listed && <OpenApart clueId={chosen} choose={choose} />}
        {clues.map((clue) => (
          <ClueRow key={clue.clueId} clue={clue} open={clue.clueId === chosen} choose={choose} />
        ))}
      </ul>
    </>
  );
}
