/** As much of JSON Schema as the bodies of acts use. */
export interface Schema {
  readonly type?: 'object' | 'string' | 'boolean' | 'number' | 'integer' | 'array' | 'null';
  readonly title?: string;
  readonly description?: string;
  readonly enum?: readonly string[];
  readonly 'x-labels'?: Readonly<Record<string, string>>;
  readonly format?: string;
  readonly pattern?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly minimum?: number;
  readonly exclusiveMinimum?: number;
  readonly maximum?: number;
  readonly minProperties?: number;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
}

/** What somebody has written so far: text, numbers as text, choices, or nothing yet. */
export type Value = undefined | string | boolean | readonly Value[] | { readonly [field: string]: Value };
export type Values = { readonly [field: string]: Value };

/** The schema without the possibility of null, and whether there was one. */
export function withoutNull(schema: Schema): { readonly schema: Schema; readonly nullable: boolean } {
  const inner = schema.anyOf?.find(({ type }) => type !== 'null');
  if (inner === undefined) return { schema, nullable: false };
  const { title = inner.title, description = inner.description } = schema;
  return {
    schema: {
      ...inner,
      ...(title === undefined ? {} : { title }),
      ...(description === undefined ? {} : { description }),
    },
    nullable: true,
  };
}

export const labelOf = (schema: Schema, name: string): string => schema.title ?? schema.description ?? name;

/** What stands under the field: a description, where the title has not said it already. */
export const hintOf = (schema: Schema): string | null =>
  schema.title !== undefined && schema.type === 'object' ? (schema.description ?? null) : null;
