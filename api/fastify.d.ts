import 'fastify';
import type { ProblemCode } from './problem';

declare module 'fastify' {
  interface FastifySchema {
    hide?: boolean;
  }

  interface FastifyContextConfig {
    /** The body is a list whose rows are judged one by one. */
    rowByRow?: boolean;
  }

  interface FastifyReply {
    /** Why the answer isn't the wished one; null where it is. */
    problemCode: ProblemCode | null;
  }
}
