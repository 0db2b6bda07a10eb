import type { paths } from './schema.gen';

type Get<P extends keyof paths> = paths[P] extends {
  get: { responses: { 200: { content: { 'application/json': infer T } } } };
}
  ? T
  : never;

export type Me = Get<'/api/v1/me'>;
export type Overview = Get<'/api/v1/overview'>;
export type CasePageOf = Get<'/api/v1/cases'>;
export type CaseSummary = CasePageOf['cases'][number];
export type CaseView = Get<'/api/v1/cases/{id}'>;
export type Clock = CaseView['clocks'][number];
export type TimelineEntry = Get<'/api/v1/cases/{id}/timeline'>['events'][number];
export type Clocks = Get<'/api/v1/cases/{id}/clocks'>;
export type DutyQuery = NonNullable<paths['/api/v1/duties']['get']['parameters']['query']>;
export type Duty = Get<'/api/v1/duties'>['duties'][number];
export type UrgingQuery = NonNullable<paths['/api/v1/urgings']['get']['parameters']['query']>;
export type Urging = Get<'/api/v1/urgings'>['urgings'][number];
export type OverdueAppeal = Get<'/api/v1/overdue-appeals'>['appeals'][number];
export type Rung = Get<'/api/v1/cases/{id}/ladder'>['duties'][number]['rungs'][number];
export type Point = Get<'/api/v1/points'>['points'][number];
export type WallView = Get<'/api/v1/wall'>;
export type Paper = Get<'/api/v1/cases/{id}/papers'>['papers'][number];
export type EvidenceList = Get<'/api/v1/cases/{id}/evidence'>;
export type Clue = Get<'/api/v1/clues/{id}'>;
export type CluePageOf = Get<'/api/v1/clues'>;
export type Triage = Clue['triage'];
export type Person = Get<'/api/v1/people'>['people'][number];
export type ChannelDoor = Get<'/api/v1/catalogue/channels'>['channels'][number];
export type Item = Get<'/api/v1/catalogue/items'>['items'][number];
export type PatrolItem = Get<'/api/v1/catalogue/patrol-items'>['items'][number];
export type Indicator = Get<'/api/v1/indicators'>['indicators'][number];
export type IndicatorPage = Get<'/api/v1/indicators/{id}'>;
export type CaseQuery = NonNullable<paths['/api/v1/cases']['get']['parameters']['query']>;
export type ProcedurePicture = Get<'/api/v1/cases/{id}/procedure'>;
export type Verification = Get<'/api/v1/cases/{id}/verification'>;
export type ClueQuery = NonNullable<paths['/api/v1/clues']['get']['parameters']['query']>;
export type ClueBody = NonNullable<paths['/api/v1/clues']['post']['requestBody']>['content']['application/json'];
export type SuggestBody = NonNullable<
  paths['/api/v1/clues/suggestions']['post']['requestBody']
>['content']['application/json'];
export type ClueAnswer = paths['/api/v1/clues']['post']['responses'][201]['content']['application/json'];
export type Settlement = NonNullable<
  paths['/api/v1/clues/{id}/settle']['post']['requestBody']
>['content']['application/json'];
export type IndicatorQuery = paths['/api/v1/indicators/{id}']['get']['parameters']['query'];
export type IndicatorCasesQuery = paths['/api/v1/indicators/{id}/cases']['get']['parameters']['query'];
export type CatalogueTable = Get<'/api/v1/administration/tables/{table}'>;
export type TableName = paths['/api/v1/administration/tables/{table}']['get']['parameters']['path']['table'];
export type DryRunResult =
  paths['/api/v1/administration/dry-run']['post']['responses'][200]['content']['application/json'];
export type CatalogueVersion = Get<'/api/v1/administration/catalogue-history'>['versions'][number];
export type FormulaHistory = Get<'/api/v1/administration/formulas'>;
export type ScoreDryRun =
  paths['/api/v1/administration/score-dry-run']['post']['responses'][200]['content']['application/json'];
export type RosterPerson = Get<'/api/v1/administration/people'>['people'][number];
export type RefusalQuery = NonNullable<paths['/api/v1/administration/refusals']['get']['parameters']['query']>;
export type SignInQuery = NonNullable<paths['/api/v1/administration/sign-in-record']['get']['parameters']['query']>;
export type ExportQuery = NonNullable<paths['/api/v1/exports']['get']['parameters']['query']>;
export type LawChange = Get<'/api/v1/law-change'>;
export type ScoreFormula = Get<'/api/v1/scores'>['formulas'][number];
export type ScoreQuery = paths['/api/v1/scores/{formula}']['get']['parameters']['query'];
export type ScorePage = Get<'/api/v1/scores/{formula}'>;
export type WhatIfBase = Get<'/api/v1/what-if'>;
export type WhatIfBody = NonNullable<paths['/api/v1/what-if']['post']['requestBody']>['content']['application/json'];
export type WhatIfLine = paths['/api/v1/what-if']['post']['responses'][200]['content']['application/x-ndjson'];
export type WhatIfAnswer = Extract<WhatIfLine, { kind: 'answer' }>['answer'];
export type WhatIfFigure = WhatIfAnswer['figures'][number];
export type ScoreRow = ScorePage['rows'][number];
