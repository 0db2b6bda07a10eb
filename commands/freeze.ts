import { writeFileSync } from 'node:fs';
import { FROZEN_PATH, procedureHashes } from './frozen';

/**
 * `npm run freeze`: writes down the hashes of the procedures' files, so that none changes unnoticed. Once released,
 * a procedure that cases were filed under is never edited: a change of law is a new file.
 */
writeFileSync(FROZEN_PATH, `${JSON.stringify(procedureHashes(), null, 2)}\n`);
console.log(`written: ${FROZEN_PATH}`);
