import { join } from 'node:path';
import staticFiles from '@fastify/static';
import type { ApiApp } from '../apiApp';
import { BUILT, sendDocument } from '../sendDocument';

const YEAR_MS = 365 * 24 * 3_600_000;

/** The addresses of the pages: each is the same document, which then shows what its address names. */
const PAGES = [
  '/',
  '/sign-in',
  '/town',
  '/dispatch',
  '/dispatch/*',
  '/review',
  '/review/*',
  '/supervision',
  '/supervision/*',
  '/wall',
  '/administration',
  '/administration/*',
  '/cases',
  '/cases/*',
];

/** The pages, built by Vite: one document and its parts, whose names change with their content. */
export async function consoleRoutes(app: ApiApp): Promise<void> {
  await app.register(staticFiles, {
    root: join(BUILT, 'assets'),
    prefix: '/assets/',
    preCompressed: true,
    immutable: true,
    maxAge: YEAR_MS,
  });
  app.get('/icon.svg', { schema: { hide: true } }, (_request, reply) => reply.sendFile('icon.svg', BUILT));
  for (const address of PAGES) app.get(address, { schema: { hide: true } }, (_request, reply) => sendDocument(reply));
}
