import { Select } from 'antd';
import type { InputProps } from '../inputProps';
import { useForm } from '../useForm';

/** Several words of one's own, or of a list where there is one. */
export function WordsPicker({
  id,
  labelledBy,
  describedBy,
  words,
  value,
  onChange,
}: InputProps & { readonly words?: readonly string[] }) {
  const { disabled } = useForm();
  return (
    <Select
      id={id}
      aria-labelledby={labelledBy}
      aria-describedby={describedBy}
      className="wide"
      mode={words === undefined ? 'tags' : 'multiple'}
      disabled={disabled}
      options={(words ?? []).map((word) => ({ value: word, label: word }))}
      placeholder={words === undefined ? '可填多项' : '请选择'}
      notFoundContent="没有可选的"
      value={(value as string[] | undefined) ?? []}
      onChange={(chosen: string[]) => onChange(chosen)}
    />
  );
}
