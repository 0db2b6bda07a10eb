import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Catalogue } from '../domain/catalogue';
import { readCalendar } from './calendar';
import { checkCatalogue } from './checkCatalogue';
import { Problems } from './problems';
import { EXTENSIONS_FILE, readExtensions } from './tables/extensions';
import { FINE_RATES_FILE, readFineRates } from './tables/fineRates';
import { GATES_FILE, readGates } from './tables/gates';
import { FIELD_WORDS_FILE, readFieldWords } from './tables/fieldWords';
import { GRADING_CUES_FILE, readGradingCues } from './tables/gradingCues';
import { GRADING_RULES_FILE, readGradingRules } from './tables/gradingRules';
import { ITEM_WORDS_FILE, readItemWords, withPatrolWords, withWords } from './tables/itemWords';
import { LADDER_FILE, readLadder } from './tables/ladder';
import { LIMITS_FILE, readLimits } from './tables/limits';
import { NOT_OURS_FILE, readNotOurs } from './tables/notOurs';
import { PATROL_ITEMS_FILE, readPatrolItems } from './tables/patrolItems';
import { PENALTY_ITEMS_FILE, readPenaltyItems } from './tables/penaltyItems';
import { PERIODS_FILE, readPeriods } from './tables/periods';
import { WORKING_HOURS_FILE } from './tables/workingHours';
import { readSecondOpinion, SECOND_OPINION_FILE } from './tables/secondOpinion';
import { readSlips, SLIPS_FILE } from './tables/slips';
import { readTownAreas, TOWN_AREAS_FILE } from './tables/townAreas';
import { readTownPoints, TOWN_POINTS_FILE } from './tables/townPoints';
import { readTowns, TOWNS_FILE } from './tables/towns';
import { readUrgencyCues, URGENCY_CUES_FILE } from './tables/urgencyCues';
import { readWarnings, WARNINGS_FILE } from './tables/warnings';

export { CatalogueError } from './catalogueError';
export { requirePeriods } from './requirePeriods';

export const CALENDAR_OVERRIDES_FILE = 'calendar_overrides.csv';

const FILES = [
  CALENDAR_OVERRIDES_FILE,
  EXTENSIONS_FILE,
  FINE_RATES_FILE,
  GATES_FILE,
  FIELD_WORDS_FILE,
  GRADING_CUES_FILE,
  GRADING_RULES_FILE,
  ITEM_WORDS_FILE,
  LADDER_FILE,
  LIMITS_FILE,
  NOT_OURS_FILE,
  PATROL_ITEMS_FILE,
  PENALTY_ITEMS_FILE,
  PERIODS_FILE,
  SECOND_OPINION_FILE,
  SLIPS_FILE,
  TOWN_AREAS_FILE,
  TOWN_POINTS_FILE,
  TOWNS_FILE,
  WARNINGS_FILE,
  WORKING_HOURS_FILE,
  URGENCY_CUES_FILE,
].sort();

/**
 * Reads and judges the whole catalogue in `dir`. Synchronous: it runs once, before anything listens.
 * Throws a CatalogueError that lists every problem with its file, line and column.
 */
export function loadCatalogue(dir: string): Catalogue {
  const problems = new Problems();

  const items = readPenaltyItems(dir, problems);
  const itemCodes = new Set(items.map((item) => item.code));
  const patrolItems = readPatrolItems(dir, itemCodes, problems);
  const words = readItemWords(dir, new Set([...itemCodes, ...patrolItems.map((item) => item.code)]), problems);
  const rates = readFineRates(dir, itemCodes, problems);
  const limits = readLimits(dir, problems);
  const periods = readPeriods(dir, problems);
  const towns = readTowns(dir, problems);
  const townCodes = new Set(towns.map(({ code }) => code));

  const catalogue: Catalogue = {
    version: versionOf(dir),
    items: items.map((item) => ({
      ...withWords(item, words.get(item.code)),
      fineRate: rates.get(item.code) ?? null,
    })),
    patrolItems: patrolItems.map((item) => withPatrolWords(item, words.get(item.code))),
    fieldMatters: readFieldWords(dir, problems),
    towns,
    townPoints: readTownPoints(dir, townCodes, problems),
    townAreas: readTownAreas(dir, townCodes, problems),
    slips: readSlips(dir, problems),
    gradingRules: readGradingRules(dir, limits, problems),
    gradingCues: readGradingCues(dir, problems),
    urgencyCues: readUrgencyCues(dir, problems),
    notOurs: readNotOurs(dir, problems),
    periods,
    secondOpinion: readSecondOpinion(dir, problems),
    limits,
    gates: readGates(dir, limits, problems),
    extensions: readExtensions(dir, periods, problems),
    warnings: readWarnings(dir, periods, problems),
    ladder: readLadder(dir, periods, problems),
    calendar: readCalendar(dir, CALENDAR_OVERRIDES_FILE, problems),
  };
  checkCatalogue(catalogue, problems);
  problems.throwIfAny();
  return catalogue;
}

/** Over the files that are read here, and no other: the officers' list beside them is not the law. */
function versionOf(dir: string): string {
  const hash = createHash('sha256');
  for (const file of FILES) {
    const path = join(dir, file);
    // A file that is missing is already a problem with its name; the version of a broken catalogue is never used.
    if (existsSync(path)) hash.update(file).update('\0').update(readFileSync(path));
  }
  return hash.digest('hex').slice(0, 12);
}
