/** What a notice may be about. */
export const NOTICE_TOPICS = [
  'work_order',
  'due_warning',
  'overdue_alert',
  'elevated',
  'returned',
  'review',
  'cooperation',
  'guidance',
  'approval',
  'jurisdiction',
  'deadline_moved',
  'supplemented',
  'same_matter',
  'urging',
  'overdue_appeal',
] as const;
export type NoticeTopic = (typeof NOTICE_TOPICS)[number];
