import { ApplicationFailure } from '@temporalio/common';
import type { Pool } from '../db/pool';
import { makeReport, type ReportAsked, type ReportRules } from '../reports/makeReport';
import { MonthNotBegun } from '../reports/monthlyFigures';

export interface ReportDependencies {
  readonly db: Pool;
  readonly rules: ReportRules;
}

export interface ReportMade {
  readonly month: string;
  readonly version: number;
}

/** What a report's workflow asks of the world. It may be repeated without harm: a run has one report. */
export function createReportActivities({ db, rules }: ReportDependencies) {
  return {
    async makeMonthlyReport(asked: ReportAsked): Promise<ReportMade> {
      try {
        const { month, version } = await makeReport(db, rules, asked, new Date().toISOString());
        return { month, version };
      } catch (error) {
        if (error instanceof MonthNotBegun) throw ApplicationFailure.nonRetryable(error.message, 'MonthNotBegun');
        throw error;
      }
    },
  };
}

export type ReportActivities = ReturnType<typeof createReportActivities>;
