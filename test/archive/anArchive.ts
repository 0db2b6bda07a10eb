import { createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { sealArchive } from '../../archive/sealArchive';
import { signerOf, type Signer } from '../../archive/signer';
import { EVENTS, type Algorithm, type Entry } from '../../archive/verify.mjs';
import { canonicalJson, chain, GENESIS } from '../../db/chain';
import { opening } from '../domain/support/aCase';

export interface Key {
  readonly signer: Signer;
  readonly publicKey: KeyObject;
}

export function aKey(algorithm: Algorithm = 'Ed25519'): Key {
  const { privateKey } =
    algorithm === 'Ed25519' ? generateKeyPairSync('ed25519') : generateKeyPairSync('ec', { namedCurve: 'SM2' });
  const signer = signerOf(privateKey.export({ type: 'pkcs8', format: 'pem' }).toString());
  return { signer, publicKey: createPublicKey(signer.publicKey) };
}

export const MADE_AT = '2026-11-24T02:00:00.000Z';

/** A case's file with papers of every shape: one empty, one that looks like a ZIP inside, two with the same content. */
export function anArchive({ signer }: Key, random: () => number = () => 0.5): Buffer {
  const recorded = opening('town');
  const hashes = chain(GENESIS, recorded);
  const events = recorded.map((event, index) => `${canonicalJson({ ...event, hash: hashes[index] })}\n`).join('');
  const paper = (size: number): Buffer => Buffer.from(Array.from({ length: size }, () => Math.floor(random() * 256)));
  const same = paper(300);
  const entries: readonly Entry[] = [
    { name: '文书/001-卷宗封面-file_cover-1.pdf', data: paper(900) },
    { name: '文书/002-卷内目录-file_contents-1.pdf', data: same },
    { name: '文书/003-立案审批表-filing_approval-1.pdf', data: same },
    {
      name: '文书/004-询问笔录-inquiry_record-1.docx',
      data: Buffer.from('PK\x03\x04 a ZIP inside PK\x01\x02 PK\x05\x06'),
    },
    { name: '文书/005-结案报告-closing_report-1.pdf', data: Buffer.alloc(0) },
    { name: '证据清单.csv', data: paper(200) },
    { name: EVENTS, data: Buffer.from(events) },
  ];
  const caseId = recorded[0]?.caseId ?? '';
  const file = {
    caseId,
    archivedAt: '2026-11-24T01:00:00.000Z',
    chain: { events: recorded.length, head: hashes.at(-1) ?? '' },
    entries,
    lacking: [{ paper: 'inquiry_record-1', reason: '改存 Word 文件' }],
  };
  return sealArchive(file, MADE_AT, signer).bytes;
}
