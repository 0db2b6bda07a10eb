import { FACT_LABELS } from '../grading/factLabels';
import type { Reason } from '../reason';
import { reporterIsUnsure, type Choice } from './chooseItem';
import type { Cue } from './findCues';
import type { ScoredSubject } from './findItem';
import type { TownFinding } from './findTown';
import type { Match } from './matchPatterns';
import { originalSpan } from './normalise';
import type { OtherBody } from './scope';
import { READ_LENGTH, type SearchedText } from './searchText';
import { CASE_LEAD } from './thresholds';
import type { ClueText, Hit } from './triage';

/** Enough to see why; all the words of a long letter would hide it. */
const WORDS_SHOWN = 3;

export function itemReasons(
  clue: ClueText,
  text: SearchedText,
  named: Choice | null,
  choice: Choice | null,
  scored: readonly ScoredSubject[],
): Reason[] {
  if (named !== null && clue.itemCode !== null) {
    return [
      {
        kind: 'rule',
        text: `上报单指明事项 ${clue.itemCode}，对应“${named.subject.name}”。`,
        ref: named.subject.code,
        at: null,
      },
      ...aboutSubject(named),
    ];
  }
  const strange: Reason[] =
    clue.itemCode === null ? [] : [doubt(`上报单的事项编码 ${clue.itemCode} 不在清单里，按文字研判。`)];

  const [first, second] = scored;
  if (first === undefined) return [...strange, doubt('没有找到指向任何事项的词，请人工研判。')];
  const words = [
    ...first.matches.slice(0, WORDS_SHOWN).map((match) => keyword(clue, text, match, first)),
    ...against(clue, text, first),
  ];
  if (choice !== null) return [...strange, ...words, ...aboutSubject(choice)];
  return [...strange, ...words, doubt(whyUnclear(text, first, second))];
}

function whyUnclear(text: SearchedText, first: ScoredSubject, second: ScoredSubject | undefined): string {
  if (reporterIsUnsure(text)) return '上报人自己也说不清是哪种情况，请人工确认事项。';
  if (second === undefined || second.score * CASE_LEAD <= first.score)
    return `指向“${first.subject.name}”的词还不够明确，请人工确认事项。`;
  return `“${first.subject.name}”和“${second.subject.name}”都有可能，请人工确认事项。`;
}

function aboutSubject({ subject }: Choice): Reason[] {
  if (subject.penalty === null)
    return [doubt(`巡查事项 ${subject.code} 没有对应的处罚事项，请人工决定如何处置。`, subject.code)];
  if (!subject.penalty.verified)
    return [doubt(`${subject.code} 的条文和罚款数额尚未核对，作出决定前须补齐。`, subject.code)];
  return [];
}

function keyword(clue: ClueText, text: SearchedText, match: Match, { subject }: ScoredSubject): Reason {
  const source = match.pattern.source === subject.code ? subject.code : `${match.pattern.source}、${subject.code}`;
  return {
    kind: 'keyword',
    text: `${words(clue, text, match)}指向“${subject.name}”（${source}）。`,
    ref: match.pattern.source,
    at: span(text, firstHit(match)),
  };
}

function against(clue: ClueText, text: SearchedText, { subject, against: found }: ScoredSubject): Reason[] {
  return found.slice(0, 1).map((match) => ({
    kind: 'negative_keyword',
    text: `${words(clue, text, match)}不像“${subject.name}”，已减分。`,
    ref: subject.code,
    at: span(text, firstHit(match)),
  }));
}

export function otherBodyReasons(
  clue: ClueText,
  text: SearchedText,
  other: OtherBody | null,
  fallback: string,
): Reason[] {
  if (other === null) {
    return [
      {
        kind: 'not_ours',
        text: `没有发现七个领域违法行为的迹象，也没有规则指明承办单位，暂转${fallback}。`,
        ref: null,
        at: null,
      },
    ];
  }
  return other.matches.slice(0, WORDS_SHOWN).map((match) => ({
    kind: 'not_ours',
    text: `${words(clue, text, match)}属${other.rule.reason}，应由${other.rule.body}办理。`,
    ref: other.rule.id,
    at: span(text, firstHit(match)),
  }));
}

export function townReasons(
  clue: ClueText,
  place: SearchedText | null,
  text: SearchedText,
  finding: TownFinding,
): Reason[] {
  const { town, from, hit, candidates } = finding;
  if (town !== null && hit !== null) {
    const inText = from === 'text' || place === null;
    const name = inText ? original(clue.text, text, hit) : original(clue.place ?? '', place, hit);
    return [
      {
        kind: 'place',
        text: `${inText ? '正文提到' : '地点写明'}“${name}”，属${town.name}。`,
        ref: town.code,
        at: inText ? span(text, hit) : null,
      },
    ];
  }
  if (candidates.length === 0) return [doubt('没有写明在哪个镇街，请人工确认。')];
  const names = candidates.map(({ name }) => name).join('、');
  return [
    doubt(
      candidates.length === 1 ? `地名可能指${names}，但不能确定，请人工确认。` : `${names}都有可能，请人工确认镇街。`,
    ),
  ];
}

export function cueReasons(clue: ClueText, text: SearchedText, cues: readonly Cue[]): Reason[] {
  return cues.map(({ fact, hit }) => ({
    kind: 'cue',
    text: `“${original(clue.text, text, hit)}”说明${FACT_LABELS[fact]}：是（据上报文字，待核实）。`,
    ref: fact,
    at: span(text, hit),
  }));
}

/** What was not read is said, not passed over. */
export function cutReasons(text: SearchedText): Reason[] {
  return text.cut ? [doubt(`正文很长，只研判了前 ${READ_LENGTH} 字。`)] : [];
}

/** A fact that the channel itself tells. */
export function channelReasons({ channel }: ClueText): Reason[] {
  if (channel !== 'media') return [];
  return [
    { kind: 'cue', text: `来自媒体渠道，${FACT_LABELS.pressOrMass}：是（待核实）。`, ref: 'pressOrMass', at: null },
  ];
}

function doubt(text: string, ref: string | null = null): Reason {
  return { kind: 'doubt', text, ref, at: null };
}

function words(clue: ClueText, text: SearchedText, { hits, words: found }: Match): string {
  return found
    .map((word, i) => {
      const hit = hits[i] ?? null;
      return `“${hit === null ? word : original(clue.text, text, hit)}”`;
    })
    .join('和');
}

function firstHit({ hits }: Match): Hit | undefined {
  return hits.find((hit) => hit !== null) ?? undefined;
}

function span(text: SearchedText, hit: Hit | undefined): readonly [number, number] | null {
  return hit === undefined ? null : originalSpan(text.normal, hit.start, hit.end);
}

function original(text: string, searched: SearchedText, hit: Hit): string {
  return text.slice(...originalSpan(searched.normal, hit.start, hit.end));
}
