import { CHANNELS, type Channel } from '../domain/triage/triage';
import type { CsvLine } from './csv';

/** Which columns of a file hold what: a field of the clue, and the columns whose texts make it up. */
export type ColumnMap = Readonly<Partial<Record<ClueField, readonly string[]>>>;

export const CLUE_FIELDS = [
  'id',
  'channel',
  'text',
  'place',
  'lng',
  'lat',
  'occurredAt',
  'reporterName',
  'reporterPhone',
  'itemCode',
] as const;
export type ClueField = (typeof CLUE_FIELDS)[number];

/** The names under which a field is looked for where the caller names no column; all that a file has of `text` count. */
const USUAL_COLUMNS: Readonly<Record<ClueField, readonly string[]>> = {
  id: ['id'],
  channel: ['channel'],
  text: ['subject', 'text'],
  place: ['place'],
  lng: ['lng'],
  lat: ['lat'],
  occurredAt: ['occurred_at', 'received_at'],
  reporterName: ['reporter_name'],
  reporterPhone: ['reporter_phone'],
  itemCode: ['item_code'],
};

export function columnMap(columns: readonly string[], given: ColumnMap): ColumnMap {
  return Object.fromEntries(
    CLUE_FIELDS.map((field) => {
      const usual = USUAL_COLUMNS[field].filter((column) => columns.includes(column));
      return [field, given[field] ?? (field === 'text' ? usual : usual.slice(0, 1))];
    }),
  );
}

export interface ClueFromCsv {
  readonly id: string | null;
  readonly body: {
    readonly channel: Channel;
    readonly text: string;
    readonly place?: string;
    readonly position?: { readonly lng: number; readonly lat: number };
    readonly occurredAt?: string;
    readonly itemCode?: string;
    readonly reporter?: { readonly name?: string; readonly phone?: string };
  };
}

/** One line as the API takes it. Throws an Error that says in Chinese which column is wrong. */
export function clueFromCsv({ cells, fault }: CsvLine, map: ColumnMap, defaultChannel: Channel): ClueFromCsv {
  if (fault !== null) throw new Error(fault);
  const cell = (field: ClueField): string =>
    (map[field] ?? [])
      .map((column) => cells[column] ?? '')
      .filter((text) => text !== '')
      .join('\n');
  const text = cell('text');
  if (text === '') throw new Error(`${(map.text ?? []).join('、')} 列为空，没有反映内容`);
  const channel = cell('channel') === '' ? defaultChannel : CHANNELS.find((known) => known === cell('channel'));
  if (channel === undefined) throw new Error(`channel 列“${cell('channel')}”不是渠道，可用：${CHANNELS.join('、')}`);
  const name = cell('reporterName');
  const phone = cell('reporterPhone');
  return {
    id: cell('id') === '' ? null : cell('id'),
    body: {
      channel,
      text,
      ...(cell('place') === '' ? {} : { place: cell('place') }),
      ...(cell('lng') === '' && cell('lat') === ''
        ? {}
        : { position: { lng: degree('lng', cell('lng')), lat: degree('lat', cell('lat')) } }),
      ...(cell('occurredAt') === '' ? {} : { occurredAt: instantFrom(cell('occurredAt')) }),
      ...(cell('itemCode') === '' ? {} : { itemCode: cell('itemCode') }),
      ...(name === '' && phone === ''
        ? {}
        : { reporter: { ...(name === '' ? {} : { name }), ...(phone === '' ? {} : { phone }) } }),
    },
  };
}

function degree(column: string, text: string): number {
  if (!/^-?\d+(\.\d+)?$/.test(text)) throw new Error(`${column} 列“${text}”不是经纬度`);
  return Number(text);
}

/** Times without a zone are local ones of the city, UTC+8. */
function instantFrom(text: string): string {
  const parts = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?:[ T](\d{1,2}):(\d{1,2})(?::(\d{1,2}))?)?$/.exec(text);
  if (parts === null) {
    if (Number.isNaN(Date.parse(text)) || !/(Z|[+-]\d{2}:\d{2})$/.test(text)) {
      throw new Error(`时间“${text}”无法识别，请用 2026-11-24 09:30:00`);
    }
    return text;
  }
  const [, year, month, day, hour, minute, second] = parts;
  const two = (part: string | undefined): string => (part ?? '0').padStart(2, '0');
  const iso = `${year ?? ''}-${two(month)}-${two(day)}T${two(hour)}:${two(minute)}:${two(second)}+08:00`;
  if (Number.isNaN(Date.parse(iso))) throw new Error(`时间“${text}”不存在`);
  return iso;
}
