import type { Article } from './catalogue';

const PENALTY_LAW = '中华人民共和国行政处罚法（2021修订）';

const penaltyLaw = (article: string): Article => ({ statute: PENALTY_LAW, article });

/** The articles that acts and refusals rest on. Figures are never here: they are data with the same articles. */
export const ARTICLES = {
  delegation: penaltyLaw('第二十四条'),
  assistance: penaltyLaw('第二十六条'),
  rectify: penaltyLaw('第二十八条'),
  noPenalty: penaltyLaw('第三十三条'),
  evidence: penaltyLaw('第四十六条'),
  officers: penaltyLaw('第四十二条'),
  notice: penaltyLaw('第四十四条'),
  statement: penaltyLaw('第四十五条'),
  summary: penaltyLaw('第五十一条'),
  onSpot: penaltyLaw('第五十二条'),
  filing: penaltyLaw('第五十四条'),
  investigation: penaltyLaw('第五十五条'),
  decision: penaltyLaw('第五十七条'),
  review: penaltyLaw('第五十八条'),
  decisionPeriod: penaltyLaw('第六十条'),
  service: penaltyLaw('第六十一条'),
  noDecisionUnheard: penaltyLaw('第六十二条'),
  payment: penaltyLaw('第六十七条'),
  onSpotCollection: penaltyLaw('第六十八条'),
} as const satisfies Record<string, Article>;
