import type { GradingFacts } from './facts';

/** What each fact is called where people read it. */
export const FACT_LABELS: Readonly<Record<keyof GradingFacts, string>> = {
  suspectedCrime: '是否涉嫌犯罪',
  limitationPassed: '是否超过追责时效',
  injuryOrDanger: '是否有伤亡或现实危险',
  severalTowns: '是否跨镇街',
  pressOrMass: '是否有媒体曝光或群体性',
  violentOrPublicBody: '是否有暴力抗法或涉公权力',
  graveKindOfPenalty: '是否拟处吊销、停业、关闭等',
  proposedFine: '拟罚款数额',
  partyKind: '当事人是个人还是单位',
  heard: '是否经过听证',
  difficult: '是否疑难复杂',
  seriousCircumstances: '是否情节复杂或重大违法',
  coerciveMeasure: '是否需要强制措施',
  foreignParty: '当事人是否涉外',
  partyAge: '当事人年龄',
  incapacity: '当事人能否辨认或控制行为',
  noFault: '当事人有无主观过错',
  slightAndPutRight: '是否轻微并及时改正',
  firstAndSlight: '是否初次违法且后果轻微',
  mitigating: '有无从轻减轻情节',
  severalProvisions: '是否触犯多个规定',
  repeatsInYear: '一年内同类违法次数',
  certifiedOfficersInTown: '镇街持证执法人员人数',
  annulledTwice: '承接镇街是否连续两次被撤销',
};
