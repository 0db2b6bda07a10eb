import type { FineRange, PenaltyItem } from '../catalogue';
import type { GradingFacts } from './facts';
import type { LimitValues } from './limitValues';
import { all, any, type Verdict } from './verdict';

type Fact = keyof GradingFacts;
type BooleanFact = { [K in Fact]: GradingFacts[K] extends boolean | null ? K : never }[Fact];

export interface Predicate {
  /** The facts it asks about; those that are not known yet are named in the explanation. */
  readonly needs: readonly Fact[];
  readonly holds: (item: PenaltyItem, facts: GradingFacts, limits: LimitValues) => Verdict;
}

/** The code behind each row of 案件分级办理规则, by the row's id. What it checks is said in the row's `condition`. */
export const PREDICATES: Readonly<Record<string, Predicate>> = {
  'GR-01': fact('suspectedCrime'),
  'GR-02': fact('limitationPassed'),
  'GR-03': { needs: [], holds: (item) => !item.delegated },
  'GR-04': fact('injuryOrDanger'),
  'GR-05': fact('severalTowns'),
  'GR-06': fact('pressOrMass'),
  'GR-07': fact('violentOrPublicBody'),
  'GR-08': fact('graveKindOfPenalty'),
  'GR-09': {
    needs: ['proposedFine', 'partyKind'],
    holds: (_, facts, limits) =>
      proposedFineReaches(facts, limits.bureau_fine_citizen, limits.bureau_fine_organisation),
  },
  'GR-10': fact('heard'),
  'GR-11': fact('difficult'),
  'GR-12': fact('seriousCircumstances'),
  'GR-13': fact('coerciveMeasure'),
  'GR-14': fact('foreignParty'),
  'GR-15': {
    needs: ['partyAge'],
    holds: (_, { partyAge }, limits) => (partyAge === null ? null : partyAge < limits.age_no_penalty),
  },
  'GR-16': {
    needs: ['partyAge'],
    holds: (_, { partyAge }, limits) =>
      partyAge === null ? null : partyAge >= limits.age_no_penalty && partyAge < limits.age_full_responsibility,
  },
  'GR-17': fact('incapacity'),
  'GR-18': fact('noFault'),
  'GR-19': fact('slightAndPutRight'),
  'GR-20': fact('firstAndSlight'),
  'GR-21': fact('mitigating'),
  'GR-22': fact('severalProvisions'),
  // At the report nobody has proposed a fine: the item's own default decides, and a fine above the limit, once
  // proposed, takes the case out of the summary procedure.
  'GR-23': {
    needs: [],
    holds: (item, facts, limits) =>
      summaryByDefault(item) &&
      facts.partyKind !== 'organisation' &&
      within(facts.proposedFine, limits.summary_fine_citizen),
  },
  'GR-24': {
    needs: ['partyKind'],
    holds: (item, facts, limits) =>
      all(summaryByDefault(item), isOrganisation(facts), within(facts.proposedFine, limits.summary_fine_organisation)),
  },
  'GR-25': {
    needs: ['proposedFine'],
    holds: (item, { proposedFine }, limits) =>
      all(summaryByDefault(item), proposedFine === null ? null : proposedFine <= limits.on_spot_collection),
  },
  'GR-26': {
    needs: ['proposedFine', 'partyKind'],
    holds: (item, facts, limits) =>
      all(item.delegated, aboveSummary(item, facts, limits), not(reachesHearing(item, facts, limits))),
  },
  'GR-27': {
    needs: ['proposedFine', 'partyKind'],
    holds: (item, facts, limits) =>
      all(item.delegated, any(demolition(item), notAFixedSum(item), reachesHearing(item, facts, limits))),
  },
  'GR-28': {
    needs: ['repeatsInYear'],
    holds: (item, { repeatsInYear }, limits) =>
      all(item.delegated, repeatsInYear === null ? null : repeatsInYear >= limits.repeat_offences_year),
  },
  'GR-29': {
    needs: ['certifiedOfficersInTown'],
    holds: (item, { certifiedOfficersInTown }, limits) =>
      all(item.delegated, certifiedOfficersInTown === null ? null : certifiedOfficersInTown < limits.officers_min),
  },
  'GR-30': { needs: [], holds: (item) => item.delegated },
  'GR-31': fact('annulledTwice'),
};

function fact(name: BooleanFact): Predicate {
  return { needs: [name], holds: (_, facts) => facts[name] };
}

function not(verdict: Verdict): Verdict {
  return verdict === null ? null : !verdict;
}

function summaryByDefault(item: PenaltyItem): boolean {
  return item.delegated && item.procedureDefault === 'summary';
}

function within(proposedFine: number | null, limit: number): boolean {
  return proposedFine === null || proposedFine <= limit;
}

function isOrganisation({ partyKind }: GradingFacts): Verdict {
  return partyKind === null ? null : partyKind === 'organisation';
}

/** Against the limit for the party's kind; while the kind is not known, only where both limits agree. */
function proposedFineReaches(
  { proposedFine, partyKind }: GradingFacts,
  citizen: number,
  organisation: number,
): Verdict {
  if (proposedFine === null) return null;
  if (partyKind !== null) return proposedFine >= (partyKind === 'citizen' ? citizen : organisation);
  if (proposedFine >= Math.max(citizen, organisation)) return true;
  return proposedFine < Math.min(citizen, organisation) ? false : null;
}

/** By the fine proposed; before there is one, by the item being ordinary and naming a fine at all. */
function aboveSummary(item: PenaltyItem, facts: GradingFacts, limits: LimitValues): Verdict {
  const { proposedFine, partyKind } = facts;
  if (proposedFine === null) {
    return (
      item.procedureDefault === 'ordinary' && (item.fineCitizen.max !== null || item.fineOrganisation.max !== null)
    );
  }
  if (partyKind === null) {
    return proposedFine > limits.summary_fine_organisation
      ? true
      : proposedFine > limits.summary_fine_citizen
        ? null
        : false;
  }
  return proposedFine > (partyKind === 'citizen' ? limits.summary_fine_citizen : limits.summary_fine_organisation);
}

/** By the fine proposed; before there is one, by the highest that the article allows. */
function reachesHearing(item: PenaltyItem, facts: GradingFacts, limits: LimitValues): Verdict {
  if (facts.proposedFine !== null)
    return proposedFineReaches(facts, limits.hearing_fine_citizen, limits.hearing_fine_organisation);
  const citizen = reaches(item.fineCitizen, limits.hearing_fine_citizen);
  const organisation = reaches(item.fineOrganisation, limits.hearing_fine_organisation);
  if (facts.partyKind === null) return citizen || organisation;
  return facts.partyKind === 'citizen' ? citizen : organisation;
}

function reaches(range: FineRange, limit: number): boolean {
  return range.max !== null && range.max >= limit;
}

function notAFixedSum(item: PenaltyItem): boolean {
  switch (item.fineBasis) {
    case 'percent_of_cost':
    case 'multiple_of_illegal_income':
    case 'per_m2':
      return true;
    case 'none':
    case 'fixed':
      return false;
  }
}

/** 责令限期拆除, 拆除, 限期清理拆除: however the list words it, what is built must go. */
function demolition(item: PenaltyItem): boolean {
  return item.otherPenalties.some((penalty) => penalty.includes('拆除'));
}
