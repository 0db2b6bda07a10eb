import { CHANNEL_LABELS } from '../domain/labels';
import { CHANNELS, type Channel } from '../domain/triage/triage';
import type { SheetRow } from './sheet';

/** Which columns of a file hold what: a field of the clue, and the columns whose texts make it up. */
export type ColumnMap = Readonly<Partial<Record<ClueField, readonly string[]>>>;

export const CLUE_FIELDS = [
  'id',
  'number',
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

/** The number in the template's example: that line is never a clue. */
export const EXAMPLE_NUMBER = '示例-1';

/** The template's column for each field (a line needs no `id` beside its number), and the other names under which it is looked for; all that a file has of `text` count. */
export const TEMPLATE_COLUMNS: Readonly<Record<Exclude<ClueField, 'id'>, string>> = {
  number: '编号',
  channel: '渠道',
  text: '反映内容',
  place: '地点',
  lng: '经度',
  lat: '纬度',
  occurredAt: '发生时间',
  reporterName: '反映人',
  reporterPhone: '联系电话',
  itemCode: '事项编码',
};

const USUAL_COLUMNS: Readonly<Record<ClueField, readonly string[]>> = {
  id: ['id'],
  number: ['number', TEMPLATE_COLUMNS.number],
  channel: ['channel', TEMPLATE_COLUMNS.channel],
  text: ['subject', 'text', TEMPLATE_COLUMNS.text],
  place: ['place', TEMPLATE_COLUMNS.place],
  lng: ['lng', TEMPLATE_COLUMNS.lng],
  lat: ['lat', TEMPLATE_COLUMNS.lat],
  occurredAt: ['occurred_at', 'received_at', TEMPLATE_COLUMNS.occurredAt],
  reporterName: ['reporter_name', TEMPLATE_COLUMNS.reporterName],
  reporterPhone: ['reporter_phone', TEMPLATE_COLUMNS.reporterPhone],
  itemCode: ['item_code', TEMPLATE_COLUMNS.itemCode],
};

export function columnMap(columns: readonly string[], given: ColumnMap): ColumnMap {
  return Object.fromEntries(
    CLUE_FIELDS.map((field) => {
      const usual = USUAL_COLUMNS[field].filter((column) => columns.includes(column));
      return [field, given[field] ?? (field === 'text' ? usual : usual.slice(0, 1))];
    }),
  );
}

export interface ClueFromRow {
  readonly id: string | null;
  readonly body: {
    readonly channel: Channel;
    readonly number?: string;
    readonly text: string;
    readonly place?: string;
    readonly position?: { readonly lng: number; readonly lat: number };
    readonly occurredAt?: string;
    readonly itemCode?: string;
    readonly reporter?: { readonly name?: string; readonly phone?: string };
  };
}

/** One line as the API takes it. Throws an Error that says in Chinese which column is wrong. */
export function clueFromRow({ cells, fault }: SheetRow, map: ColumnMap, defaultChannel: Channel): ClueFromRow {
  if (fault !== null) throw new Error(fault);
  const cell = (field: ClueField): string =>
    (map[field] ?? [])
      .map((column) => cells[column] ?? '')
      .filter((text) => text !== '')
      .join('\n');
  if (cell('number') === EXAMPLE_NUMBER) throw new Error('这是模板的示例行，请删除');
  const text = cell('text');
  if (text === '') throw new Error(`${(map.text ?? []).join('、')} 列为空，没有反映内容`);
  const channel =
    cell('channel') === ''
      ? defaultChannel
      : CHANNELS.find((known) => known === cell('channel') || CHANNEL_LABELS[known] === cell('channel'));
  if (channel === undefined) {
    const known = CHANNELS.map((code) => `${CHANNEL_LABELS[code]}（${code}）`).join('、');
    throw new Error(`渠道“${cell('channel').slice(0, 50)}”不认识，可用：${known}`);
  }
  const name = cell('reporterName');
  const phone = cell('reporterPhone');
  return {
    id: cell('id') === '' ? null : cell('id'),
    body: {
      channel,
      ...(cell('number') === '' ? {} : { number: cell('number') }),
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
