import { usePeople } from '../../api/reads';
import type { InputProps } from '../inputProps';
import { useFormCase } from '../useFormCase';
import { OnePicker } from './OnePicker';
import { personLabel } from './personLabel';

/** One person, of the organisation that has the case or of the bureau. */
export function PersonPicker(props: InputProps) {
  const { owner } = useFormCase().summary;
  const here = usePeople(owner);
  const bureau = usePeople(owner === 'bureau' ? null : 'bureau');
  const people = [...(here.data?.people ?? []), ...(bureau.data?.people ?? [])];
  return (
    <OnePicker
      {...props}
      options={people.map((person) => ({ value: person.id, label: personLabel(person) }))}
      none="名册中没有符合的人员"
    />
  );
}
