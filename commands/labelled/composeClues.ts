import type { Catalogue, Town } from '../../domain/catalogue';
import type { Channel } from '../../domain/triage/triage';
import { ASKS, GENERIC_PLACES, GREETINGS, HARM, HISTORY, HOTLINE_ASKS, SLANG_ENDS, SLIPS, WHO } from './fragments';
import { pick, random } from './random';
import type { SourceLine } from './readSource';

export interface Composed {
  readonly channel: Channel;
  readonly subject: string;
  readonly text: string;
  readonly town: string;
  readonly core: SourceLine;
}

const SEED = 20_261_124;
/** A name that two towns share, or that is an everyday word, would make a label that no reader could give. */
const SHORTEST_NAME = 3;

/** Each core three times: as a letter, as the hotline's summary, and as somebody types it on a phone. */
export function composeClues(cores: readonly SourceLine[], catalogue: Catalogue): Composed[] {
  const next = random(SEED);
  const names = namesByTown(catalogue.towns);
  return cores.flatMap((core) =>
    (['letter', 'hotline', 'phone'] as const).map((style) => {
      const [town, place] = next() < 0.6 ? placeIn(catalogue.towns, names, next) : ['', pick(GENERIC_PLACES, next)];
      const matter = core.text.replace('{}', place);
      return { core, town, ...STYLES[style](matter, next) };
    }),
  );
}

type Styled = Pick<Composed, 'channel' | 'subject' | 'text'>;
const STYLES: Readonly<Record<'letter' | 'hotline' | 'phone', (matter: string, next: () => number) => Styled>> = {
  letter: (matter, next) => ({
    channel: 'web',
    subject: next() < 0.5 ? matter.slice(0, 24) : '',
    text: slip(
      `${pick(GREETINGS, next)}${pick(WHO, next)}${matter}。${pick(HISTORY, next)}${pick(HARM, next)}${pick(ASKS, next)}`,
      next,
    ),
  }),
  hotline: (matter, next) => ({
    channel: next() < 0.8 ? 'hotline_12345' : 'walk_in',
    subject: '',
    text: `${pick(['【工单】市民反映：', '来电人称', '市民来电：', '来访人反映：', ''], next)}${matter}。${pick(HOTLINE_ASKS, next)}`,
  }),
  phone: (matter, next) => ({
    channel: 'web',
    subject: '',
    text: odd(slip(`${matter}${pick(SLANG_ENDS, next)}`, next), next),
  }),
};

function slip(text: string, next: () => number): string {
  if (next() > 0.25) return text;
  const [right, wrong] = pick(SLIPS, next);
  return text.replace(right, wrong);
}

/** Full-width digits and Latin letters, blanks between characters, no punctuation: as phones and old forms send them. */
function odd(text: string, next: () => number): string {
  const how = next();
  if (how < 0.1) return text.replace(/[，。]/g, ' ');
  if (how < 0.15) return text.replace(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));
  if (how < 0.18) return [...text].join('\u200b');
  return text;
}

function namesByTown(towns: readonly Town[]): ReadonlyMap<string, readonly string[]> {
  const of = (town: Town) => [...town.villages, ...town.aliases, ...town.formerTownships];
  const count = new Map<string, number>();
  for (const name of towns.flatMap(of)) count.set(name, (count.get(name) ?? 0) + 1);
  return new Map(
    towns.map((town) => [town.code, of(town).filter((name) => name.length >= SHORTEST_NAME && count.get(name) === 1)]),
  );
}

function placeIn(
  towns: readonly Town[],
  names: ReadonlyMap<string, readonly string[]>,
  next: () => number,
): readonly [string, string] {
  const town = pick(towns, next);
  const name = pick(names.get(town.code) ?? [town.name], next);
  const how = next();
  if (how < 0.4) return [town.code, `${town.name}${name === town.name ? '' : name}`];
  if (how < 0.5) return [town.code, `${town.name}街上`];
  return [town.code, `${name}${pick(['', '附近', '旁边', '路口'], next)}`];
}
