import { useItems } from '../shared/api/reads';
import { suggestItems } from './suggestItems';

export interface ItemSuggestionsProps {
  readonly text: string;
  readonly chosen: string;
  readonly choose: (code: string) => void;
}

/** Items of the catalogue whose names have most in common with what is being written. Choosing one is optional. */
export function ItemSuggestions({ text, chosen, choose }: ItemSuggestionsProps) {
  const { data } = useItems();
  const items = data?.items ?? [];
  const suggested = suggestItems(text, items);
  const one = items.find(({ code }) => code === chosen);
  const shown = one === undefined || suggested.includes(one) ? suggested : [one, ...suggested];
  if (shown.length === 0) return null;
  return (
    <fieldset>
      <legend>可能的事项（可不选，由系统研判）</legend>
      <div className="line">
        {shown.map(({ code, name }) => (
          <button
            key={code}
            type="button"
            className="chip"
            aria-pressed={code === chosen}
            onClick={() => choose(code === chosen ? '' : code)}
          >
            {code} {name}
          </button>
        ))}
      </div>
    </fieldset>
  );
}
