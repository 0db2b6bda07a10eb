import type { Catalogue, NotOursRule } from '../catalogue';
import { byTarget, strongestFirst, total } from './findItem';
import { matchPatterns, type Match } from './matchPatterns';
import type { SearchedText } from './searchText';
import { DESK_FLOOR, NOT_OURS_FLOOR, OURS_OVER_OTHERS, TOPIC_FLOOR } from './thresholds';
import type { Channel } from './triage';
import type { WordIndex } from './wordIndex';

export interface OtherBody {
  readonly rule: NotOursRule;
  readonly score: number;
  readonly matches: readonly Match[];
}

/** The other body whose business the words fit best; null when they fit none. */
export function findOtherBody(catalogue: Catalogue, index: WordIndex, text: SearchedText): OtherBody | null {
  const scored = [...byTarget(matchPatterns(index, index.notOurs, text, null))].flatMap(([id, found]) => {
    const rule = catalogue.notOurs.find((candidate) => candidate.id === id);
    const matches = strongestFirst(found);
    return rule === undefined ? [] : [{ rule, score: total(matches), matches }];
  });
  const [best] = scored.sort((a, b) => b.score - a.score || (a.rule.id < b.rule.id ? -1 : 1));
  if (best === undefined || !isForm(best.rule)) return best ?? null;
  // A question about social insurance is the insurer's to answer: the form shows that it isn't ours, the topic whose.
  const topic = scored.find(({ rule, score }) => !isForm(rule) && score >= TOPIC_FLOOR);
  return topic === undefined ? best : { ...topic, score: best.score };
}

/** Rules `NQ-…` know questions, suggestions and praise by their form; `NO-…` know a matter by its topic. */
function isForm({ id }: NotOursRule): boolean {
  return id.startsWith('NQ');
}

/**
 * Whether somebody of the seven fields should look at it. Officials report what they were sent to look for, so
 * what can't be told there goes to the desk; citizens write about everything, so without a sign it isn't ours.
 */
export function isOurs(ours: number, other: OtherBody | null, text: SearchedText, channel: Channel): boolean {
  if (other !== null && other.score >= NOT_OURS_FLOOR && other.score * OURS_OVER_OTHERS > ours) return false;
  return ours >= DESK_FLOOR || isOfficial(channel) || (other === null && (text.cut || tellsOfAnAct(text)));
}

// Somebody did something to land, water, road or house: no item fits, no other body either, so a person looks.
const ACT =
  /(遭人|有人|被人|遭|谁|哪个|他们|隔壁|邻居|老板|擅自|私自|偷偷|乱)[^。！!？?；;\n]{0,14}(挖|占|倒|堆|拆|搭|砍|填|埋|排|圈|毁|撬|砸|烧|修|敲|挡|围)/;
const NUISANCE = /(睡不着|吵得|噪音|噪声|扰民|臭得|呛得|熏得|堵得|挡得|堆在路)/;

export function tellsOfAnAct({ normal }: SearchedText): boolean {
  return ACT.test(normal.text) || NUISANCE.test(normal.text);
}

export function isOfficial(channel: Channel): boolean {
  switch (channel) {
    case 'grid_worker':
    case 'patrol':
    case 'city_platform':
    case 'video':
    case 'transfer':
      return true;
    case 'hotline_12345':
    case 'web':
    case 'walk_in':
    case 'media':
      return false;
  }
}
