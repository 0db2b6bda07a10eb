import { ArrayField } from './ArrayField';
import { ChoiceField } from './ChoiceField';
import type { FieldProps } from './FieldProps';
import { Labelled } from './Labelled';
import { ObjectField } from './ObjectField';
import { PICKERS } from './pickers';
import { WordsPicker } from './pickers/WordsPicker';
import { labelOf, withoutNull, type Value, type Values } from './Schema';
import { TextField } from './TextField';
import { useForm } from './useForm';

/** One field, drawn from its schema; by its name where it chooses from what the case or the catalogue holds. */
export function SchemaField(props: FieldProps) {
  const { name, path, required, value, onChange } = props;
  const { faults, notes } = useForm();
  const { schema, nullable } = withoutNull(props.schema);
  const optional = !required || nullable;
  const label = `${labelOf(schema, name)}${optional ? '（可不填）' : ''}`;

  if (schema.type === 'object') {
    return (
      <ObjectField
        Field={SchemaField}
        {...{ label, path, schema }}
        value={(value ?? {}) as Values}
        onChange={onChange}
      />
    );
  }
  if (schema.type === 'array' && schema.items?.type === 'object') {
    return (
      <ArrayField
        Field={SchemaField}
        {...{ label, path, schema }}
        value={(value ?? []) as readonly Value[]}
        onChange={onChange}
      />
    );
  }
  const Picker = PICKERS[name] ?? (schema.type === 'array' ? WordsPicker : undefined);
  const isChoice = schema.enum !== undefined || schema.type === 'boolean';
  return (
    <Labelled label={label} path={path} fault={faults[path]} note={notes[path]} group={isChoice}>
      {(ids) =>
        Picker !== undefined ? (
          <Picker {...ids} schema={schema} value={value} onChange={onChange} />
        ) : isChoice ? (
          <ChoiceField {...ids} schema={schema} optional={optional} value={value} onChange={onChange} />
        ) : (
          <TextField {...ids} schema={schema} value={value} onChange={onChange} />
        )
      }
    </Labelled>
  );
}
