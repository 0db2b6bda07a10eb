import { FIELDS, GRADES, type Field, type Grade } from '../../domain/catalogue';
import { CHANNELS, type Channel, type ClueText } from '../../domain/triage/triage';
import { readCsv } from '../../sheets/readCsv';

export type Domain = Field | 'out_of_scope';

/** A clue with what a competent reader would make of it. What a file doesn't say is null. */
export interface LabelledClue {
  readonly id: string;
  readonly clue: ClueText;
  /** Null where the reader couldn't tell either: the desk's. */
  readonly domain: Domain | null;
  readonly secondDomain: Domain | null;
  readonly item: string | null;
  readonly town: string | null;
  readonly grade: Grade | null;
  readonly split: 'train' | 'held_out' | null;
}

/** Reads a file with the columns of `shared/data/citizen-messages.csv`, of data/labelled, or of demo/clues.csv. */
export function readLabelled(file: string, fieldOf: (item: string) => Field | null): LabelledClue[] {
  const { columns, lines } = readCsv(file);
  if (!columns.includes('domain') && !columns.includes('expected_outcome'))
    throw new Error(`${file} 既没有 domain 列，也没有 expected_outcome 列，不是带标注的文件`);
  return lines.map(({ line, cells, fault }) => {
    const where = `${file}:${line}`;
    if (fault !== null) throw new Error(`${where}: ${fault}`);
    const cell = (...names: readonly string[]): string | null =>
      names.map((name) => cells[name] ?? '').find((value) => value !== '') ?? null;
    const item = cell('item', 'expected_item');
    const lng = cell('lng');
    const lat = cell('lat');
    return {
      id: cell('id') ?? `L${line}`,
      clue: {
        channel: channelOf(cell('channel') ?? 'web', where),
        text: [cell('subject'), cell('text')].filter((part) => part !== null).join('\n'),
        place: cell('place'),
        position: lng === null || lat === null ? null : { lng: Number(lng), lat: Number(lat) },
        itemCode: null,
      },
      domain: columns.includes('domain') ? domainOf(cell('domain'), where) : expected(cell('expected_outcome'), item),
      secondDomain: domainOf(cell('second_domain'), where),
      item,
      town: cell('town', 'expected_town'),
      grade: GRADES.find((grade) => grade === cell('grade', 'expected_grade')) ?? null,
      split: cell('split') === 'held_out' ? 'held_out' : cell('split') === 'train' ? 'train' : null,
    };
  });

  function expected(outcome: string | null, item: string | null): Domain | null {
    if (outcome === 'not_ours') return 'out_of_scope';
    return item === null ? null : fieldOf(item);
  }
}

function channelOf(value: string, where: string): Channel {
  const channel = CHANNELS.find((known) => known === value);
  if (channel === undefined) throw new Error(`${where}: channel 列“${value}”不是渠道，可用：${CHANNELS.join('、')}`);
  return channel;
}

function domainOf(value: string | null, where: string): Domain | null {
  if (value === null) return null;
  if (value === 'out_of_scope') return value;
  const field = FIELDS.find((known) => known === value);
  if (field === undefined)
    throw new Error(`${where}: “${value}”不是领域，可用：${[...FIELDS, 'out_of_scope'].join('、')}`);
  return field;
}
