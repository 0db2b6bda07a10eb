import { Radio, Select } from 'antd';
import type { InputProps } from './inputProps';
import { useForm } from './useForm';

const FEW = 5;
const YES_NO = [
  { value: 'yes', label: '是' },
  { value: 'no', label: '否' },
];

/** A closed choice. Nothing is chosen beforehand: what nobody said is not known. */
export function ChoiceField({
  id,
  labelledBy,
  describedBy,
  schema,
  optional,
  value,
  onChange,
}: InputProps & { readonly optional: boolean }) {
  const { disabled } = useForm();
  const aria = { 'aria-labelledby': labelledBy, 'aria-describedby': describedBy };
  if (schema.type === 'boolean') {
    return (
      <Radio.Group
        {...aria}
        id={id}
        disabled={disabled}
        options={YES_NO}
        value={value === undefined ? null : value === true ? 'yes' : 'no'}
        onChange={({ target }) => onChange(target.value === 'yes')}
      />
    );
  }
  const options = (schema.enum ?? []).map((word) => ({ value: word, label: schema['x-labels']?.[word] ?? word }));
  if (options.length <= FEW && !optional) {
    return (
      <Radio.Group
        {...aria}
        id={id}
        className="choices"
        disabled={disabled}
        options={options}
        value={value ?? null}
        onChange={({ target }) => onChange(target.value as string)}
      />
    );
  }
  return (
    <Select
      {...aria}
      id={id}
      className="wide"
      disabled={disabled}
      options={options}
      allowClear={optional}
      placeholder="请选择"
      value={(value as string | undefined) ?? null}
      onChange={(chosen: string | null | undefined) => onChange(chosen ?? undefined)}
    />
  );
}
