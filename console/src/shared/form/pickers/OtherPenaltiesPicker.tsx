import { useItems } from '../../api/reads';
import type { InputProps } from '../inputProps';
import { useFormCase } from '../useFormCase';
import { WordsPicker } from './WordsPicker';

/** The other penalties that the catalogue knows for the case's item. */
export function OtherPenaltiesPicker(props: InputProps) {
  const { summary } = useFormCase();
  const { data } = useItems();
  const others = data?.items.find(({ code }) => code === summary.item)?.['otherPenalties'];
  return <WordsPicker {...props} words={Array.isArray(others) ? (others as readonly string[]) : []} />;
}
