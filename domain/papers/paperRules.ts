import type { LawDate } from '../catalogue';
import type { OrgId } from '../people';
import type { PaperKind } from './paper';

/** One row of papers.csv: what a kind of paper is called, how it is numbered and who issues it, from a day on. */
export interface PaperRule {
  readonly kind: PaperKind;
  readonly label: string;
  /** With {issuer}, {year} and {number}: `{issuer}罚决字〔{year}〕第{number}号`. */
  readonly pattern: string;
  /** Whoever has the case, or the bureau whoever has it (its legal review). */
  readonly issuer: 'owner' | 'bureau';
  readonly inForceFrom: LawDate;
}

/** One row of issuers.csv: an organ as it stands on its papers. */
export interface Issuer {
  readonly org: OrgId;
  readonly name: string;
  /** The place it is in charge of, as papers name it: 崇州市街子镇. */
  readonly place: string;
  /** 机关代字 in the 字号. */
  readonly word: string;
  /** Who reviews its decisions (行政复议法 24) and where they are contested. */
  readonly reviewBody: string;
  readonly court: string;
}

export interface PaperRules {
  readonly rules: readonly PaperRule[];
  readonly issuers: readonly Issuer[];
}

/** The rule in force on a day; before the first, the first: every paper has a number. */
export function ruleFor({ rules }: PaperRules, kind: PaperKind, day: LawDate): PaperRule {
  const own = rules
    .filter((rule) => rule.kind === kind)
    .sort((one, other) => (one.inForceFrom < other.inForceFrom ? -1 : 1));
  const rule = own.filter(({ inForceFrom }) => inForceFrom <= day).at(-1) ?? own[0];
  if (rule === undefined) throw new Error(`no rule for papers of kind ${kind}`);
  return rule;
}

export function issuerOf({ issuers }: PaperRules, org: OrgId): Issuer {
  const issuer = issuers.find((candidate) => candidate.org === org);
  if (issuer === undefined) throw new Error(`no issuer of papers for ${org}`);
  return issuer;
}
