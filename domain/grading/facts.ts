/**
 * What the grading rules may ask about a case. `null` = not known yet: a rule that needs it does not match,
 * and the explanation says that it was not known.
 */
export interface GradingFacts {
  readonly suspectedCrime: boolean | null;
  readonly limitationPassed: boolean | null;
  readonly injuryOrDanger: boolean | null;
  readonly severalTowns: boolean | null;
  readonly pressOrMass: boolean | null;
  readonly violentOrPublicBody: boolean | null;
  readonly graveKindOfPenalty: boolean | null;
  /** The fine somebody proposes, in yuan. */
  readonly proposedFine: number | null;
  readonly partyKind: 'citizen' | 'organisation' | null;
  readonly heard: boolean | null;
  readonly difficult: boolean | null;
  readonly seriousCircumstances: boolean | null;
  readonly coerciveMeasure: boolean | null;
  readonly foreignParty: boolean | null;
  readonly partyAge: number | null;
  readonly incapacity: boolean | null;
  readonly noFault: boolean | null;
  readonly slightAndPutRight: boolean | null;
  readonly firstAndSlight: boolean | null;
  readonly mitigating: boolean | null;
  readonly severalProvisions: boolean | null;
  /** The same party's cases of this kind in the last year. */
  readonly repeatsInYear: number | null;
  readonly certifiedOfficersInTown: number | null;
  readonly annulledTwice: boolean | null;
}

export const UNKNOWN_FACTS: GradingFacts = {
  suspectedCrime: null,
  limitationPassed: null,
  injuryOrDanger: null,
  severalTowns: null,
  pressOrMass: null,
  violentOrPublicBody: null,
  graveKindOfPenalty: null,
  proposedFine: null,
  partyKind: null,
  heard: null,
  difficult: null,
  seriousCircumstances: null,
  coerciveMeasure: null,
  foreignParty: null,
  partyAge: null,
  incapacity: null,
  noFault: null,
  slightAndPutRight: null,
  firstAndSlight: null,
  mitigating: null,
  severalProvisions: null,
  repeatsInYear: null,
  certifiedOfficersInTown: null,
  annulledTwice: null,
};
