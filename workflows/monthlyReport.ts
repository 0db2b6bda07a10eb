import { proxyActivities, workflowInfo } from '@temporalio/workflow';
import { defineSearchAttributeKey } from '@temporalio/common';
import type { ReportActivities, ReportMade } from '../activities/createReportActivities';
import { monthBefore } from '../domain/time/month';
import type { ReportRequest } from './messages';

// Without end: a report that is late is made once what it needs is back.
const { makeMonthlyReport } = proxyActivities<ReportActivities>({
  startToCloseTimeout: '5 minutes',
  retry: { initialInterval: '1s', backoffCoefficient: 2, maximumInterval: '10 minutes' },
});

/** For which a schedule planned the run: one that starts late, after an outage, is still the report of its own month. */
const PLANNED_FOR = defineSearchAttributeKey('TemporalScheduledStartTime', 'DATETIME');

/** 月报: one month's report, made once and kept. */
export async function monthlyReport({ month, askedBy }: ReportRequest): Promise<ReportMade> {
  const { typedSearchAttributes, startTime, runId } = workflowInfo();
  const planned = (typedSearchAttributes.get(PLANNED_FOR) ?? startTime).toISOString();
  return makeMonthlyReport({ month: month ?? monthBefore(planned), askedBy, run: runId });
}
