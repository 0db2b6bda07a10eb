import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { FastifyReply } from 'fastify';

/** Where Vite puts the pages. */
export const BUILT = fileURLToPath(new URL('../console/dist', import.meta.url));

/** In the document for the value that changes with every answer. */
const NONCE = '__NONCE__';

let document: string | null = null;

/** The one document of all pages, which then shows what its address names, or that it names none. */
export async function sendDocument(reply: FastifyReply): Promise<FastifyReply> {
  document ??= await readFile(join(BUILT, 'index.html'), 'utf8');
  const nonce = randomBytes(16).toString('base64');
  return reply
    .headers({ 'content-security-policy': policy(nonce), 'cache-control': 'no-store' })
    .type('text/html; charset=utf-8')
    .send(document.replaceAll(NONCE, nonce));
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
