import type { Evidence } from '../domain/case';
import { EVIDENCE_LABELS } from '../domain/labels';

const COLUMNS = ['序号', '编号', '种类', '说明', '取得时间', '地点', '取证人', 'sha256', '存放位置'];

/** 证据清单: what was collected, with the hash by which each original is recognised. CSV for spreadsheets. */
export function evidenceList(evidence: readonly Evidence[]): string {
  const rows = evidence.map((one, index) => [
    String(index + 1),
    one.id,
    EVIDENCE_LABELS[one.kind],
    one.description,
    one.takenAt,
    one.place,
    one.takenBy,
    one.sha256,
    one.storeKey,
  ]);
  return `\ufeff${[COLUMNS, ...rows].map((row) => `${row.map(cell).join(',')}\r\n`).join('')}`;
}

/** Quoted; what a spreadsheet would take for a formula is made text. */
function cell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return `"${safe.replaceAll('"', '""')}"`;
}
