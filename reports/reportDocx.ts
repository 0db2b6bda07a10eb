import { instantWords } from '../domain/time/words';
import { fillTemplate } from '../papers/fillTemplate';
import { replacePictures } from '../papers/replacePictures';
import type { MonthlyFigures } from './monthlyFigures';
import type { Charts, ReportLines } from './reportParts';
import { PICTURES, type ReportTemplate } from './reportTemplate';
import type { ScoreLine } from './scoreLines';
import { countWords, formulaWords, intervalWords, monthWords, pointsWords, rankWords, valueWords } from './words';

/** The report to read: the clerks' template filled in, its pictures drawn. */
export function reportDocx(
  template: ReportTemplate,
  figures: MonthlyFigures,
  { towns, orgs }: ReportLines,
  charts: Charts,
): Buffer {
  const { month, from, to, over, madeAt, formula } = figures;
  const without = figures.townsWithoutCases.map(({ name }) => name);
  const filled = fillTemplate(
    { content: Buffer.from(template.content) },
    {
      月份: monthWords(month),
      统计期间: `${from} 至 ${to}`,
      制表时间: instantWords(madeAt),
      计至: to,
      未满月: over ? [] : [{}],
      全市指标: figures.indicators.map(({ indicator, all: [row] }) => ({
        指标: indicator.label,
        数值: valueWords(indicator, row),
        区间: intervalWords(indicator, row),
        样本: countWords(indicator, row),
        口径: `${indicator.numerator}；${indicator.denominator}；第${indicator.version}版`,
      })),
      镇街得分: towns.map(lineOf),
      单位得分: orgs.map(lineOf),
      零突破: without.length === 0 ? '每个镇街当月都办结过案件。' : `当月没有办结案件的镇街：${without.join('、')}。`,
      得分公式: formulaWords(formula),
    },
  );
  return replacePictures(filled, { [PICTURES.towns]: charts.towns, [PICTURES.orgs]: charts.orgs });
}

const lineOf = ({ name, score, note }: ScoreLine) => ({
  名次: rankWords(score),
  单位: name,
  得分: pointsWords(score?.points),
  区间: score?.points == null ? '—' : `${pointsWords(score.low)}～${pointsWords(score.high)}`,
  样本: `${score?.smallest ?? 0}`,
  说明: note,
});
