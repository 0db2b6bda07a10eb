import { readEvents } from '../db/readEvents';
import { readOfficers } from '../db/readOfficers';
import { readPerson } from '../db/readPerson';
import type { RecordedEvent } from '../domain/case';
import { fillPaper, type Filled, type Lack } from '../domain/papers/fillPaper';
import { namedIn } from '../domain/papers/namedIn';
import type { Paper } from '../domain/papers/paper';
import { papersOf } from '../domain/papers/papersOf';
import type { Queryable } from '../db/pool';
import type { PaperRules } from '../domain/papers/paperRules';
import type { Templates } from '../papers/template';

/** How papers are called and numbered, and the templates that they are filled into. */
export interface PaperSet {
  readonly rules: PaperRules;
  readonly templates: Templates;
}

export interface CasePaper {
  readonly paper: Paper;
  readonly filled: Filled;
  readonly missing: readonly Lack[];
}

/** The papers of a case, filled with the names and numbers that its events only refer to; `unsent`: what would come next. */
export async function casePapers(
  { db, papers: { rules, templates } }: { readonly db: Queryable; readonly papers: PaperSet },
  caseId: string,
  unsent: readonly RecordedEvent[] = [],
): Promise<readonly CasePaper[]> {
  const events = [...(await readEvents(db, caseId)).map(({ event }) => event), ...unsent];
  const papers = papersOf(events, rules);
  const named = namedIn(papers);
  const [persons, officers] = await Promise.all([
    Promise.all(named.persons.map(async (id) => [id, await readPerson(db, id)] as const)),
    readOfficers(db, named.officers),
  ]);
  const known = {
    persons: Object.fromEntries(persons.flatMap(([id, person]) => (person === null ? [] : [[id, person] as const]))),
    officers,
  };
  return papers.map((paper) => {
    const { filled, missing } = fillPaper(paper, known);
    return { paper, filled, missing: missing.filter(({ field }) => templates[paper.kind].fields.has(field)) };
  });
}
