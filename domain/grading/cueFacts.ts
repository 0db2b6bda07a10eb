import type { GradingFacts } from './facts';

/** The facts that a text alone can show at report time. The others need somebody who has been there. */
export const CUE_FACTS = [
  'suspectedCrime',
  'injuryOrDanger',
  'pressOrMass',
  'violentOrPublicBody',
] as const satisfies readonly (keyof GradingFacts)[];
export type CueFact = (typeof CUE_FACTS)[number];

export function isCueFact(fact: string): fact is CueFact {
  return (CUE_FACTS as readonly string[]).includes(fact);
}
