import { FACT_LABELS } from '../grading/factLabels';
import type { Reason } from '../reason';
import { reporterIsUnsure, type Choice } from './chooseItem';
import type { Cue } from './findCues';
import type { ScoredSubject } from './findItem';
import { FIELD_LABELS } from '../labels';
import type { Catalogue } from '../catalogue';
import type { ScopeFinding } from './decideScope';
import type { TownFinding } from './findTown';
import type { UrgencyFinding } from './urgency';
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
  if (subject.note !== null) return [doubt(`“${subject.name}”：${subject.note}，请人工处置。`, subject.code)];
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
    ...spans(text, match),
  };
}

function against(clue: ClueText, text: SearchedText, { subject, against: found }: ScoredSubject): Reason[] {
  return found.slice(0, 1).map((match) => ({
    kind: 'negative_keyword',
    text: `${words(clue, text, match)}不像“${subject.name}”，已减分。`,
    ref: subject.code,
    ...spans(text, match),
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
    ...spans(text, match),
  }));
}

export function townReasons(
  clue: ClueText,
  place: SearchedText | null,
  text: SearchedText,
  finding: TownFinding,
): Reason[] {
  const { town, from, name, candidates, at } = finding;
  if (town !== null && name !== null) {
    const inText = from === 'text' || place === null;
    const { hit } = name;
    const said = inText ? original(clue.text, text, hit) : original(clue.place ?? '', place, hit);
    const meant = name.name.meant === null ? '' : `（应为“${name.name.meant}”）`;
    return [
      {
        kind: 'place',
        text: `${inText ? '正文提到' : '地点写明'}“${said}”${meant}，属${town.name}。`,
        ref: town.code,
        at: inText ? span(text, hit) : null,
      },
      ...(at !== null && at.candidates.length > 0 && !at.candidates.includes(town)
        ? [doubt(`坐标更像在${at.candidates[0]?.name ?? ''}，请核对。`)]
        : []),
    ];
  }
  if (town !== null && at !== null) {
    const how =
      at.how === 'area'
        ? '坐标在其辖区内'
        : `坐标距${town.name}中心点约 ${Math.round(at.metres ?? 0)} 米（中心点为约数）`;
    return [{ kind: 'place', text: `${how}，属${town.name}。`, ref: town.code, at: null }];
  }
  if (candidates.length === 0) {
    return [
      doubt(
        at === null ? '没有写明在哪个镇街，请人工确认。' : '坐标不在崇州市各镇街附近，也没有写明地点，请人工确认。',
      ),
    ];
  }
  const names = candidates.map(({ name: one }) => one).join('、');
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

/** The learned opinion, always beside the rules' reasons and never instead of them. */
export function opinionReasons(scope: ScopeFinding, { secondOpinion: model }: Catalogue): Reason[] {
  const { opinion, disagree, chance, outcome } = scope;
  if (opinion === null || model === null) return [];
  const says = opinion.best === 'out_of_scope' ? '不属七个领域' : FIELD_LABELS[opinion.best];
  const percent = (share: number) => `${Math.round(share * 100)}%`;
  const told: Reason = {
    kind: 'second_opinion',
    text: `模型（版本 ${model.version}）的第二意见：${says}（把握 ${percent(opinion.confidence)}）；与规则合计，属七个领域的可能为 ${percent(chance)}。`,
    ref: model.version,
    at: null,
  };
  if (outcome === 'look') return [told, doubt('规则与模型合计仍没有把握，请人工判断是否属于受理范围。')];
  return disagree ? [told, doubt('规则和模型的意见不一致，请人工留意。')] : [told];
}

export function urgencyReasons(clue: ClueText, text: SearchedText, { urgency, hit }: UrgencyFinding): Reason[] {
  if (hit === null) return [];
  const how = urgency === 'immediate' ? '可能有现实危险，应立即到场' : '事情正在发生，应当日到场';
  return [
    {
      kind: 'cue',
      text: `“${original(clue.text, text, hit)}”：${how}。`,
      ref: urgency,
      at: span(text, hit),
    },
  ];
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

/** Words of the place stand nowhere in the text. */
function spans(text: SearchedText, { hits }: Match): Pick<Reason, 'at' | 'also'> {
  const [at = null, ...also] = hits.flatMap((hit) => (hit === null ? [] : [span(text, hit)]));
  return also.length === 0 ? { at } : { at, also };
}

function span(text: SearchedText, hit: Hit): readonly [number, number] {
  return originalSpan(text.normal, hit.start, hit.end);
}

function original(text: string, searched: SearchedText, hit: Hit): string {
  return text.slice(...originalSpan(searched.normal, hit.start, hit.end));
}
