import { Type } from 'typebox';
import { EXPORT_KINDS } from '../../db/exports';
import { Instant, LawDate, nullable, oneOf } from './common';

export const Month = Type.String({
  pattern: '^\\d{4}-(0[1-9]|1[0-2])$',
  description: '月份 YYYY-MM，例如 2026-10',
});

const Version = Type.Integer({ minimum: 1, maximum: 1_000_000, description: '同一月份的第几版' });

export const ReportBody = Type.Object({ month: Month }, { additionalProperties: false });
export const ReportParams = Type.Object({ month: Month });
export const ReportQuerystring = Type.Object(
  { version: Type.Optional({ ...Version, description: '第几版；不填为最新' }) },
  { additionalProperties: false },
);

export const ReportMade = Type.Object({ month: Month, version: Version });
export const ReportPending = Type.Object({ status: Type.String(), detail: Type.String(), location: Type.String() });

export const ReportList = Type.Object({
  reports: Type.Array(
    Type.Object({
      month: Month,
      version: Version,
      askedBy: nullable(Type.String({ description: '谁要求制作；空为按日程自动制作' })),
      madeAt: Instant,
      countedTo: { ...LawDate, description: '计至哪一日；早于月末的，制作时该月尚未结束' },
      formulas: Type.Array(Type.String(), { description: '得分公式和各指标，及其版本' }),
      docxSha256: Type.String(),
      xlsxSha256: Type.String(),
    }),
    { description: '新的在前；同一月份重新制作的是新的一版，原版保留' },
  ),
});

export const ExportQuerystring = Type.Object(
  {
    person: Type.Optional(Type.String({ minLength: 1, maxLength: 64, description: '谁：姓名或编号' })),
    kind: Type.Optional(oneOf(EXPORT_KINDS, '哪一类')),
    from: Type.Optional({ ...LawDate, description: '从哪一日起' }),
    to: Type.Optional({ ...LawDate, description: '到哪一日，含当日' }),
    before: Type.Optional(Type.Integer({ minimum: 1, description: '上一页的 next' })),
  },
  { additionalProperties: false },
);

export const ExportPage = Type.Object({
  exports: Type.Array(
    Type.Object({
      id: Type.Integer(),
      at: Instant,
      person: Type.String({ description: '谁' }),
      name: nullable(Type.String({ description: '姓名；空为名册里没有' })),
      kind: oneOf(EXPORT_KINDS, 'report 月报，archive 案卷，paper 文书，evidence 证据文件，corrections 研判更正记录'),
      kindLabel: Type.String(),
      ref: Type.String({ description: '哪一份' }),
      sha256: Type.String({ description: '所给内容的 sha256' }),
    }),
  ),
  kinds: Type.Record(Type.String(), Type.String(), { description: '有哪几类' }),
  next: nullable(Type.Integer({ description: '下一页的 before' })),
});
