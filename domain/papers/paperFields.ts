import type { PAPER_FIELDS, LIST_COLUMNS, ListName, NameOf } from './fields';
import type { PaperKind, Value } from './paper';

type Spec<K extends PaperKind> = (typeof PAPER_FIELDS)[K][number];
type Rows<L extends ListName> = readonly Readonly<Record<(typeof LIST_COLUMNS)[L][number], Value>>[];
type ValueOf<S extends string> =
  NameOf<S> extends infer L extends ListName ? Rows<L> : S extends `${string}?` ? Value | null : Value;

/** The fields that every paper has, and that `papersOf` fills for all of them. */
export type CommonName = '机关' | '文书名称' | '字号' | '案件编号' | '案由' | '文书日期';

/** Exactly what a kind's paper must be given beside those: one too few or too many doesn't compile. */
export type PaperFields<K extends PaperKind> = {
  readonly [S in Spec<K> as Exclude<NameOf<S>, CommonName>]: ValueOf<S>;
};
