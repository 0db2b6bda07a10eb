import 'fastify';

declare module 'fastify' {
  interface FastifySchema {
    hide?: boolean;
  }
}
