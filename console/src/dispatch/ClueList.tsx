import { useEffect } from 'react';
import type { Clue } from '../shared/api/types';
import { LightMark } from '../shared/LightMark';
import { dayAndTime, untilWords } from '../shared/times';
import { typing } from './typing';

const LIGHT_WORDS: Readonly<Record<string, string>> = { red: '红灯', yellow: '黄灯', green: '绿灯' };

export interface ClueListProps {
  readonly clues: readonly Clue[];
  readonly more: boolean;
  readonly chosen: string | null;
  readonly choose: (clueId: string) => void;
}

/** The incoming, one chosen. J and K go down and up, as the arrow keys do in the list. */
export function ClueList({ clues, more, chosen, choose }: ClueListProps) {
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
      <p className="quiet">{`${clues.length}${more ? ' 条以上' : ' 条'}。按键：J 下一条，K 上一条。`}</p>
      <ul className="clue-list">
        {clues.map((clue) => (
          <li key={clue.clueId}>
            <button type="button" aria-pressed={clue.clueId === chosen} onClick={() => choose(clue.clueId)}>
              <span className="line">
                {clue.light === null ? (
                  <span className="tag">{clue.outcomeLabel}</span>
                ) : (
                  <LightMark light={clue.light} label={LIGHT_WORDS[clue.light] ?? clue.light} />
                )}
                <span className="quiet">
                  {clue.channelLabel} · {dayAndTime(clue.receivedAt)}
                  {clue.light !== null && ` · ${untilWords(clue.dueAt)}`}
                </span>
              </span>
              <span className="clue-text">{clue.text}</span>
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}
