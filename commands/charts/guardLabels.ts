/**
 * What each guard of the procedures' tables asks for, in the fewest words. By the guard's own name: the tables hold the
 * functions, and a chart that is drawn from them can't leave one out (a name that is missing here fails the drawing).
 * Two guards that ask for the same, before and after the input is known, have the same words.
 */
export const GUARD_LABELS: Readonly<Record<string, string>> = {
  // Persons
  officersOfOwner: '执法人员属承办单位、持证、未回避',
  enoughCertifiedOfficers: '两名以上持证执法人员',
  actorIsCertified: '本人持证',
  actorAmongOfficers: '本人在执法人员之列',
  actorHasNoOtherPart: '本人未审核本案、未主持听证',
  fineOwed: '罚款尚未缴清',
  decisionServed: '决定已送达',
  takerNamed: '本人在执法人员之列',
  personOnTheCase: '被申请人参加本案',
  recusalPending: '有待决定的回避申请',
  recusalIsOpen: '有待决定的回避申请',
  noRecusalPending: '回避申请均已决定',
  reviewerIsQualified: '审核人具有法律职业资格',
  reviewerDidNotInvestigate: '审核人未参加调查',
  reviewerDidNotChair: '审核人未主持听证',
  chairIsNeutral: '主持人未参加调查、审核',
  actorIsTheChair: '由听证主持人登记',
  leadersDiscuss: '两名以上本机关负责人参加',

  // Dispatch, cooperation, other bodies
  dispatchNotInsisted: '未维持派遣',
  anotherTown: '改派另一镇街',
  notJoinedYet: '该线索未并入',
  notAskedYet: '没有待决定的提级申请',
  elevationNotAsked: '没有待决定的提级申请',
  elevationAsked: '有待决定的提级申请',
  mayGoDown: '提级案件，且事项已赋权镇街',
  taskIsOpen: '有待答复的协办任务',
  someTaskAnswered: '有已答复的协办任务',
  taskIsAnswered: '有已答复的协办任务',
  noCooperationOpen: '协办任务均已答复',
  noDisputeOpen: '没有管辖争议',
  disputeWithAnother: '与另一镇街有争议',
  disputeOpen: '有管辖争议',
  noCrimeReportOpen: '没有待决定的涉嫌犯罪报告',
  crimeReportOpen: '有待决定的涉嫌犯罪报告',
  policeOnReport: '移送公安须先有涉嫌犯罪报告',
  isTransferred: '已决定移送',
  transferNotSentYet: '移送材料未送交',
  transferSent: '移送的，材料已送交',

  // Investigation and measures
  verifiedAsViolation: '核查发现违法行为',
  noRectificationOpen: '责令改正均已复查',
  rectificationOpen: '有待复查的责令改正',
  untilNotPast: '改正期限不早于今天',
  committedInThePast: '违法行为日期不晚于今天',
  withinLimitation: '未过追责时效',
  evidenceOnFile: '已登记证据',
  certificatesShown: '已出示执法证件',
  recordedInOrder: '起止时间先后有序、不晚于现在',
  approvedOrEmergency: '负责人批准，或者情况紧急',
  measureHeld: '有尚未处理的措施',
  measureIsOpen: '有尚未处理的措施',
  measureUnapproved: '措施待批准',
  awaitsApproval: '措施待批准',
  seizureHeld: '查封、扣押未处理',
  testingAllowed: '检测期间已书面告知',
  testingUnderWay: '正在检测',
  testingRuns: '正在检测',
  noMeasureOpen: '登记保存、查封扣押的物品均已处理',

  // Review and discussion
  reviewPassed: '应当法制审核的，审核通过',
  reviewCovers: '应当法制审核的，审核通过',
  discussedByToday: '讨论日期不晚于今天',
  discussedWhereDue: '应当集体讨论的，已讨论且与结论一致',

  // Notice, defence, hearing
  noticeServedByToday: '送达在立案以后、今天以前',
  noHeavierNotice: '申辩后不得加重',
  notHeavierThanNoticed: '不重于已告知的',
  noticeGiven: '已事先告知',
  statementPeriodOver: '陈述申辩期满，或者书面放弃',
  statementsWeighed: '陈述申辩均已复核',
  partyRegistered: '已登记当事人',
  onlyLearned: '是同一当事人，只补充、不删去',
  partyAddressKnown: '当事人住址已登记',
  somethingToWeigh: '有待复核的陈述申辩',
  hearingIsDue: '属于应当告知听证的范围',
  hearingNotHeldYet: '听证未举行',
  hearingNotRequestedYet: '未要求、未放弃听证',
  hearingNotWaivedYet: '未放弃听证',
  hearingRequested: '已要求听证',
  hearingNoticed: '已通知听证',
  hearingConcluded: '应当听证的，已举行、放弃或者期满未要求',
  noHearingPending: '没有待举行的听证',
  requestedInTime: '在五个工作日内要求',
  noticedInTime: '提前七个工作日通知',
  heldOnTheDay: '按通知的日期或者延期举行',

  // Penalty
  rightsTold: '已出示证件、告知并听取陈述申辩',
  withinSummaryLimit: '不超过当场罚款限额',
  summaryKindsOnly: '只有警告或者罚款',
  withinItemRange: '种类和幅度合于条文',
  collectionAllowed: '合于当场收缴的情形',
  groundOnFile: '以已改正为由的，复查合格',
  terminationGroundHolds: '以时效为由的，时效已过',

  // After the decision
  notReportedYet: '当场处罚未备案',
  reportedByToday: '备案在决定以后、今天以前',
  reportedWhereOnSpot: '当场处罚已备案',
  fineToHandIn: '有待交回的当场收缴罚款',
  fineToBank: '有已交回、待缴银行的罚款',
  collectedByToday: '日期在收缴以后、今天以前',
  collectedFineBanked: '当场收缴的罚款已缴银行',
  decisionToWithdraw: '有处罚决定',
  notAnnouncedYet: '未公告',
  announcedByToday: '公告在决定以后、今天以前',
  servedBetweenDecisionAndToday: '送达在决定以后、今天以前',
  serviceIsProved: '留置、邮寄、电子送达有证明',
  announcementOver: '公告送达的，公告期满',
  notPublishedYet: '未公开',
  publishedByToday: '日期在决定以后、今天以前',
  publicationToWithdraw: '决定已撤回而公开信息仍在',
  publicationTakenDown: '决定已撤回的，公开信息已撤下',
  moneyOwed: '有待缴的款项',
  paidWithinOwed: '不多于应缴的（含加处罚款）',
  somethingToPerform: '有待履行的其他内容',
  performedByToday: '履行在决定以后、今天以前',
  deferralAddsUp: '各期之和等于应缴的，截止日晚于今天',
  noAppealOpen: '没有未终结的复议、诉讼',
  appealOpen: '复议或者诉讼未终结',
  reviewBeforeSuit: '当场处罚的，先复议后诉讼',
  endedAfterFiled: '终结在提起以后、今天以前',
  notPerformedInTime: '逾期未履行',
  demandedAfterDue: '催告在履行期满以后',
  demandWaited: '催告送达后满十个工作日',
  withinCourtWindow: '复议、诉讼期满后三个月内',
  notAppliedYet: '未申请，或者被拒',
  appliedByToday: '申请在复议、诉讼期满以后',
  courtApplied: '已申请，待结果',
  resultAfterApplication: '结果在申请以后、今天以前',

  // Clocks
  somethingToExtend: '有可以延长的期限',
  mayExtend: '未届满，次数和长度在限度以内',
  notSuspended: '未中止',
  isSuspended: '已中止',
};

export function guardText(guards: readonly { readonly name: string }[]): string {
  const words = guards.map(({ name }) => {
    const label = GUARD_LABELS[name];
    if (label === undefined) throw new Error(`the guard ${name} has no words in guardLabels.ts`);
    return label;
  });
  return [...new Set(words)].join('；');
}
