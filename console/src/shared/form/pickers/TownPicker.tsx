import { useTowns } from '../../api/reads';
import type { InputProps } from '../inputProps';
import { OnePicker } from './OnePicker';

export function TownPicker(props: InputProps) {
  const { data } = useTowns();
  return (
    <OnePicker
      {...props}
      options={(data?.towns ?? []).map(({ code, name }) => ({ value: code, label: name }))}
      none="没有这个镇街"
    />
  );
}
