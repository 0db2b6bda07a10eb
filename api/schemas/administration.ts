import { Type } from 'typebox';
import { TABLES } from '../../config/catalogueTables';
import { SIGN_IN_DEEDS } from '../../db/signInRecord';
import { ROLES } from '../../domain/people';
import { JUDGED } from '../../domain/triage/dryRun';
import { CaseId, LawDate, nullable, oneOf } from './common';
import { IndicatorView } from './indicators';
import { ScoreFormula, ScoreRow } from './scores';
import { DIMENSIONS } from '../../db/readIndicator';

const table = oneOf(TABLES, '目录中的一张表，见 /api/v1/administration/tables');

export const TableParams = Type.Object({ table });

export const TableList = Type.Object({
  version: Type.String({ description: '服务现在使用的目录版本' }),
  tables: Type.Array(Type.Object({ name: Type.String(), label: Type.String(), file: Type.String() })),
});

export const TablePage = Type.Object({
  name: Type.String(),
  label: Type.String(),
  columns: Type.Array(
    Type.Object({
      name: Type.String(),
      label: Type.String(),
      values: nullable(
        Type.Record(Type.String(), Type.String(), { description: '代码各是什么意思；空为这一列没有代码' }),
      ),
    }),
  ),
  rows: Type.Array(Type.Array(Type.String())),
});

export const DryRunBody = Type.Object(
  {
    table,
    text: Type.String({ minLength: 1, maxLength: 1_000_000, description: '改后的整个文件（CSV，UTF-8）' }),
    last: Type.Optional(Type.Integer({ minimum: 1, maximum: 5_000, description: '最近多少条线索；不填为 1000' })),
  },
  { additionalProperties: false },
);

/** A clock whose due instant a new calendar or period moves. */
export const MovedClock = Type.Object({
  clockId: Type.String(),
  name: Type.String(),
  from: Type.String(),
  to: Type.String(),
});

const Difference = {
  what: oneOf(JUDGED, '研判的哪一项'),
  whatLabel: Type.String(),
  before: nullable(Type.String()),
  beforeLabel: Type.String(),
  after: nullable(Type.String()),
  afterLabel: Type.String(),
};

export const DryRunResult = Type.Object({
  before: Type.String({ description: '现行目录的版本' }),
  after: Type.String({ description: '改后目录的版本' }),
  clues: Type.Integer({ description: '试算的线索数' }),
  changed: Type.Integer({ description: '研判会改变的线索数' }),
  tally: Type.Array(Type.Object({ ...Difference, clues: Type.Integer() })),
  examples: Type.Array(Type.Object({ clueId: Type.String(), changes: Type.Array(Type.Object(Difference)) })),
  law: Type.Object(
    {
      seen: Type.Integer({ description: '看了多少件在办案件' }),
      all: Type.Boolean({ description: '是否全部在办案件' }),
      moved: Type.Integer({ description: '时限会移动的案件数' }),
      examples: Type.Array(Type.Object({ caseId: CaseId, moved: Type.Array(MovedClock) })),
    },
    { description: '若启用并在在办案件中变更' },
  ),
});

export const FormulaHistory = Type.Object({
  indicators: Type.Array(IndicatorView, { description: '每个指标的每一版' }),
  formulas: Type.Array(ScoreFormula, { description: '每个得分公式的每一版' }),
  reports: Type.Array(
    Type.Object({
      month: Type.String(),
      version: Type.Integer(),
      madeAt: Type.String(),
      formulas: Type.Array(Type.String(), { description: '编号@版本' }),
    }),
    { description: '月报用了哪些公式，新的在前' },
  ),
});

export const CatalogueHistory = Type.Object({
  versions: Type.Array(
    Type.Object({
      id: Type.Integer(),
      at: Type.String({ description: '服务从何时起按这个版本运行' }),
      version: Type.String({ description: '研判理由中所写的目录版本' }),
      first: Type.Boolean({ description: '记录中的第一个版本' }),
      changed: Type.Array(Type.String(), { description: '比上一个版本改动了哪些表' }),
    }),
  ),
});

export const CatalogueVersionParams = Type.Object({ id: Type.Integer({ minimum: 1, maximum: 2 ** 31 - 1 }) });

export const CatalogueChanges = Type.Object({
  id: Type.Integer(),
  tables: Type.Array(
    Type.Object({
      name: Type.String(),
      label: Type.String(),
      columns: Type.Array(Type.String()),
      added: Type.Integer({ description: '多了几行' }),
      removed: Type.Integer({ description: '少了几行' }),
      rows: Type.Array(
        Type.Object({
          is: oneOf(['added', 'removed'], '多出的行、去掉的行；改动的行两样都有'),
          cells: Type.Array(Type.String()),
        }),
      ),
    }),
  ),
});

export const ScoreDryRunBody = Type.Object(
  {
    formula: Type.String({ pattern: '^[a-z_]{1,40}$', description: '得分公式' }),
    text: Type.String({ minLength: 1, maxLength: 1_000_000, description: '改后的整个 score_weights.csv（UTF-8）' }),
    from: LawDate,
    to: LawDate,
    by: oneOf(DIMENSIONS, '按哪一方'),
  },
  { additionalProperties: false },
);

const Scored = Type.Object({ formula: ScoreFormula, rows: Type.Array(ScoreRow) });

export const ScoreDryRunResult = Type.Object({ before: Scored, after: Scored });

export const RosterPage = Type.Object({
  people: Type.Array(
    Type.Object({
      id: Type.String(),
      name: Type.String(),
      roleLabel: Type.String(),
      orgName: Type.String(),
      certificateNo: nullable(Type.String()),
      certificateUntil: nullable(Type.String({ description: '执法证有效期的最后一天' })),
      daysLeft: nullable(Type.Integer({ description: '执法证还有效几天；负数为已过期，空为没有执法证' })),
      qualified: Type.Boolean({ description: '国家统一法律职业资格' }),
      retiredAt: nullable(Type.String({ description: '离开名册的时刻' })),
    }),
  ),
});

export const RoleList = Type.Object({
  roles: Type.Array(
    Type.Object({
      role: oneOf(ROLES, '岗位'),
      label: Type.String(),
      acts: Type.Array(
        Type.Object({
          act: Type.String(),
          label: Type.String(),
          procedure: Type.String(),
          version: Type.String({ description: '程序的版本' }),
          stages: Type.Array(Type.String(), { description: '在哪些环节' }),
          whose: Type.String({ description: '限于哪些单位的人；空为不限' }),
          grades: Type.Array(Type.String(), { description: '限于哪些分级；空为不限' }),
          article: Type.String({ description: '依据；空为内部管理' }),
        }),
      ),
    }),
  ),
});

export const SessionList = Type.Object({
  sessions: Type.Array(
    Type.Object({
      id: Type.String(),
      subject: Type.String(),
      name: nullable(Type.String()),
      openedAt: Type.String(),
      until: Type.String(),
    }),
  ),
});

export const ScreenList = Type.Object({
  screens: Type.Array(
    Type.Object({
      id: Type.String(),
      place: Type.String(),
      openedBy: Type.String(),
      openedByName: nullable(Type.String()),
      openedAt: Type.String(),
      seenAt: Type.String({ description: '最近一次在显示，精确到小时' }),
    }),
  ),
});

export const SessionParams = Type.Object({ id: Type.String({ pattern: '^[0-9a-f]{64}$', description: '登录编号' }) });

export const SessionEnded = Type.Object({ id: Type.String(), ended: Type.Boolean() });

export const SignInQuery = Type.Object(
  {
    person: Type.Optional(
      Type.String({ minLength: 1, maxLength: 64, description: '谁：姓名或编号，办的人或者被办的人' }),
    ),
    what: Type.Optional(oneOf(SIGN_IN_DEEDS, '哪一类')),
    from: Type.Optional({ ...LawDate, description: '从哪一日起' }),
    to: Type.Optional({ ...LawDate, description: '到哪一日，含当日' }),
    before: Type.Optional(Type.Integer({ minimum: 1, description: '上一页的 next' })),
  },
  { additionalProperties: false },
);

export const SignInPage = Type.Object({
  entries: Type.Array(
    Type.Object({
      id: Type.Integer(),
      at: Type.String(),
      what: oneOf(SIGN_IN_DEEDS, '哪一类'),
      whatLabel: Type.String(),
      person: Type.String({ description: '谁办的' }),
      name: nullable(Type.String({ description: '姓名；空为名册里没有' })),
      concerns: Type.String({ description: '谁的登录，或者屏幕挂在哪里' }),
      concernsName: nullable(Type.String({ description: '登录的是谁；屏幕为空' })),
    }),
    { description: '新的在前' },
  ),
  kinds: Type.Record(Type.String(), Type.String(), { description: '有哪几类' }),
  next: nullable(Type.Integer({ description: '下一页的 before' })),
});

export const RefusalQuery = Type.Object(
  {
    actor: Type.Optional(Type.String({ minLength: 1, maxLength: 64, description: '谁：姓名或编号' })),
    caseId: Type.Optional(Type.String({ minLength: 1, maxLength: 40, description: '哪件案件' })),
    before: Type.Optional(Type.Integer({ minimum: 1, description: '上一页的 next' })),
  },
  { additionalProperties: false },
);

export const RefusalPage = Type.Object({
  refusals: Type.Array(
    Type.Object({
      id: Type.Integer(),
      at: Type.String(),
      caseId: nullable(Type.String()),
      actor: Type.String(),
      name: nullable(Type.String({ description: '姓名；空为名册里没有' })),
      roleLabel: Type.String(),
      orgName: Type.String(),
      act: Type.String(),
      actLabel: Type.String(),
      code: Type.String(),
      title: Type.String(),
      detail: Type.String(),
      articles: Type.Array(Type.String()),
    }),
  ),
  next: nullable(Type.Integer()),
});
