import type { InputProps } from '../inputProps';
import { useForm } from '../useForm';
import { OnePicker } from './OnePicker';

export function ClockPicker(props: InputProps) {
  const { case: one } = useForm();
  return (
    <OnePicker
      {...props}
      options={one.clocks.map(({ id, name, lastDay }) => ({ value: id, label: `${name}（最后一日 ${lastDay}）` }))}
      none="本案现在没有在走的时限"
    />
  );
}
