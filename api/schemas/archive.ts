import { Type } from 'typebox';
import { RETENTION_KINDS } from '../../domain/retention';
import { CaseId, LawDate, nullable, oneOf } from './common';

export const ArchiveKeys = Type.Object({
  keys: Type.Array(
    Type.Object({
      id: Type.String({ description: '公钥 SPKI 的 sha256 前 32 位' }),
      algorithm: Type.String(),
      publicKey: Type.String({ description: 'SPKI，PEM' }),
    }),
    { description: '签过案卷的所有公钥，换下的也在内' },
  ),
});

export const ChainHeads = Type.Object({
  heads: Type.Array(
    Type.Object({
      day: LawDate,
      statement: Type.String({ description: '被签名的原文：当日各案事件链链尾的 Merkle 根' }),
      keyId: Type.String(),
      signature: Type.String({ description: 'base64；算法见 statement 里的 key' }),
    }),
    { description: '新的在前。另存在服务之外，数据库被整体改写也看得出来' },
  ),
});

export const RetentionPage = Type.Object({
  on: LawDate,
  seen: Type.Integer({ description: '本页查看的归档案件数' }),
  due: Type.Array(
    Type.Object({
      caseId: CaseId,
      kind: oneOf(RETENTION_KINDS, '保管类别'),
      label: Type.String(),
      archivedOn: LawDate,
      until: LawDate,
      rule: Type.String(),
      article: Type.String(),
      verified: Type.Boolean({ description: '期限是否已由本地档案部门核定' }),
    }),
    { description: '保管期满、可以提请鉴定的案卷。本服务不销毁任何案卷' },
  ),
  next: nullable(CaseId),
});
