import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { FROZEN_PATH, procedureHashes } from '../../commands/frozen';

const frozen = JSON.parse(readFileSync(FROZEN_PATH, 'utf8')) as Record<string, string>;
const HELP =
  'is frozen: cases were filed under it. A change of law is a new file (ordinary-2027.ts, with its own version and ' +
  'day of force in procedures.ts). Only before the first release may `npm run freeze` renew the hash.';

describe('the published procedures', () => {
  it.each(Object.entries(procedureHashes()))('given %s, then it is as it was when it was frozen', (file, hash) => {
    expect(frozen[file], `domain/procedures/${file} ${HELP}`).toBe(hash);
  });

  it('given a file that names a year, then it is among the frozen, and no frozen file is gone', () => {
    const dated = readdirSync(join(FROZEN_PATH, '..')).filter((file) => /-\d{4}\.ts$/.test(file));
    expect(Object.keys(frozen).sort()).toEqual(expect.arrayContaining(dated));
    expect(Object.keys(frozen).sort()).toEqual(Object.keys(procedureHashes()).sort());
  });
});
