/** The one place that names a workflow. A case number is no personal data. */
export function workflowId(caseId: string): string {
  return `case/${caseId}`;
}

export const WORKFLOW_TYPE = 'enforcementCase';

export const REPORT_WORKFLOW_TYPE = 'monthlyReport';

/** A report that somebody asks for: by a hash of who and their key, so that asking again is the same run. */
export function reportWorkflowId(asked: string): string {
  return `report/${asked}`;
}

/** The calendar's reports, of one service: a namespace may hold another one beside it. The engine adds the time to the id of each run. */
export function reportScheduleId(taskQueue: string): string {
  return `monthly-report/${taskQueue}`;
}
