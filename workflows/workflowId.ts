/** The one place that names a workflow. A case number is no personal data. */
export function workflowId(caseId: string): string {
  return `case/${caseId}`;
}

export const WORKFLOW_TYPE = 'enforcementCase';
