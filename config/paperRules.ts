import type { Town } from '../domain/catalogue';
import { PAPER_KINDS, type PaperKind } from '../domain/papers/paper';
import type { Issuer, PaperRule, PaperRules } from '../domain/papers/paperRules';
import { BUREAU } from '../domain/people';
import { Problems } from './problems';
import { readTable } from './readTable';

const PAPERS_FILE = 'papers.csv';
const ISSUERS_FILE = 'issuers.csv';

/**
 * Reads how papers are called and numbered, and the organs that issue them. Apart from the catalogue: it is no law that a
 * case carries. Throws a CatalogueError that lists every problem with its file, line and column.
 */
export function loadPaperRules(dir: string, towns: readonly Pick<Town, 'code' | 'name'>[]): PaperRules {
  const problems = new Problems();
  const rules = readRules(dir, problems);
  const issuers = readIssuers(dir, towns, problems);
  problems.throwIfAny();
  return { rules, issuers };
}

function readRules(dir: string, problems: Problems): readonly PaperRule[] {
  const columns = ['kind', 'label', 'pattern', 'issuer', 'in_force_from'] as const;
  const kindOf = new Map<string, PaperKind>();
  const rules = readTable(dir, PAPERS_FILE, columns, problems).map((row) => {
    const kind = row.oneOf('kind', PAPER_KINDS);
    const pattern = row.text('pattern');
    // Each exactly once: what is left out would give two papers one number, what stands twice would be printed as it is.
    for (const part of ['{issuer}', '{year}', '{number}']) {
      if (pattern.split(part).length !== 2) row.fail('pattern', `应含有 ${part}，且只有一次`);
    }
    const same = kindOf.get(pattern);
    if (same !== undefined && same !== kind) row.fail('pattern', `与 ${same} 的字号相同，两种文书会有同一个字号`);
    kindOf.set(pattern, kind);
    return {
      kind,
      label: row.text('label'),
      pattern,
      issuer: row.oneOf('issuer', ['owner', 'bureau']),
      inForceFrom: row.date('in_force_from'),
    };
  });
  for (const kind of PAPER_KINDS) {
    if (!rules.some((rule) => rule.kind === kind))
      problems.add({ file: PAPERS_FILE, line: null, column: 'kind', value: kind, allowed: '至少应有一行' });
  }
  return rules;
}

function readIssuers(
  dir: string,
  towns: readonly Pick<Town, 'code' | 'name'>[],
  problems: Problems,
): readonly Issuer[] {
  const columns = ['org', 'name', 'place', 'word', 'review_body', 'court', 'verified'] as const;
  const issuers = readTable(dir, ISSUERS_FILE, columns, problems).map((row) => {
    row.oneOf('verified', ['yes', 'no']);
    return {
      org: row.text('org'),
      name: row.text('name'),
      place: row.text('place'),
      word: row.text('word'),
      reviewBody: row.text('review_body'),
      court: row.text('court'),
    };
  });
  for (const org of [BUREAU, ...towns.map(({ code }) => code)]) {
    if (issuers.filter((issuer) => issuer.org === org).length !== 1) {
      problems.add({ file: ISSUERS_FILE, line: null, column: 'org', value: org, allowed: '应有且只有一行' });
    }
  }
  return issuers;
}
