import { useClue } from '../shared/api/reads';
import { ClueRow } from './ClueRow';

/** The open clue where the list has it no more, as it is settled: it stays in sight until somebody goes on. */
export function OpenApart({ clueId, choose }: { readonly clueId: string; readonly choose: (clueId: string) => void }) {
  const { data } = useClue(clueId);
  return data === undefined ? null : <ClueRow clue={data} open choose={choose} />;
}
