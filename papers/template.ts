import type { PaperKind } from '../domain/papers/paper';

/** A template as the clerk has saved it. */
export interface Template {
  readonly kind: PaperKind;
  readonly file: string;
  readonly content: Buffer;
  /** The fields that it asks for: only what stands in a paper can be missing in it. */
  readonly fields: ReadonlySet<string>;
}

export type Templates = Readonly<Record<PaperKind, Template>>;

/** Templates that can't be used stop the start. Holds every fault found, so that all can be mended at once. */
export class TemplateError extends Error {
  override readonly name = 'TemplateError';

  constructor(readonly faults: readonly string[]) {
    super(`文书模板有 ${faults.length} 处问题：\n${faults.join('\n')}`);
  }
}
