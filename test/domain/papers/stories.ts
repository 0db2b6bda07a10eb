import { join } from 'node:path';
import { loadCatalogue } from '../../../config/catalogue';
import type { ActInputs, ActName, CaseCommand, CaseState, Penalty, RecordedEvent } from '../../../domain/case';
import type { Grade, ProcedureId } from '../../../domain/catalogue';
import { decide } from '../../../domain/decide';
import { fold } from '../../../domain/evolve';
import { lawInForce, openCase, OPENED_BY_TRIAGE } from '../../../domain/openCase';
import type { Known } from '../../../domain/papers/fillPaper';
import { BUREAU, SYSTEM, type Actor, type OrgId, type Role } from '../../../domain/people';
import { number } from '../../../domain/record';

/** The three stories as files of events: papers are made from nothing else. */

export const catalogue = loadCatalogue(join(import.meta.dirname, '../../../config/catalogue'));

function person(id: string, role: Role, org: OrgId): Actor {
  return { id, role, org, certificateUntil: '2029-12-31', qualified: true };
}
const STREET = '510184109';
const YANGMA = '510184002';
const HUAIYUAN = '510184107';
const officer = (town: string, n: number) => person(`officer-${town}-${n}`, 'town_officer', town);
const office = (town: string) => person(`office-${town}`, 'town_office', town);
const bureauOfficer = (n: number) => person(`bureau-officer-${n}`, 'bureau_officer', BUREAU);
const leader = person('leader-1', 'leader', BUREAU);
const reviewer = person('reviewer-1', 'legal_reviewer', BUREAU);

/** The registers at the edge: whoever a story names. */
export const KNOWN: Known = {
  persons: {
    'P-1': { name: '周明远', idNumber: '51018419900101001X', phone: null, address: null },
    'P-2': {
      name: '何翠（崇州市羊马蜀香餐馆经营者）',
      idNumber: '510184198503040021',
      phone: '028-00000000',
      address: '四川省崇州市羊马街道凌翔街18号',
    },
    'P-3': { name: '罗大勇', idNumber: null, phone: null, address: '四川省崇州市怀远镇富丽村3组' },
  },
  officers: new Proxy(
    {},
    {
      get: (_all, id: string) => ({
        name: id.startsWith('officer') ? (id.endsWith('1') ? '王建国' : '李秀英') : `张${id.at(-1) ?? ''}梅`,
        certificateNo: `川A执法-2024-${id.slice(-6)}`,
      }),
    },
  ),
};

interface Opened {
  readonly caseId: string;
  readonly item: string;
  readonly town: string;
  readonly grade: Grade;
  readonly procedure: ProcedureId;
  readonly at: string;
}

export class Story {
  events: readonly RecordedEvent[];
  state: CaseState;

  constructor({ caseId, item: code, town, grade, procedure, at }: Opened) {
    const item = catalogue.items.find((candidate) => candidate.code === code);
    if (item === undefined) throw new Error(`no item ${code}`);
    this.events = openCase({
      ...{ caseId, item, town, grade, procedure, at: instant(at) },
      clueId: 'clue-1',
      channel: grade === 'town' ? 'patrol' : 'hotline_12345',
      gradeReasons: [],
      law: lawInForce(catalogue, instant(at), item.field),
      by: OPENED_BY_TRIAGE,
      commandId: 'open-1',
      fingerprint: '',
    });
    this.state = fold(this.events);
  }

  do<A extends ActName>(at: string, actor: Actor, act: A, input: ActInputs[A]): this {
    const command = {
      ...{ act, input, actor, at: instant(at) },
      id: `${act}-${this.state.seq}`,
      fingerprint: '',
      ifSeq: null,
    } as CaseCommand;
    const decision = decide(this.state, command);
    if (!decision.ok) throw new Error(`${act} at ${at}: ${decision.refusal.code} ${decision.refusal.detail}`);
    const { state, recorded } = number(this.state, command, decision.events);
    this.state = state;
    this.events = [...this.events, ...recorded];
    return this;
  }
}

function instant(text: string): string {
  return new Date(`${text.replace(' ', 'T')}:00+08:00`).toISOString();
}

export const fine = (yuan: number, more: Partial<Penalty> = {}): Penalty => ({
  warning: false,
  fine: yuan,
  basisAmount: null,
  confiscation: 0,
  others: [],
  ...more,
});

/** Story 1: on the spot, collected on the spot. */
export function onTheSpot(collection: 'small_fine' | null = 'small_fine'): Story {
  const officers = [officer(STREET, 1), officer(STREET, 2)];
  const [one] = officers as [Actor, Actor];
  const story = new Story({
    ...{ caseId: 'CZ2026-000123', item: 'WL-004', town: STREET, grade: 'town', procedure: 'summary' },
    at: '2026-09-24 16:00',
  })
    .do('2026-09-24 16:05', one, 'accept', { officers })
    .do('2026-09-24 16:10', one, 'verify', {
      violation: true,
      facts: '游客在字库塔文物保护标志牌上弯折、刻划，标志牌右下角弯曲，有划痕两道。',
    })
    .do('2026-09-24 16:30', one, 'decide_on_spot', {
      officers,
      party: { personId: 'P-1', kind: 'citizen', addressKnown: true },
      place: '街子古镇字库塔',
      facts:
        '2026年9月24日16时许，当事人在街子古镇字库塔弯折、刻划全国重点文物保护单位标志牌，造成标志牌弯曲并留下划痕两道。',
      certificatesShown: true,
      statementHeard: true,
      penalty: fine(100),
      collection,
    });
  if (collection === null) return story;
  return story
    .do('2026-09-28 10:00', one, 'hand_in_fine', { handedInOn: '2026-09-28', receipt: 'S-1' })
    .do('2026-09-30 10:00', office(STREET), 'bank_fine', { bankedOn: '2026-09-30', receipt: 'B-1' })
    .do('2026-09-30 10:30', one, 'report_for_record', { reportedOn: '2026-09-30' })
    .do('2026-09-30 11:00', office(STREET), 'close_case', { summary: '罚款已当场收缴并缴付银行，案件办结。' });
}

export function archived(story: Story, at: string): Story {
  return story.do(at, SYSTEM, 'archive_case', { events: story.state.seq, head: 'f'.repeat(64) });
}

/** Story 2: the town investigates, the bureau reviews; a hearing; unpaid, and on to the court. */
export function restaurant(until: 'notice' | 'decision' | 'served' | 'court' = 'court'): Story {
  const officers = [officer(YANGMA, 1), officer(YANGMA, 2)];
  const [one] = officers as [Actor, Actor];
  const report =
    '经查，当事人在居民住宅楼内开设餐馆，未安装油烟净化设施，产生的油烟经厨房排风扇直接排入相邻居民楼天井，经现场检查两次均属实。上述行为事实清楚，证据确凿。';
  const story = new Story({
    ...{ caseId: 'CZ2026-000456', item: 'CG-022', town: YANGMA, grade: 'town_bureau_review', procedure: 'ordinary' },
    at: '2026-09-16 08:30',
  })
    .do('2026-09-16 09:10', one, 'accept', { officers })
    .do('2026-09-16 10:00', one, 'verify', {
      violation: true,
      facts: '现场检查发现餐馆厨房未安装油烟净化设施，油烟经排风扇直接排向居民楼。',
    })
    .do('2026-09-16 15:00', office(YANGMA), 'file_case', {
      officers,
      party: { personId: 'P-2', kind: 'citizen', addressKnown: true },
      reason: '当事人涉嫌未安装油烟净化设施排放油烟，一个月内第三次被投诉，符合立案条件。',
      committedOn: null,
      harm: false,
    })
    .do('2026-09-16 16:30', one, 'order_rectification', {
      requirement: '立即停止直接排放油烟，并于期限前安装油烟净化设施、保持正常使用。',
      until: '2026-09-23',
    })
    .do('2026-09-17 10:00', one, 'record_scene', {
      officers,
      place: '羊马街道凌翔街18号餐馆厨房',
      from: instant('2026-09-17 09:05'),
      until: instant('2026-09-17 09:50'),
      partyPresent: true,
      record:
        '检查人员向在场人出示执法证件后进入厨房检查。\n厨房有灶台四眼，均在使用；排风扇一台，未接油烟净化设施，出风口朝向居民楼天井。\n现场拍照六张，在场人对检查情况无异议。',
    })
    .do('2026-09-17 16:00', one, 'record_inquiry', {
      officers,
      subject: 'party',
      certificatesShown: true,
      place: '羊马街道综合执法协调办公室询问室',
      from: instant('2026-09-17 14:00'),
      until: instant('2026-09-17 15:20'),
      record:
        '问：我们是羊马街道的执法人员，这是我们的执法证件，请过目。您是否申请回避？\n答：看清楚了，不申请。\n问：餐馆什么时候开始营业，有没有安装油烟净化设施？\n答：今年六月开的，当时想省钱，一直没有装。\n问：以上记录请核对，与您所说是否一致？\n答：一致。',
    })
    .do('2026-09-18 10:00', office(YANGMA), 'take_measure', {
      kind: 'registered_preservation',
      officers,
      goods: '双眼燃气灶（型号JZT-2，1台，旧）；排风扇（1台，有油垢）；电表箱钥匙（1把）',
      place: '羊马街道凌翔街18号餐馆厨房',
      reason: '证据可能灭失或者以后难以取得',
      emergency: false,
    })
    .do('2026-09-18 11:00', one, 'collect_evidence', {
      sha256: 'a'.repeat(64),
      kind: 'audiovisual',
      storeKey: 'evidence/1',
      description: '厨房排风口直排油烟的照片六张、录像一段',
      takenAt: instant('2026-09-17 09:20'),
      place: '羊马街道凌翔街18号',
    })
    .do('2026-09-24 09:00', one, 'check_rectification', { rectified: false, facts: '仍未安装油烟净化设施。' })
    .do('2026-09-24 10:00', one, 'dispose_measure', { measureId: 'M1', disposal: 'returned', note: '已拍照固定' })
    .do('2026-09-24 11:00', one, 'end_investigation', { officers, report, proposal: fine(20_000) })
    .do('2026-09-27 10:00', reviewer, 'return_review', { requirement: '请补充此前两次投诉的处理记录。' })
    .do('2026-09-28 10:00', one, 'end_investigation', { officers, report, proposal: fine(20_000) })
    .do('2026-09-29 10:00', reviewer, 'pass_review', {
      opinion: '本案主体适格，事实清楚，证据确凿，适用法律正确，程序合法，同意拟处理意见。',
    });
  discussIfDue(story, '2026-09-29', fine(20_000));
  story.do('2026-09-30 10:00', one, 'give_notice', {
    facts: '当事人在居民住宅楼内开设餐馆，未安装油烟净化设施，产生的油烟直接排入相邻居民楼天井。',
    penalty: fine(20_000),
    servedOn: '2026-09-30',
    method: 'direct',
  });
  if (until === 'notice') return story;
  story
    .do('2026-10-10 10:00', one, 'record_statement', {
      raised: true,
      summary: '餐馆开业不久，经营困难，请求从轻处罚。',
      waived: false,
    })
    .do('2026-10-12 10:00', one, 'weigh_statement', {
      adopted: 'part',
      reasons: '当事人主动配合调查，但未在期限内改正，拟处罚款已在裁量幅度的中下限',
    })
    .do('2026-10-13 10:00', one, 'request_hearing', { requestedOn: '2026-10-13', reason: '认为罚款过重' })
    .do('2026-10-14 10:00', office(YANGMA), 'give_hearing_notice', {
      servedOn: '2026-10-14',
      method: 'direct',
      heldAt: '2026-10-23T01:30:00.000Z',
      place: '羊马街道办事处三楼会议室',
      chair: bureauOfficer(9),
    })
    .do('2026-10-23 16:00', bureauOfficer(9), 'record_hearing', {
      heldOn: '2026-10-23',
      attended: true,
      record:
        '主持人核对参加人身份，宣布听证纪律，告知权利义务。\n调查人员陈述违法事实、证据和拟处罚意见。\n当事人陈述：对事实没有异议，认为罚款数额偏高。\n双方质证、辩论，当事人作最后陈述。',
      opinion: '违法事实清楚，拟处罚意见适当，建议按拟处罚意见作出决定。',
    })
    .do('2026-10-30 10:00', office(YANGMA), 'decide_penalty', {
      penalty: fine(20_000),
      reasons: '当事人一个月内被投诉三次，责令改正后逾期未改，但配合调查，按裁量基准处以罚款。',
    });
  if (until === 'decision') return story;
  story.do('2026-11-05 10:00', one, 'serve_decision', {
    method: 'direct',
    servedOn: '2026-11-05',
    note: '经营者本人签收',
    proof: '',
  });
  if (until === 'served') return story;
  return story
    .do('2027-05-10 10:00', one, 'give_demand_notice', { servedOn: '2027-05-10', method: 'direct' })
    .do('2027-06-01 10:00', office(YANGMA), 'apply_to_court', { appliedOn: '2027-06-01', court: '崇州市人民法院' });
}

function discussIfDue(story: Story, day: string, conclusion: Penalty): void {
  const command = {
    heldOn: day,
    participants: [office(YANGMA), officer(YANGMA, 3), officer(YANGMA, 4)],
    record: '与会人员听取承办人汇报和法制审核意见，逐一发表意见，一致同意拟处理意见。',
    conclusion,
  };
  story.do(`${day} 16:00`, office(YANGMA), 'record_discussion', command);
}

/** Story 3: the bureau takes it; seizure, review, discussion, hearing waived, left at the door, to be pulled down. */
export function extension(): Story {
  const officers = [bureauOfficer(1), bureauOfficer(2)];
  const [one] = officers as [Actor, Actor];
  const penalty = fine(0, { others: ['限期改正', '拆除'] });
  const story = new Story({
    ...{ caseId: 'CZ2026-000789', item: 'GH-011', town: HUAIYUAN, grade: 'bureau', procedure: 'ordinary' },
    at: '2026-09-14 09:00',
  })
    .do('2026-09-14 10:00', one, 'accept', { officers })
    .do('2026-09-14 11:00', officer(HUAIYUAN, 1), 'answer_cooperation', { taskId: 'C1', answer: '已测量并看护现场' })
    .do('2026-09-14 15:00', one, 'verify', { violation: true, facts: '未取得规划许可在耕地上加建三层，正在施工。' })
    .do('2026-09-15 09:00', leader, 'file_case', {
      officers,
      party: { personId: 'P-3', kind: 'citizen', addressKnown: true },
      reason: '涉嫌未取得建设工程规划许可证进行建设',
      committedOn: null,
      harm: false,
    })
    .do('2026-09-15 15:00', one, 'take_measure', {
      kind: 'seizure',
      officers,
      goods: '混凝土搅拌机 1 台\n切割机 2 台',
      place: '怀远镇富丽村3组',
      reason: '制止继续施工',
      emergency: true,
    })
    .do('2026-09-15 16:00', leader, 'approve_measure', { measureId: 'M1', approved: true, reason: '同意' })
    .do('2026-09-16 16:00', one, 'collect_evidence', {
      sha256: 'b'.repeat(64),
      kind: 'appraisal',
      storeKey: 'evidence/2',
      description: '测绘成果：建筑面积 412.6 平方米',
      takenAt: instant('2026-09-16 10:00'),
      place: '怀远镇富丽村3组',
    })
    .do('2026-10-12 09:00', one, 'dispose_measure', { measureId: 'M1', disposal: 'returned', note: '已停止施工' })
    .do('2026-10-12 10:00', one, 'end_investigation', {
      officers,
      report: '当事人未取得建设工程规划许可证加建三层，建筑面积412.6平方米，无法采取改正措施消除影响。',
      proposal: penalty,
    })
    .do('2026-10-14 10:00', reviewer, 'pass_review', { opinion: '同意。' })
    .do('2026-10-15 10:00', leader, 'record_discussion', {
      heldOn: '2026-10-15',
      participants: [leader, bureauOfficer(1), bureauOfficer(2)],
      record: '一致同意限期拆除。',
      conclusion: penalty,
    })
    .do('2026-10-16 10:00', one, 'give_notice', {
      facts: '当事人未取得建设工程规划许可证，在怀远镇富丽村3组加建三层，建筑面积412.6平方米。',
      penalty,
      servedOn: '2026-10-16',
      method: 'direct',
    })
    .do('2026-10-19 10:00', one, 'record_statement', { raised: false, summary: '放弃陈述申辩', waived: true });
  if (story.state.notices.at(-1)?.hearingUntil !== null) {
    story.do('2026-10-19 10:30', one, 'waive_hearing', { note: '当事人书面放弃听证' });
  }
  return story
    .do('2026-10-26 10:00', leader, 'decide_penalty', { penalty, reasons: '无法采取改正措施消除影响，应当限期拆除。' })
    .do('2026-10-28 10:00', one, 'serve_decision', {
      method: 'left',
      servedOn: '2026-10-28',
      note: '当事人拒绝签收，留置于其住所',
      proof: '见证人：富丽村村民委员会工作人员；全程录像',
    });
}

/** How story 2 might have gone on: no penalty after all; put off, then withdrawn; somebody else's case. */
export const forgiven = (): Story =>
  restaurant('notice').do('2026-10-12 15:00', office(YANGMA), 'close_without_penalty', {
    reason: 'no_fault',
    explanation: '经复核，当事人已委托有资质的单位安装净化设施，因设备故障未能运行，并有充分证据证明没有主观过错',
  });
export const withdrawn = (): Story =>
  restaurant('served')
    .do('2026-11-10 10:00', office(YANGMA), 'grant_deferral', {
      until: '2027-01-31',
      instalments: [
        { dueOn: '2026-12-31', amount: 10_000 },
        { dueOn: '2027-01-31', amount: 10_000 },
      ],
      reason: '当事人经济确有困难，提交了营业收入证明',
    })
    .do('2026-12-01 10:00', office(YANGMA), 'withdraw_decision', { reason: '认定的违法时间有误' });
export const transferred = (): Story =>
  restaurant('notice').do('2026-10-12 15:00', office(YANGMA), 'transfer_case', {
    to: 'authority',
    body: '成都市崇州生态环境局',
    reason: '经核实，该餐馆排放的废气属于生态环境部门监管的工业废气',
  });
