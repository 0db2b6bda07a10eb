import type { Triage } from '../shared/api/types';
import { markedParts } from './markedParts';

/** The clue's text with the words that triage judged by, each with what it was taken for. */
export function MarkedText({ text, reasons }: { readonly text: string; readonly reasons: Triage['reasons'] }) {
  return (
    <p className="clue-said">
      {markedParts(text, reasons).map(({ from, words, why }) =>
        why === null ? (
          <span key={from}>{words}</span>
        ) : (
          <mark key={from} title={why}>
            {words}
          </mark>
        ),
      )}
    </p>
  );
}
