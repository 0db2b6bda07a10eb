import { Select } from 'antd';
import { usePeople } from '../../api/reads';
import type { InputProps } from '../inputProps';
import { useForm } from '../useForm';
import { useFormCase } from '../useFormCase';
import { personLabel } from './personLabel';

/** Several people of the organisation that has the case, the lead first. */
export function PeoplePicker({ id, labelledBy, describedBy, value, onChange }: InputProps) {
  const { disabled } = useForm();
  const { data } = usePeople(useFormCase().summary.owner);
  return (
    <Select
      id={id}
      aria-labelledby={labelledBy}
      aria-describedby={describedBy}
      className="wide"
      mode="multiple"
      disabled={disabled}
      options={(data?.people ?? []).map((person) => ({ value: person.id, label: personLabel(person) }))}
      showSearch={{ optionFilterProp: 'label' }}
      placeholder="请选择，先选主办"
      notFoundContent={data === undefined ? '正在读取名册……' : '名册中没有符合的人员'}
      value={(value as string[] | undefined) ?? []}
      onChange={(chosen: string[]) => onChange(chosen)}
    />
  );
}
