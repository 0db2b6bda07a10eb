import { Select } from 'antd';
import type { InputProps } from '../inputProps';
import { useForm } from '../useForm';

const ONE_LINE = 18;

export interface Option {
  readonly value: string;
  readonly label: string;
}

/** One of a list; what there is to choose from, or that there is nothing, is said by the list itself. */
export function OnePicker({
  id,
  labelledBy,
  describedBy,
  options,
  none,
  value,
  onChange,
}: InputProps & { readonly options: readonly Option[]; readonly none: string }) {
  const { disabled } = useForm();
  const chosen = options.find((each) => each.value === value)?.label ?? '';
  return (
    <>
      <Select
        id={id}
        aria-labelledby={labelledBy}
        aria-describedby={describedBy}
        className="wide"
        disabled={disabled}
        options={[...options]}
        showSearch={{ optionFilterProp: 'label' }}
        allowClear
        placeholder="请选择"
        notFoundContent={none}
        value={(value as string | undefined) ?? null}
        onChange={(picked: string | null | undefined) => onChange(picked ?? undefined)}
      />
      {/* What is to be answered is longer than a phone is wide. */}
      {chosen.length > ONE_LINE && <p className="quiet">{chosen}</p>}
    </>
  );
}
