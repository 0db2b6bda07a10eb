import { Type } from 'typebox';
import { CaseId, nullable } from './common';

export const Sha256 = Type.String({ pattern: '^[0-9a-f]{64}$', description: '文件的 sha256，64 位十六进制小写' });

export const EvidenceParams = Type.Object({ id: CaseId, sha256: Sha256 });

const StoredFile = {
  size: nullable(Type.Integer({ description: '字节数；空为没有' })),
  type: nullable(Type.String({ description: '按内容认出的类型；空为没有，或者不在所认的几种之内' })),
};

export const EvidenceList = Type.Object({
  caseId: CaseId,
  limit: nullable(Type.Integer({ description: '一个文件最多多少字节；空为没有配置证据库' })),
  maySee: Type.Boolean({ description: '您能不能查看文件' }),
  files: Type.Array(
    Type.Object({
      id: Type.String({ description: '证据编号，例如 E1' }),
      sha256: Sha256,
      stored: nullable(Type.Boolean({ description: '文件是否已存；空为没有配置证据库' })),
      ...StoredFile,
      shown: Type.Boolean({ description: '浏览器能直接显示的照片' }),
      mayHandIn: Type.Boolean({ description: '您能不能上传' }),
    }),
  ),
});

export const EvidenceStored = Type.Object({ sha256: Sha256, stored: Type.Boolean(), ...StoredFile });

export const EvidenceQuerystring = Type.Object(
  { download: Type.Optional(Type.Boolean({ description: '作为文件取走，记入导出记录' })) },
  { additionalProperties: false },
);
