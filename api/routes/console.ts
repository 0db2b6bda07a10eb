import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import staticFiles from '@fastify/static';
import type { ApiApp } from '../apiApp';

const BUILT = fileURLToPath(new URL('../../console/dist', import.meta.url));
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

/** In the document for the value that changes with every answer. */
const NONCE = '__NONCE__';

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
  let document: string | null = null;
  for (const address of PAGES) {
    app.get(address, { schema: { hide: true } }, async (_request, reply) => {
      document ??= await readFile(join(BUILT, 'index.html'), 'utf8');
      const nonce = randomBytes(16).toString('base64');
      return reply
        .headers({ 'content-security-policy': policy(nonce), 'cache-control': 'no-store' })
        .type('text/html; charset=utf-8')
        .send(document.replaceAll(NONCE, nonce));
    });
  }
}

/** Nothing from anywhere else, and no script or style but our own: Ant Design writes its styles under the nonce. */
function policy(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    // Photos are looked at before they are sent, and the charts draw themselves.
    "img-src 'self' blob: data:",
    "connect-src 'self'",
    "font-src 'self'",
    "frame-src 'self' blob:",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
  ].join('; ');
}
