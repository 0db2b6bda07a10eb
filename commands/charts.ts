import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { loadCatalogue } from '../config/catalogue';
import { readEnv } from '../config/env';
import { drawAll } from './charts/drawAll';

/**
 * `npm run charts`: draws the procedures into docs/procedures from their tables and from what `decide` really allows, and
 * the stories into docs/stories from what `decide` makes of them.
 */
for (const { path, text } of drawAll(loadCatalogue(readEnv().catalogueDir))) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
  console.log(`written: ${path}`);
}
