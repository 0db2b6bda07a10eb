import { Input } from 'antd';
import type { InputProps } from './inputProps';
import { useForm } from './useForm';

const LONG = 120;

/** Text, numbers and dates. The phone's own keyboard and calendar come with the browser's types of input. */
export function TextField({ id, describedBy, invalid, schema, value, onChange }: InputProps) {
  const { disabled } = useForm();
  const text = typeof value === 'string' ? value : '';
  const shared = {
    id,
    disabled,
    value: text,
    'aria-describedby': describedBy,
    'aria-invalid': invalid,
    onChange: (event: { target: { value: string } }) => onChange(event.target.value),
  };
  if (schema.type === 'number' || schema.type === 'integer') return <Input {...shared} inputMode="decimal" />;
  if (schema.format === 'date') return <Input {...shared} type="date" />;
  if (schema.format === 'date-time') return <Input {...shared} type="datetime-local" />;
  if ((schema.maxLength ?? 0) > LONG) {
    return <Input.TextArea {...shared} rows={3} maxLength={schema.maxLength} />;
  }
  return <Input {...shared} maxLength={schema.maxLength} autoComplete="off" />;
}
