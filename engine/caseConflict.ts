/**
 * A case's workflow and its file contradict each other, or the engine has another house's case of this number. Only a
 * restore, a hand in the tables or a lost engine does this. Trying again mends nothing: somebody must look.
 */
export class CaseConflict extends Error {
  override readonly name = 'CaseConflict';
  readonly caseId: string;

  constructor(caseId: string, reason: string) {
    super(reason);
    this.caseId = caseId;
  }
}

/** What the log says wherever one is met: operators look for it. */
export const CONFLICT_MESSAGE = 'case and file contradict each other';

/** What `record` found, where that is why an update failed: the activity's failure is wrapped once or more on its way. */
export function chainConflictIn(error: unknown): string | null {
  for (let cause: unknown = error; cause instanceof Error; cause = cause.cause) {
    if ('type' in cause && cause.type === 'ChainConflict') return cause.message;
  }
  return null;
}
