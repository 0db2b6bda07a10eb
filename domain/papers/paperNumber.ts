import type { Issuer, PaperRule } from './paperRules';

/**
 * 字号, worked out from the case's own number and which paper of its kind it is: it never changes, needs no counter, and no
 * two papers of a kind have the same, since case numbers are given out once in the whole city. The year is the case's too:
 * with the year of the paper, a case of last year could meet one of this year.
 */
export function paperNumber(rule: Pick<PaperRule, 'pattern'>, issuer: Issuer, caseId: string, ordinal: number): string {
  const [, year, digits] = /(\d{4})-(\d+)$/.exec(caseId) ?? [];
  if (year === undefined || digits === undefined) throw new Error(`a case number without year and number: ${caseId}`);
  const number = `${digits.replace(/^0+(?=\d)/, '')}${ordinal > 1 ? `-${ordinal}` : ''}`;
  return rule.pattern.replace('{issuer}', issuer.word).replace('{year}', year).replace('{number}', number);
}
