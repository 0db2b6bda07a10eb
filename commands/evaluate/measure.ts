import { FIELDS } from '../../domain/catalogue';
import type { Triage } from '../../domain/triage/triage';
import type { Domain, LabelledClue } from '../labelled/readLabelled';

export interface Judged {
  readonly labelled: LabelledClue;
  readonly triage: Triage;
}

export interface ByClass {
  readonly domain: Domain;
  readonly examples: number;
  readonly precision: number | null;
  readonly recall: number | null;
  readonly f1: number | null;
}

export interface Share {
  readonly right: number;
  readonly of: number;
}

export interface Measures {
  readonly clues: number;
  readonly scope: Share;
  /** By what happens to it: the desk counts as taken for ours. */
  readonly scopeByOutcome: Share;
  readonly field: Share;
  readonly macroF1: { readonly value: number | null; readonly classes: readonly Domain[] };
  readonly byClass: readonly ByClass[];
  readonly confusion: Readonly<Record<string, number>>;
  /** Sure enough of scope, field and item to go out without a person, the place aside. */
  readonly dispatched: { readonly ours: Share; readonly precision: Share };
  /** … with the town clear too: a case starts by itself. */
  readonly cases: { readonly ours: Share; readonly precision: Share };
  readonly desk: Share;
  readonly town: Share | null;
  readonly townWhereTold: Share | null;
  readonly itemTop1: Share | null;
  readonly itemTop3: Share | null;
  /** Of the items of cases that start by themselves. */
  readonly itemOfDispatched: Share | null;
  readonly grade: Share | null;
  readonly reliability: readonly Bin[];
  readonly calibrationError: number;
  readonly worst: readonly Worst[];
}

export interface Bin {
  readonly from: number;
  readonly to: number;
  readonly clues: number;
  readonly meanConfidence: number;
  readonly right: number;
}

export interface Worst {
  readonly id: string;
  readonly expected: string;
  readonly said: string;
  readonly confidence: number;
  readonly text: string;
}

const ALL: readonly Domain[] = ['out_of_scope', ...FIELDS];
/** Fewer examples say nothing about a class. */
const ENOUGH = 7;
const WORST_SHOWN = 15;
const BINS = [0, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 1.000_001];

/** The best guess at the domain. What the desk looks at only to be safe is more likely not ours, and says so. */
export function saidDomain({ outcome, field, confidences }: Triage): Domain {
  if (outcome === 'not_ours' || confidences.scope < 0.5) return 'out_of_scope';
  return field ?? 'out_of_scope';
}

export function measure(all: readonly Judged[]): Measures {
  const told = all.filter(({ labelled }) => labelled.domain !== null);
  const share = (of: readonly Judged[], right: (one: Judged) => boolean): Share => ({
    right: of.filter(right).length,
    of: of.length,
  });
  const some = (of: readonly Judged[], right: (one: Judged) => boolean): Share | null =>
    of.length === 0 ? null : share(of, right);

  // Where a second answer is as good, it counts as right, and then it is the truth.
  const pairs = told.map((one) => {
    const said = saidDomain(one.triage);
    const { domain, secondDomain } = one.labelled;
    return { one, said, truth: said === secondDomain ? secondDomain : (domain ?? 'out_of_scope') };
  });
  const byClass = ALL.map((domain): ByClass => {
    const hit = pairs.filter(({ said, truth }) => said === domain && truth === domain).length;
    const saidSo = pairs.filter(({ said }) => said === domain).length;
    const isSo = pairs.filter(({ truth }) => truth === domain).length;
    const examples = told.filter(({ labelled }) => labelled.domain === domain).length;
    return {
      domain,
      examples,
      precision: saidSo === 0 ? null : hit / saidSo,
      recall: isSo === 0 ? null : hit / isSo,
      f1: saidSo + isSo === 0 ? null : (2 * hit) / (saidSo + isSo),
    };
  });
  const counted = byClass.filter(({ examples }) => examples >= ENOUGH);
  const confusion: Record<string, number> = {};
  for (const { said, truth } of pairs) confusion[`${truth} ${said}`] = (confusion[`${truth} ${said}`] ?? 0) + 1;

  const isOurs = ({ labelled }: Judged) => labelled.domain !== 'out_of_scope';
  const rightField = (one: Judged) =>
    [one.labelled.domain, one.labelled.secondDomain].includes(one.triage.field ?? 'out_of_scope');
  const sure = ({ triage }: Judged) => triage.sure && triage.outcome !== 'not_ours';
  const withTown = all.filter(({ labelled }) => labelled.town !== null);
  const withItem = told.filter((one) => one.labelled.item !== null && isOurs(one));
  const top = (one: Judged, most: number) =>
    one.triage.candidates.slice(0, most).some(({ item }) => item === one.labelled.item);
  const confident = pairs.map(({ one, said, truth }) => ({
    confidence: confidenceOf(one.triage),
    right: said === truth,
  }));

  return {
    clues: all.length,
    scope: share(told, (one) => scopeRight(saidDomain(one.triage), one.labelled)),
    scopeByOutcome: share(told, (one) =>
      scopeRight(one.triage.outcome === 'not_ours' ? 'out_of_scope' : 'urban_management', one.labelled),
    ),
    field: { right: pairs.filter(({ said, truth }) => said === truth).length, of: pairs.length },
    macroF1: {
      value: counted.length === 0 ? null : counted.reduce((sum, { f1 }) => sum + (f1 ?? 0), 0) / counted.length,
      classes: counted.map(({ domain }) => domain),
    },
    byClass,
    confusion,
    dispatched: { ours: share(told.filter(isOurs), sure), precision: share(told.filter(sure), rightField) },
    cases: {
      ours: share(told.filter(isOurs), ({ triage }) => triage.outcome === 'case'),
      precision: share(
        told.filter(({ triage }) => triage.outcome === 'case'),
        rightField,
      ),
    },
    desk: share(all, ({ triage }) => triage.outcome === 'desk'),
    town: some(withTown, ({ labelled, triage }) => triage.town === labelled.town),
    townWhereTold: some(
      withTown.filter(({ triage }) => triage.town !== null),
      ({ labelled, triage }) => triage.town === labelled.town,
    ),
    itemTop1: some(withItem, (one) => top(one, 1)),
    itemTop3: some(withItem, (one) => top(one, 3)),
    itemOfDispatched: some(
      withItem.filter(sure),
      ({ labelled, triage }) => (triage.item ?? triage.patrolItem) === labelled.item,
    ),
    grade: some(
      withItem.filter(({ labelled, triage }) => labelled.grade !== null && triage.item === labelled.item),
      ({ labelled, triage }) => triage.grade === labelled.grade,
    ),
    ...reliability(confident),
    worst: pairs
      .filter(({ said, truth }) => said !== truth)
      .map(({ one, said, truth }) => ({
        id: one.labelled.id,
        expected: truth,
        said,
        confidence: confidenceOf(one.triage),
        text: one.labelled.clue.text.replace(/\s+/g, ' ').slice(0, 48),
      }))
      .sort((a, b) => b.confidence - a.confidence)
      .slice(0, WORST_SHOWN),
  };
}

function scopeRight(said: Domain, { domain, secondDomain }: LabelledClue): boolean {
  return [domain, secondDomain].some(
    (label) => label !== null && (label === 'out_of_scope') === (said === 'out_of_scope'),
  );
}

/** Of the answer as a whole: the scope and, where ours, the field. */
function confidenceOf({ outcome, confidences: { scope, field } }: Triage): number {
  if (outcome === 'not_ours') return scope;
  return scope < 0.5 ? 1 - scope : scope * field;
}

function reliability(all: readonly { readonly confidence: number; readonly right: boolean }[]) {
  const bins = BINS.slice(1).flatMap((to, index): Bin[] => {
    const from = BINS[index] ?? 0;
    const inside = all.filter(({ confidence }) => confidence >= from && confidence < to);
    if (inside.length === 0) return [];
    return [
      {
        from,
        to: Math.min(1, to),
        clues: inside.length,
        meanConfidence: inside.reduce((sum, { confidence }) => sum + confidence, 0) / inside.length,
        right: inside.filter(({ right }) => right).length / inside.length,
      },
    ];
  });
  const off = bins.reduce((sum, bin) => sum + bin.clues * Math.abs(bin.meanConfidence - bin.right), 0);
  return { reliability: bins, calibrationError: off / Math.max(1, all.length) };
}
