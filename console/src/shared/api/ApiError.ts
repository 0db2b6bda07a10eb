export interface ProblemAnswer {
  readonly code?: string | undefined;
  readonly title?: string | undefined;
  readonly detail?: string | undefined;
  readonly at?: string | undefined;
  readonly articles?: readonly { readonly statute: string; readonly article: string }[] | undefined;
  readonly requestId?: string | undefined;
}

/** An answer that says no. `status` 0: no answer at all. */
export class ApiError extends Error {
  constructor(
    readonly status: number,
    readonly problem: ProblemAnswer,
  ) {
    super(problem.detail ?? problem.title ?? `接口答复 ${status}。`);
  }

  /** Nobody knows yet what became of the request: worth sending again with the same key. */
  get passing(): boolean {
    return this.status === 0 || this.status >= 500 || this.status === 429 || this.problem.code === 'key_in_flight';
  }
}
