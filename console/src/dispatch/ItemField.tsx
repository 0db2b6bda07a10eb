import { Button, Input } from 'antd';
import { useState } from 'react';
import './dispatch.css';

export interface Choosable {
  readonly code: string;
  readonly name: string;
  /** What one sees on the spot. */
  readonly signs?: string;
}

export interface ItemFieldProps {
  readonly label: string;
  readonly items: readonly Choosable[];
  /** Codes of those that stand first, the likeliest first. */
  readonly likely: readonly string[];
  readonly chosen: string;
  readonly disabled?: boolean;
  readonly choose: (code: string) => void;
}

/** So many are found at a glance; of more, one writes another word. */
const FEW = 8;
const MORE = 20;

/** One item of hundreds: the likely ones at once, any other by its number, its name or what one sees, or by going through all. */
export function ItemField({ label, items, likely, chosen, disabled = false, choose }: ItemFieldProps) {
  const [query, setQuery] = useState('');
  const [more, setMore] = useState(0);
  const words = query.toUpperCase().split(/\s+/).filter(Boolean);
  const first = likely.flatMap((code) => items.find((item) => item.code === code) ?? []);
  const found =
    words.length === 0
      ? [...first, ...items.filter((item) => !first.includes(item))]
      : items.filter(({ code, name, signs = '' }) =>
          words.every((word) => `${code} ${name} ${signs}`.toUpperCase().includes(word)),
        );
  const listed = found.slice(0, (words.length === 0 ? first.length : FEW) + more * MORE);
  const one = items.find(({ code }) => code === chosen);
  const shown = one === undefined || listed.includes(one) ? listed : [one, ...listed];
  const left = found.length - listed.length;
  return (
    <fieldset className="item-field">
      <legend>{label}</legend>
      <label>
        查找事项
        <Input
          type="search"
          value={query}
          disabled={disabled}
          placeholder={`编号、名称或现场表现，共 ${items.length} 项`}
          onChange={({ target }) => {
            setQuery(target.value);
            setMore(0);
          }}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
            event.preventDefault();
            if (words.length > 0 && found[0] !== undefined) choose(found[0].code);
          }}
        />
      </label>
      <div className="line">
        {shown.map(({ code, name, signs }) => (
          <button
            key={code}
            type="button"
            className="chip"
            disabled={disabled}
            aria-pressed={code === chosen}
            onClick={() => choose(code === chosen ? '' : code)}
          >
            {likely.includes(code) ? '★ ' : ''}
            {code} {name}
            {signs !== undefined && <small>{signs}</small>}
          </button>
        ))}
        {left > 0 && (
          <Button disabled={disabled} onClick={() => setMore(more + 1)}>
            {words.length === 0 ? `再列出一些（全部 ${items.length} 项）` : `还有 ${left} 项`}
          </Button>
        )}
      </div>
      {words.length > 0 && found.length === 0 && (
        <p className="quiet" role="status">
          没有含“{query.trim()}”的事项，换个说法再找，或者清空后从全部中选。
        </p>
      )}
    </fieldset>
  );
}
