import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadPaperRules } from '../../../config/paperRules';
import { fillPaper, type Filled, type Known } from '../../../domain/papers/fillPaper';
import type { Paper } from '../../../domain/papers/paper';
import { papersOf } from '../../../domain/papers/papersOf';
import {
  archived,
  catalogue,
  extension,
  forgiven,
  KNOWN,
  onTheSpot,
  restaurant,
  transferred,
  withdrawn,
  type Story,
} from './stories';

const RULES = loadPaperRules(join(import.meta.dirname, '../../../config/catalogue'), catalogue.towns);

const papers = (story: Story) => papersOf(story.events, RULES);

function paper(story: Story, id: string): Paper {
  const found = papers(story).find((candidate) => candidate.id === id);
  if (found === undefined) throw new Error(`no paper ${id}`);
  return found;
}

function filled(story: Story, id: string): Filled {
  const { filled, missing } = fillPaper(paper(story, id), KNOWN);
  expect(missing).toEqual([]);
  return filled;
}

describe('which papers a case has', () => {
  it('given the on-the-spot case, then its decision, and the file once it is closed', () => {
    expect(papers(archived(onTheSpot(), '2026-09-30 11:30')).map(({ id, number }) => [id, number])).toEqual([
      ['on_spot_decision-1', '崇街子执当罚字〔2026〕第123号'],
      ['closing_report-1', '崇街子执结字〔2026〕第123号'],
      ['file_cover-1', '崇街子执卷字〔2026〕第123号'],
      ['file_contents-1', '崇街子执卷目字〔2026〕第123号'],
    ]);
  });

  it('given the restaurant, then a paper for each step, the bureau’s among them, the second of a kind numbered so', () => {
    expect(papers(restaurant()).map(({ id, number, date }) => [id, number, date])).toEqual([
      ['filing_approval-1', '崇羊马执立字〔2026〕第456号', '2026-09-16'],
      ['order_to_put_right-1', '崇羊马执责改字〔2026〕第456号', '2026-09-16'],
      ['scene_record-1', '崇羊马执勘字〔2026〕第456号', '2026-09-17'],
      ['inquiry_record-1', '崇羊马执询字〔2026〕第456号', '2026-09-17'],
      ['preservation_list-1', '崇羊马执物清字〔2026〕第456号', '2026-09-18'],
      ['measure_disposal-1', '崇羊马执物处字〔2026〕第456号', '2026-09-24'],
      ['investigation_report-1', '崇羊马执调终字〔2026〕第456号', '2026-09-24'],
      ['legal_review_opinion-1', '崇综执法审字〔2026〕第456号', '2026-09-27'],
      ['investigation_report-2', '崇羊马执调终字〔2026〕第456-2号', '2026-09-28'],
      ['legal_review_opinion-2', '崇综执法审字〔2026〕第456-2号', '2026-09-29'],
      ['discussion_record-1', '崇羊马执集讨字〔2026〕第456号', '2026-09-29'],
      ['prior_notice-1', '崇羊马执罚告字〔2026〕第456号', '2026-09-30'],
      ['service_receipt-1', '崇羊马执送证字〔2026〕第456号', '2026-09-30'],
      ['hearing_notice-1', '崇羊马执听通字〔2026〕第456号', '2026-10-14'],
      ['service_receipt-2', '崇羊马执送证字〔2026〕第456-2号', '2026-10-14'],
      ['hearing_record-1', '崇羊马执听录字〔2026〕第456号', '2026-10-23'],
      ['penalty_decision-1', '崇羊马执罚决字〔2026〕第456号', '2026-10-30'],
      ['service_receipt-3', '崇羊马执送证字〔2026〕第456-3号', '2026-11-05'],
      // Its number keeps the case's year.
      ['demand_notice-1', '崇羊马执催字〔2026〕第456号', '2027-05-10'],
      ['service_receipt-4', '崇羊马执送证字〔2026〕第456-4号', '2027-05-10'],
      ['court_application-1', '崇羊马执强申字〔2026〕第456号', '2027-06-01'],
    ]);
  });

  it('given more events, then the papers that there were keep their ids, numbers and dates', () => {
    const { events } = restaurant();
    const whole = papersOf(events, RULES);
    for (let length = 1; length <= events.length; length += 1) {
      const early = papersOf(events.slice(0, length), RULES);
      const stable = ({ id, number, date, seq }: Paper) => ({ id, number, date, seq });
      expect(early.map(stable)).toEqual(whole.slice(0, early.length).map(stable));
    }
  });

  it('given the bureau’s case, then the bureau issues its papers', () => {
    const numbers = papers(extension()).map(({ number }) => number);
    expect(numbers.length).toBeGreaterThan(7);
    expect(numbers.every((number) => number.startsWith('崇综执'))).toBe(true);
  });
});

describe('what stands in them', () => {
  it('given the prior notice of story 2, then both last days are the law’s: 10 and 13 October', () => {
    expect(filled(restaurant('notice'), 'prior_notice-1')).toMatchObject({
      当事人: '何翠（崇州市羊马蜀香餐馆经营者）',
      陈述申辩期限: '3个工作日',
      陈述申辩最后一日: '2026年10月10日',
      听证期限: '5个工作日',
      听证最后一日: '2026年10月13日',
      处罚: [{ 序号: '1', 内容: '罚款人民币20000元（大写：贰万元整）' }],
      处罚依据: '《中华人民共和国大气污染防治法》第一百一十八条',
    });
  });

  it('given no hearing is due, then the notice has no passage on it', () => {
    expect(filled(extension(), 'prior_notice-1')).toMatchObject({ 听证期限: null, 听证最后一日: null });
    expect(filled(extension(), 'penalty_decision-1')).toMatchObject({ 听证情况: null, 缴款: null, 加处比例: null });
  });

  it('given the preserved stove, then it is to be disposed of by 29 September, and each thing has its line', () => {
    expect(filled(restaurant('notice'), 'preservation_list-1')).toMatchObject({
      清单名称: '先行登记保存物品清单',
      措施依据: '《中华人民共和国行政处罚法》第五十六条',
      期限: '7个工作日',
      最后一日: '2026年9月29日',
      物品: [
        { 序号: '1', 名称: '双眼燃气灶（型号JZT-2，1台，旧）' },
        { 序号: '2', 名称: '排风扇（1台，有油垢）' },
        { 序号: '3', 名称: '电表箱钥匙（1把）' },
      ],
    });
  });

  it('given the seizure, then its list says so, and that it was taken in an emergency', () => {
    expect(filled(extension(), 'preservation_list-1')).toMatchObject({
      清单名称: '查封（扣押）物品清单',
      期限: '30日',
      最后一日: '2026年10月15日',
      批准情况: expect.stringContaining('情况紧急') as string,
    });
  });

  it('given the seizure, then the decision that is handed over with its list names the remedies and the last day', () => {
    expect(filled(extension(), 'seizure_decision-1')).toMatchObject({
      措施依据: '《中华人民共和国行政强制法》第二十二条',
      最后一日: '2026年10月15日',
      复议期限: '60日',
      诉讼期限: '6个月',
      当事人住址: '四川省崇州市怀远镇富丽村3组',
    });
    expect(filled(extension(), 'measure_disposal-1')).toMatchObject({ 措施日期: '2026年9月15日', 处理方式: '退还' });
  });

  it('given a filed case that ends without a penalty, then a decision says so, and the closing report names it', () => {
    expect(filled(forgiven(), 'no_penalty_decision-1')).toMatchObject({
      不予处罚事由: '没有主观过错',
      不予处罚依据: '《中华人民共和国行政处罚法》第三十三条',
      复议期限: '60日',
    });
    expect(filled(forgiven(), 'closing_report-1')).toMatchObject({ 决定字号: '崇羊马执不罚字〔2026〕第456号' });
  });

  it('given a decision that was put off and then withdrawn, then each has its paper, about that decision', () => {
    const decision = { 决定字号: '崇羊马执罚决字〔2026〕第456号', 决定日期: '2026年10月30日' };
    expect(filled(withdrawn(), 'withdrawal_decision-1')).toMatchObject(decision);
    expect(filled(withdrawn(), 'deferral_decision-1')).toMatchObject({
      ...decision,
      延期至: '2027年1月31日',
      分期: [
        { 序号: '1', 缴款最后一日: '2026年12月31日', 金额: '10000元' },
        { 序号: '2', 缴款最后一日: '2027年1月31日', 金额: '10000元' },
      ],
    });
  });

  it('given a case that belongs to somebody else, then the letter says to whom, why, and what goes along', () => {
    expect(filled(transferred(), 'transfer_letter-1')).toMatchObject({
      移送机关: '成都市崇州生态环境局',
      移送依据: '《中华人民共和国行政处罚法》第二十五条',
    });
  });

  it('given a hearing notice, then it has the hour, and its receipt how it was served', () => {
    expect(filled(restaurant('decision'), 'hearing_notice-1')).toMatchObject({ 听证时间: '2026年10月23日9时30分' });
    expect(filled(restaurant('decision'), 'service_receipt-2')).toMatchObject({ 送达方式: '直接送达' });
  });

  it('given the decision of story 2, then what was said, what was made of it, the hearing and the remedies', () => {
    expect(filled(restaurant('decision'), 'penalty_decision-1')).toMatchObject({
      告知字号: '崇羊马执罚告字〔2026〕第456号',
      告知日期: '2026年9月30日',
      陈述申辩情况:
        '当事人提出陈述、申辩：餐馆开业不久，经营困难，请求从轻处罚。本机关经复核认为：当事人主动配合调查，但未在期限内改正，拟处罚款已在裁量幅度的中下限，对上述陈述、申辩予以部分采纳。',
      听证情况: '应当事人要求，本机关于2026年10月23日举行了听证，并根据听证笔录作出本决定。',
      缴款: '人民币20000元（大写：贰万元整）',
      缴款期限: '15日',
      加处比例: '3%',
      复议机关: '崇州市人民政府',
      复议期限: '60日',
      诉讼期限: '6个月',
      决定日期: '2026年10月30日',
    });
  });

  it('given the decision on the spot, then review comes first and the court fifteen days after it', () => {
    expect(filled(onTheSpot(), 'on_spot_decision-1')).toMatchObject({
      时间: '2026年9月24日16时30分',
      复议期限: '60日',
      诉讼期限: '15日',
      当场收缴理由: '一百元以下罚款',
      缴款最后一日: null,
    });
    expect(filled(onTheSpot(null), 'on_spot_decision-1')).toMatchObject({
      当场收缴理由: null,
      // 行政处罚法 67: fifteen days from 24 September end on Friday 9 October.
      缴款最后一日: '2026年10月9日',
    });
  });

  it('given nothing was paid, then the demand and the application say what is owed, the late fine no more than the fine', () => {
    const owed = { 欠缴本金: '20000元', 加处罚款: '20000元', 应缴合计: '40000元', 应缴合计大写: '肆万元整' };
    expect(filled(restaurant(), 'demand_notice-1')).toMatchObject({
      ...owed,
      决定字号: '崇羊马执罚决字〔2026〕第456号',
      履行最后一日: '2026年11月20日',
      催告期限: '10个工作日',
    });
    expect(filled(restaurant(), 'court_application-1')).toMatchObject({
      ...owed,
      催告日期: '2027年5月10日',
      救济情况: '被申请人在法定期限内未申请行政复议，也未提起行政诉讼',
    });
  });

  it('given the file of the archived case, then its cover counts the papers inside, which its contents list', () => {
    const story = archived(onTheSpot(), '2026-09-30 11:30');
    expect(filled(story, 'file_cover-1')).toMatchObject({
      文书件数: '2',
      归档日期: '2026年9月30日',
      立案日期: '未立案',
    });
    expect(filled(story, 'file_contents-1')).toMatchObject({
      目录: [
        { 序号: '1', 名称: '当场行政处罚决定书', 字号: '崇街子执当罚字〔2026〕第123号', 日期: '2026年9月24日' },
        { 序号: '2', 名称: '结案报告', 字号: '崇街子执结字〔2026〕第123号', 日期: '2026年9月30日' },
      ],
    });
  });
});

describe('what is missing is named', () => {
  const without = (part: 'name' | 'address', personId = 'P-2'): Known => ({
    ...KNOWN,
    persons: { ...KNOWN.persons, [personId]: { ...KNOWN.persons[personId], [part]: null } as Known['persons'][string] },
  });

  it('given a party without an address, then the decision lacks it (行政处罚法 59), and the notice doesn’t need it', () => {
    const story = restaurant('decision');
    expect(fillPaper(paper(story, 'penalty_decision-1'), without('address')).missing).toEqual([
      { field: '当事人住址', reason: '人员库中没有当事人的住址（住所），请补登记' },
    ]);
    expect(fillPaper(paper(story, 'prior_notice-1'), without('address')).missing).toEqual([]);
  });

  it('given an item without an article, then every paper that rests on it lacks it', () => {
    const [first, ...rest] = restaurant('notice').events;
    if (first?.event.type !== 'case_opened') throw new Error('a case begins with its opening');
    const events = [{ ...first, event: { ...first.event, item: { ...first.event.item, article: '' } } }, ...rest];
    const notice = papersOf(events, RULES).find(({ kind }) => kind === 'prior_notice');
    expect(notice && fillPaper(notice, KNOWN).missing).toEqual([{ field: '处罚依据', reason: '没有登记' }]);
  });

  it('given a case that is not archived yet, then its cover lacks the day', () => {
    expect(fillPaper(paper(onTheSpot(), 'file_cover-1'), KNOWN).missing).toEqual([
      { field: '归档日期', reason: '案件尚未归档' },
    ]);
  });

  it('given an order before anybody is known, then it lacks the party', () => {
    const { events } = restaurant('notice');
    const order = events.findIndex(({ event }) => event.type === 'rectification_ordered');
    const filed = events.findIndex(({ event }) => event.type === 'case_filed');
    expect(filed).toBeLessThan(order);
    const early = papersOf(
      [...events.slice(0, filed), events[order]].map((event, index) => ({ ...event, seq: index + 1 }) as never),
      RULES,
    );
    expect(early.flatMap((one) => fillPaper(one, KNOWN).missing.map(({ field }) => field))).toContain('当事人');
  });
});
