import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { KINDS } from '../../api/errors';
import { NOTICE_TOPICS } from '../../domain/noticeTopics';
import { REFUSAL_CODES } from '../../domain/refusal';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
/** Where codes are declared, which is no use of them. */
const DECLARED = ['api/errors.ts', 'api/problem.ts', 'domain/refusal.ts'];
const SOURCES = ['api', 'domain', 'workflows']
  .flatMap((room) =>
    readdirSync(join(ROOT, room), { recursive: true, encoding: 'utf8' }).map((file) => join(room, file)),
  )
  .filter((file) => file.endsWith('.ts') && !DECLARED.includes(file))
  .map((file) => readFileSync(join(ROOT, file), 'utf8'));

function isUsed(code: string): boolean {
  return SOURCES.some((source) => source.includes(`'${code}'`));
}

/** A word that nobody says makes clients prepare for what never comes. */
describe('the words that the service promises to its callers', () => {
  it('given every code of a problem, when its use is looked for, then there is one', () => {
    const refusals: readonly string[] = REFUSAL_CODES;
    expect(Object.keys(KINDS).filter((code) => !refusals.includes(code) && !isUsed(code))).toEqual([]);
  });

  it('given every topic of a notice, when its use is looked for, then there is one', () => {
    const duties = readFileSync(join(ROOT, 'domain/duties.ts'), 'utf8');
    expect(NOTICE_TOPICS.filter((topic) => duties.split(`'${topic}'`).length < 2)).toEqual([]);
  });
});
