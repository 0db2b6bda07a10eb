import type { InputIds } from './Labelled';
import type { Schema, Value } from './Schema';

export interface InputProps extends InputIds {
  readonly schema: Schema;
  readonly value: Value;
  readonly onChange: (value: Value) => void;
}
