import type { InputProps } from '../inputProps';
import { useFormCase } from '../useFormCase';
import { OnePicker } from './OnePicker';

export function ClockPicker(props: InputProps) {
  const one = useFormCase();
  return (
    <OnePicker
      {...props}
      options={one.clocks.map(({ id, name, lastDay }) => ({ value: id, label: `${name}（最后一日 ${lastDay}）` }))}
      none="本案现在没有在走的时限"
    />
  );
}
