import type { ComponentType } from 'react';
import type { FieldProps } from './FieldProps';
import { hintOf, type Schema, type Values } from './Schema';
import { useForm } from './useForm';

export interface ObjectFieldProps {
  /** Draws what is inside, which may be objects again. */
  readonly Field: ComponentType<FieldProps>;
  readonly label: string;
  readonly path: string;
  readonly schema: Schema;
  readonly value: Values;
  readonly onChange: (value: Values) => void;
}

export function ObjectField({ Field, label, path, schema, value, onChange }: ObjectFieldProps) {
  const hint = hintOf(schema);
  const { notes } = useForm();
  return (
    <fieldset className="field">
      <legend>{label}</legend>
      {hint !== null && <p className="quiet">{hint}</p>}
      {notes[path] !== undefined && <p className="note">{notes[path]}</p>}
      {Object.entries(schema.properties ?? {}).map(([name, property]) => (
        <Field
          key={name}
          name={name}
          path={`${path}/${name}`}
          schema={property}
          required={schema.required?.includes(name) ?? false}
          value={value[name]}
          onChange={(changed) => onChange({ ...value, [name]: changed })}
        />
      ))}
    </fieldset>
  );
}
