import type { IndicatorRow } from '../db/readIndicator';
import { wilson } from '../domain/evaluation/wilson';
import { writeWorkbook, type SheetToWrite } from '../sheets/writeXlsx';
import type { Definition, MonthlyFigures } from './monthlyFigures';
import type { Charts, ReportLines } from './reportParts';
import { CHART_SIZE } from './scoreChart';
import type { ScoreLine } from './scoreLines';
import { formulaWords, monthWords, NONE, rankWords } from './words';

type Row = SheetToWrite['rows'][number];

/** The report to reckon with: every figure with its numerator and denominator, for the city, each town and each organisation. */
export async function reportXlsx(
  figures: MonthlyFigures,
  { towns, orgs }: ReportLines,
  charts: Charts,
  enough: number,
): Promise<Buffer> {
  const { month, from, to, over, madeAt, formula, indicators } = figures;
  return writeWorkbook([
    {
      name: '说明',
      columns: ['项目', '内容'],
      rows: [
        ['月份', monthWords(month)],
        ['统计期间', `${from} 至 ${to}${over ? '' : '（统计月份尚未结束）'}`],
        ['制表时刻（UTC）', madeAt],
        ['得分公式', formulaWords(formula)],
        ['罚没款项', '不作为评估的输入（行政处罚法第七十四条）'],
        ['样本太少', `样本少于 ${enough} 个的标明，不排名`],
        ['当月没有办结案件的镇街', figures.townsWithoutCases.map(({ name }) => name).join('、') || '无'],
      ],
    },
    {
      name: '全市指标',
      columns: INDICATOR_COLUMNS,
      rows: indicators.map(({ indicator, all: [row] }) => indicatorRow('全市', indicator, row, enough)),
    },
    sheetOf('镇街指标', towns, (one) => one.towns),
    sheetOf('单位指标', orgs, (one) => one.orgs),
    scoreSheet('镇街得分', towns, charts.towns),
    scoreSheet('单位得分', orgs, charts.orgs),
    {
      name: '指标口径',
      columns: ['指标', '版本', '分子', '分母', '计入', '不计'],
      rows: indicators.map(({ indicator: { label, version, numerator, denominator, window, exemptions } }) => [
        ...[label, version, numerator, denominator, window, exemptions],
      ]),
    },
  ]);

  function sheetOf(
    name: string,
    lines: readonly ScoreLine[],
    rowsOf: (one: MonthlyFigures['indicators'][number]) => readonly IndicatorRow[],
  ): SheetToWrite {
    const rows = lines.flatMap((line) =>
      indicators.map((one) =>
        indicatorRow(
          line.name,
          one.indicator,
          rowsOf(one).find(({ who }) => who === line.who),
          enough,
        ),
      ),
    );
    return { name, columns: INDICATOR_COLUMNS, rows };
  }
}

const INDICATOR_COLUMNS = [
  ...[
    '单位',
    '指标',
    '版本',
    '分子',
    '分母',
    '份额',
    '95%区间下限',
    '95%区间上限',
    '中位数（小时）',
    '九成以内（小时）',
  ],
  '说明',
];

function indicatorRow(
  name: string,
  { label, version, unit }: Definition,
  row: IndicatorRow | undefined,
  enough: number,
): Row {
  const counted = row?.n ?? 0;
  const interval = row === undefined || unit !== 'share' ? null : wilson(row.hits, row.n);
  const hours = (ms: number | undefined) => (ms === undefined || unit !== 'ms' ? null : ms / 3_600_000);
  return [
    ...[name, label, version, unit === 'share' ? (row?.hits ?? 0) : null, counted],
    row === undefined || unit !== 'share' ? null : row.hits / row.n,
    ...[interval?.low ?? null, interval?.high ?? null, hours(row?.medianMs), hours(row?.p90Ms)],
    counted === 0 ? NONE : counted < enough ? '样本太少' : null,
  ];
}

function scoreSheet(name: string, lines: readonly ScoreLine[], chart: Buffer): SheetToWrite {
  return {
    name,
    columns: ['名次', '单位', '得分', '95%区间下限', '95%区间上限', '最小样本', '说明'],
    rows: lines.map(({ name: who, score, note }) => [
      ...[rankWords(score), who, score?.points ?? null, score?.low ?? null, score?.high ?? null],
      ...[score?.smallest ?? 0, note],
    ]),
    pictures: [{ png: chart, ...CHART_SIZE, row: lines.length + 3, description: `${name}图` }],
  };
}
