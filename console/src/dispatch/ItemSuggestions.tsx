import { useItems } from '../shared/api/reads';
import { suggestItems } from './suggestItems';

export interface ItemSuggestionsProps {
  readonly required: boolean;
  readonly text: string;
  readonly chosen: string;
  readonly choose: (code: string) => void;
}

/** Items of the catalogue whose names have most in common with what is being written; mostly one needn't choose. */
export function ItemSuggestions({ required, text, chosen, choose }: ItemSuggestionsProps) {
  const { data } = useItems();
  const items = data?.items ?? [];
  const suggested = suggestItems(text, items);
  const one = items.find(({ code }) => code === chosen);
  const shown = one === undefined || suggested.includes(one) ? suggested : [one, ...suggested];
  if (shown.length === 0) return required ? <p>请先写反映内容，再从相近的事项中选一项。</p> : null;
  return (
    <fieldset>
      <legend>{required ? '巡查的事项（请选一项）' : '可能的事项（可不选，由系统研判）'}</legend>
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
