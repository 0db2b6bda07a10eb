import { readFileSync } from 'node:fs';
import { FIELDS, type Field } from '../../domain/catalogue';
import type { Channel } from '../../domain/triage/triage';

export interface SourceLine {
  readonly domain: Field | 'out_of_scope';
  readonly secondDomain: Field | 'out_of_scope' | '';
  readonly isEnforcement: boolean;
  readonly item: string;
  readonly town: string;
  readonly channel: Channel | null;
  readonly subject: string;
  readonly text: string;
}

const DOMAINS: Readonly<Record<string, Field | 'out_of_scope'>> = {
  U: 'urban_management',
  P: 'planning',
  H: 'housing_construction',
  L: 'land',
  W: 'water',
  C: 'culture_tourism',
  T: 'transport',
  X: 'out_of_scope',
};
const CHANNELS: Readonly<Record<string, Channel>> = {
  h: 'hotline_12345',
  g: 'grid_worker',
  p: 'patrol',
  c: 'city_platform',
  v: 'video',
  w: 'web',
  k: 'walk_in',
  m: 'media',
  t: 'transfer',
};

/** Hand-written messages: `domain[/second][!]|item|town|channel|[subject//]text`; cores: `domain|item|text with {}`. */
export function readSource(file: string, kind: 'messages' | 'cores'): SourceLine[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line, index) => {
      const where = `${file}:${index + 1}`;
      const cells = line.split('|');
      const expected = kind === 'messages' ? 5 : 3;
      if (cells.length !== expected) throw new Error(`${where}: ${cells.length} cells instead of ${expected}`);
      const [code = '', item = '', ...rest] = cells;
      const [first = '', second = ''] = code.replace('!', '').split('/');
      const domain = DOMAINS[first];
      const secondDomain = second === '' ? '' : DOMAINS[second];
      if (domain === undefined || secondDomain === undefined) throw new Error(`${where}: domain ${code}`);
      const body = rest[rest.length - 1] ?? '';
      const [subject, text] = body.includes('//') ? body.split('//') : ['', body];
      const channel = kind === 'messages' ? CHANNELS[rest[1] ?? ''] : null;
      if (channel === undefined) throw new Error(`${where}: channel ${rest[1] ?? ''}`);
      const town = kind === 'messages' && rest[0] !== '-' ? `510184${rest[0] ?? ''}` : '';
      return {
        domain,
        secondDomain,
        isEnforcement: FIELDS.some((field) => field === domain) || code.endsWith('!'),
        item: item === '-' ? '' : item,
        town,
        channel,
        subject: subject ?? '',
        text: text ?? '',
      };
    });
}
