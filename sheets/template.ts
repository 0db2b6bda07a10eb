import { EXAMPLE_NUMBER, TEMPLATE_COLUMNS } from './clueFromRow';

const EXAMPLE: typeof TEMPLATE_COLUMNS = {
  number: EXAMPLE_NUMBER,
  channel: '12345热线',
  text: '有人占道经营卖水果，影响通行',
  place: '街子镇银杏广场',
  lng: '',
  lat: '',
  occurredAt: '2026-01-05 09:30',
  reporterName: '',
  reporterPhone: '',
  itemCode: '',
};

/** The file that people fill in: its columns, and one row that shows how. */
export const TEMPLATE = {
  columns: Object.values(TEMPLATE_COLUMNS),
  rows: [Object.values(EXAMPLE)],
} as const;
