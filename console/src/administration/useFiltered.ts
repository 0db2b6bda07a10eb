import { useState } from 'react';

/** What a long list is asked for: what is emptied isn't asked about, and another question begins at the first page. */
export function useFiltered<F extends Readonly<Partial<Record<string, string>>>>() {
  const [filter, setFilter] = useState<Partial<F>>({});
  /** Where the pages begin that were turned to, the last one shown. */
  const [turned, turn] = useState<readonly number[]>([]);
  const before = turned.at(-1);
  const set = (name: keyof F & string, value: string): void => {
    const { [name]: _old, ...others } = filter;
    setFilter((value === '' ? others : { ...others, [name]: value }) as Partial<F>);
    turn([]);
  };
  return { filter, set, turned, turn, query: { ...filter, ...(before === undefined ? {} : { before }) } };
}
