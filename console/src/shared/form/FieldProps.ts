import type { Schema, Value } from './Schema';

export interface FieldProps {
  readonly name: string;
  /** Where the field stands, as the service names it in a refusal: `party/name`. */
  readonly path: string;
  readonly schema: Schema;
  readonly required: boolean;
  readonly value: Value;
  readonly onChange: (value: Value) => void;
}
