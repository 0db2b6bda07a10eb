import {
  CHANNEL_FIELD_LABELS,
  CHANNEL_LABELS,
  FIELD_LABELS,
  GRADE_LABELS,
  LIGHT_LABELS,
  ROLE_LABELS,
  RUNG_CONSEQUENCE_LABELS,
  RUNG_TO_LABELS,
} from '../domain/labels';
import { UNIT_WORDS } from '../domain/time/words';

type Labels = Readonly<Record<string, string>>;

const YES_NO: Labels = { yes: '是', no: '否', true: '是', false: '否' };
const UNITS: Labels = { ...UNIT_WORDS, percent: '%' };

/** What the codes of a column mean; the files themselves hold the codes. A column without codes isn't here. */
export const VALUE_LABELS: Readonly<Record<string, Labels>> = {
  after_unit: UNITS,
  code: CHANNEL_LABELS,
  confidence: { high: '高', medium: '中', low: '低' },
  consequence: RUNG_CONSEQUENCE_LABELS,
  counts_as: { share: '越高越好', rest: '越少越好' },
  delegated: YES_NO,
  domain: FIELD_LABELS,
  field: FIELD_LABELS,
  fine_basis: {
    none: '无罚款',
    fixed: '定额',
    percent_of_cost: '按造价比例',
    multiple_of_illegal_income: '按违法所得倍数',
    per_m2: '按面积',
  },
  from: LIGHT_LABELS,
  gate: { legal_review: '法制审核', discussion: '集体讨论', hearing: '听证' },
  grade: GRADE_LABELS,
  grade_default: GRADE_LABELS,
  numbers_of: { sender: '发送方', channel: '渠道' },
  party: { citizen: '公民', organisation: '法人或者其他组织' },
  procedure_default: { summary: '简易程序', ordinary: '普通程序' },
  required: CHANNEL_FIELD_LABELS,
  result_grade: GRADE_LABELS,
  result_procedure: {
    summary: '简易程序',
    ordinary: '普通程序',
    no_case: '不予立案',
    no_penalty: '不予处罚',
    transfer_police: '移送公安',
  },
  roles: ROLE_LABELS,
  rolls_forward: YES_NO,
  to: RUNG_TO_LABELS,
  unit: UNITS,
  urgency: { immediate: '立即', today: '当日' },
  verified: YES_NO,
  yellow_kind: { share: '用去期限的份额', remaining: '还剩多久' },
  yellow_unit: UNITS,
};
