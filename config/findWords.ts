import type { Catalogue } from '../domain/catalogue';
import type { Hit } from '../domain/triage/triage';
import { wordAutomaton } from '../domain/triage/wordAutomaton';
import { wordIndex } from '../domain/triage/wordIndex';

/**
 * A search for every word that the judge knows: all occurrences, overlapping ones too, as UTF-16 offsets.
 * Built once for a catalogue; the text must be normalised as the words are.
 */
export function buildFinder(catalogue: Catalogue): (text: string) => Hit[] {
  return wordAutomaton(wordIndex(catalogue).words);
}
