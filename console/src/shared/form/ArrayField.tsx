import { Button } from 'antd';
import type { ComponentType } from 'react';
import type { FieldProps } from './FieldProps';
import { ObjectField } from './ObjectField';
import type { Schema, Value, Values } from './Schema';
import { useForm } from './useForm';

export interface ArrayFieldProps {
  readonly Field: ComponentType<FieldProps>;
  readonly label: string;
  readonly path: string;
  readonly schema: Schema;
  readonly value: readonly Value[];
  readonly onChange: (value: readonly Value[]) => void;
}

export function ArrayField({ Field, label, path, schema, value, onChange }: ArrayFieldProps) {
  const { disabled } = useForm();
  return (
    <fieldset className="field">
      <legend>{label}</legend>
      {value.map((each, at) => (
        <div className="row-of" key={at}>
          <ObjectField
            Field={Field}
            label={`第 ${at + 1} 项`}
            path={`${path}/${at}`}
            schema={schema.items ?? {}}
            value={(each ?? {}) as Values}
            onChange={(changed) => onChange(value.with(at, changed))}
          />
          <Button disabled={disabled} onClick={() => onChange(value.toSpliced(at, 1))}>
            删去第 {at + 1} 项
          </Button>
        </div>
      ))}
      <Button disabled={disabled} onClick={() => onChange([...value, {}])}>
        加一项
      </Button>
    </fieldset>
  );
}
