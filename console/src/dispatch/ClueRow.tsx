import type { Clue } from '../shared/api/types';
import { LightMark } from '../shared/LightMark';
import { dayAndTime, untilWords } from '../shared/times';

const LIGHT_WORDS: Readonly<Record<string, string>> = { red: '红灯', yellow: '黄灯', green: '绿灯' };

export interface ClueRowProps {
  readonly clue: Clue;
  readonly open: boolean;
  readonly choose: (clueId: string) => void;
}

export function ClueRow({ clue, open, choose }: ClueRowProps) {
  return (
    <li>
      <button type="button" aria-pressed={open} onClick={() => choose(clue.clueId)}>
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
  );
}
