import { useItems, usePatrolItems, useSuggestions } from '../shared/api/reads';
import type { ChannelDoor } from '../shared/api/types';
import { ItemField } from './ItemField';
import { useSettled } from './useSettled';

export interface ReportedItemProps {
  readonly channel: ChannelDoor['code'];
  readonly required: boolean;
  readonly text: string;
  readonly place: string;
  readonly chosen: string;
  readonly disabled: boolean;
  readonly choose: (code: string) => void;
}

/** Nobody writes a whole word faster, in ms. */
const PAUSE_MS = 300;

/** The item of a report: what triage itself would think of, or any of both lists. */
export function ReportedItem({ channel, required, text, place, chosen, disabled, choose }: ReportedItemProps) {
  const penalties = useItems();
  const patrol = usePatrolItems();
  const said = useSettled(text.trim(), PAUSE_MS);
  const where = useSettled(place.trim(), PAUSE_MS);
  const suggestions = useSuggestions({ channel, text: said, ...(where === '' ? {} : { place: where }) });
  return (
    <ItemField
      label={required ? '巡查的事项（须选一项）' : '事项（可不选，由系统研判）'}
      items={[...(patrol.data?.items ?? []), ...(penalties.data?.items ?? [])]}
      likely={said === '' ? [] : (suggestions.data?.items.map(({ code }) => code) ?? [])}
      chosen={chosen}
      disabled={disabled}
      choose={choose}
    />
  );
}
