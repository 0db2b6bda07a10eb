import type { FigureRow } from '../db/readFigures';
import type { LawDate } from '../domain/catalogue';
import { rank } from '../domain/evaluation/rank';
import { scoreOf, type Figure, type ScoreFormula, type ScorePart } from '../domain/evaluation/score';

export type ScoreRow = ReturnType<typeof scoresView>[number];

const NOTHING: Figure = { hits: 0, n: 0 };

/** Scores by window, best first; within each window places among those of whom enough is known. */
export function scoresView(formula: ScoreFormula, rows: readonly FigureRow[], enough: number) {
  const windows = [...new Set(rows.map(({ since }) => since))].sort();
  return windows.flatMap((since) => scoresIn(since, formula, rows, enough));
}

function scoresIn(since: LawDate, formula: ScoreFormula, rows: readonly FigureRow[], enough: number) {
  const here = rows.filter((row) => row.since === since);
  const everybody = [...new Set(here.map(({ who }) => who))].sort();
  const scores = everybody.map((who) => scoreOf(formula, (part) => figureIn(here, who, part)));
  const ranks = rank(scores, enough);
  return everybody
    .map((who, index) => ({ who, score: scores[index], rank: ranks[index] ?? null }))
    .flatMap(({ who, score, rank: place }) => {
      if (score === undefined) return [];
      const { parts, ...rest } = score;
      return [
        {
          ...{ who, since, ...rest },
          rank: place,
          note: noteOf(rest.unknownWeight, rest.smallest < enough),
          parts: parts.map(({ indicator, indicatorVersion, weight, countsAs, hits, n, points }) => {
            return { indicator, version: indicatorVersion, weight, countsAs, hits, n, points };
          }),
        },
      ];
    })
    .sort((one, other) => (other.points ?? -1) - (one.points ?? -1) || one.who.localeCompare(other.who));
}

function figureIn(rows: readonly FigureRow[], who: string, part: ScorePart): Figure {
  return (
    rows.find((row) => row.who === who && row.indicator === part.indicator && row.version === part.indicatorVersion) ??
    NOTHING
  );
}

function noteOf(unknownWeight: number, few: boolean): string | null {
  const notes = [
    few ? '样本太少，不排名' : '',
    unknownWeight > 0 ? `有 ${unknownWeight} 分的指标没有样本，按其余指标折算` : '',
  ].filter((note) => note !== '');
  return notes.length === 0 ? null : notes.join('；');
}
