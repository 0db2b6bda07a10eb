import { isGrpcServiceError, ServiceError, WorkflowNotFoundError } from '@temporalio/client';
import { EngineSlow } from './within';

const UNAVAILABLE = 14;
const DEADLINE_EXCEEDED = 4;
const CANCELLED = 1;

/** Whether an error says that the engine did not answer in time (and may later), rather than that it refused. */
export function isEngineAway(error: unknown): boolean {
  if (error instanceof EngineSlow) return true;
  if (error instanceof WorkflowNotFoundError) return false;
  if (isGrpcServiceError(error)) return [UNAVAILABLE, DEADLINE_EXCEEDED, CANCELLED].includes(error.code);
  if (error instanceof ServiceError) return error.cause === undefined || isEngineAway(error.cause);
  return error instanceof Error && error.name === 'WorkflowUpdateRPCTimeoutOrCancelledError';
}
