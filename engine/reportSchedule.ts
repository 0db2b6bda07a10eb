import { ScheduleAlreadyRunning, ScheduleOverlapPolicy, type Client, type ScheduleOptions } from '@temporalio/client';
import type { EvaluationRules } from '../config/evaluation';
import type { ReportRequest } from '../workflows/messages';
import { REPORT_WORKFLOW_TYPE, reportScheduleId } from '../workflows/workflowId';

/** Plans the monthly reports as the data says: done twice, or by several workers at once, it is done once. */
export async function ensureReportSchedule(
  client: Client,
  taskQueue: string,
  { day, hour }: EvaluationRules['reportAt'],
): Promise<void> {
  const scheduleId = reportScheduleId(taskQueue);
  const asked: ReportRequest = { month: null, askedBy: null };
  const plan = {
    spec: { calendars: [{ dayOfMonth: day, hour }], timezone: 'Asia/Shanghai' },
    action: {
      type: 'startWorkflow',
      workflowType: REPORT_WORKFLOW_TYPE,
      workflowId: scheduleId,
      taskQueue,
      args: [asked],
    },
    policies: {
      // Months have nothing to do with each other: one that waits for a database holds none of the others up.
      overlap: ScheduleOverlapPolicy.ALLOW_ALL,
      // What an outage of the engine missed is made up for.
      catchupWindow: '1 year',
    },
  } as const satisfies Omit<ScheduleOptions, 'scheduleId'>;
  try {
    await client.schedule.create({ scheduleId, ...plan });
  } catch (error) {
    if (!(error instanceof ScheduleAlreadyRunning)) throw error;
    await client.schedule.getHandle(scheduleId).update(({ state }) => ({ ...plan, state }));
  }
}
