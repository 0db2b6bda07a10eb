import type { Article } from './catalogue';

const of =
  (statute: string) =>
  (article: string): Article => ({ statute, article });

const penaltyLaw = of('中华人民共和国行政处罚法（2021修订）');
const compulsionLaw = of('中华人民共和国行政强制法');

/** The articles that acts and refusals rest on. Figures are never here: they are data with the same articles. */
export const ARTICLES = {
  delegation: penaltyLaw('第二十四条'),
  jurisdiction: penaltyLaw('第二十五条'),
  assistance: penaltyLaw('第二十六条'),
  crime: penaltyLaw('第二十七条'),
  rectify: penaltyLaw('第二十八条'),
  noPenalty: penaltyLaw('第三十三条'),
  limitation: penaltyLaw('第三十六条'),
  officers: penaltyLaw('第四十二条'),
  recusal: penaltyLaw('第四十三条'),
  notice: penaltyLaw('第四十四条'),
  statement: penaltyLaw('第四十五条'),
  evidence: penaltyLaw('第四十六条'),
  publication: penaltyLaw('第四十八条'),
  summary: penaltyLaw('第五十一条'),
  onSpot: penaltyLaw('第五十二条'),
  filing: penaltyLaw('第五十四条'),
  investigation: penaltyLaw('第五十五条'),
  preservation: penaltyLaw('第五十六条'),
  decision: penaltyLaw('第五十七条'),
  review: penaltyLaw('第五十八条'),
  decisionPaper: penaltyLaw('第五十九条'),
  decisionPeriod: penaltyLaw('第六十条'),
  service: penaltyLaw('第六十一条'),
  noDecisionUnheard: penaltyLaw('第六十二条'),
  hearing: penaltyLaw('第六十三条'),
  hearingProcedure: penaltyLaw('第六十四条'),
  afterHearing: penaltyLaw('第六十五条'),
  deferral: penaltyLaw('第六十六条'),
  payment: penaltyLaw('第六十七条'),
  onSpotCollection: penaltyLaw('第六十八条'),
  remoteCollection: penaltyLaw('第六十九条'),
  handIn: penaltyLaw('第七十一条'),
  lateFine: penaltyLaw('第七十二条'),
  appeal: penaltyLaw('第七十三条'),
  withdrawal: penaltyLaw('第七十五条'),
  emergencyMeasure: compulsionLaw('第十九条'),
  seizure: compulsionLaw('第二十二条'),
  seizurePeriod: compulsionLaw('第二十五条'),
  seizureDisposal: compulsionLaw('第二十七条'),
  settlement: compulsionLaw('第四十二条'),
  courtApplication: compulsionLaw('第五十三条'),
  demandNotice: compulsionLaw('第五十四条'),
  reconsiderationFirst: of('中华人民共和国行政复议法（2023修订）')('第二十三条'),
} as const satisfies Record<string, Article>;
