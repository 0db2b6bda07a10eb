import type { Catalogue } from '../domain/catalogue';
import { GRADE_LABELS, TRIAGE_LABELS } from '../domain/labels';
import { otherwise, tally, type Judged, type Otherwise, type Tally } from '../domain/triage/dryRun';
import { judge } from '../domain/triage/judge';
import type { ClueText } from '../domain/triage/triage';
import { buildFinder } from './findWords';

export interface ClueToJudge extends ClueText {
  readonly clueId: string;
}

/** Said of both sides of a difference, as people call it. */
interface InWords {
  readonly whatLabel: string;
  readonly beforeLabel: string;
  readonly afterLabel: string;
}

/** What clues would be judged otherwise under another catalogue. */
export interface Comparison {
  /** Versions of the two catalogues. */
  readonly before: string;
  readonly after: string;
  readonly clues: number;
  readonly tally: readonly (Tally & InWords)[];
  readonly changed: readonly { readonly clueId: string; readonly changes: readonly (Otherwise & InWords)[] }[];
}

const LABELS: Readonly<Record<Judged, string>> = { outcome: '研判结果', item: '事项', town: '镇街', grade: '分级' };

/** Both catalogues judge anew, so that only the catalogue differs; what is on file is not changed. */
export function compareCatalogues(now: Catalogue, next: Catalogue, clues: readonly ClueToJudge[]): Comparison {
  const [judgedNow, judgedNext] = [judgeWith(now), judgeWith(next)];
  const towns = new Map([...next.towns, ...now.towns].map(({ code, name }) => [code, name]));
  const items = new Map([...next.items, ...now.items].map(({ code, name }) => [code, name]));

  const shown = (what: Judged, value: string | null): string => {
    if (value === null) return '无';
    switch (what) {
      case 'outcome':
        return TRIAGE_LABELS[value as keyof typeof TRIAGE_LABELS];
      case 'grade':
        return GRADE_LABELS[value as keyof typeof GRADE_LABELS];
      case 'town':
        return towns.get(value) ?? value;
      case 'item':
        return `${value} ${items.get(value) ?? ''}`.trim();
    }
  };
  const inWords = <T extends Otherwise>(change: T): T & InWords => ({
    ...change,
    whatLabel: LABELS[change.what],
    beforeLabel: shown(change.what, change.before),
    afterLabel: shown(change.what, change.after),
  });

  const changed = clues.flatMap((clue) => {
    const changes = otherwise(judgedNow(clue), judgedNext(clue));
    return changes.length === 0 ? [] : [{ clueId: clue.clueId, changes: changes.map(inWords) }];
  });
  return {
    before: now.version,
    after: next.version,
    clues: clues.length,
    tally: tally(changed.map(({ changes }) => changes)).map(inWords),
    changed,
  };
}

function judgeWith(catalogue: Catalogue) {
  const find = buildFinder(catalogue);
  return (clue: ClueText) => judge(clue, catalogue, find);
}
