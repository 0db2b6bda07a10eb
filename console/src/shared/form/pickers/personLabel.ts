import type { Person } from '../../api/types';

/** A name is not enough to tell people apart, and who has no certificate can't enforce. */
export function personLabel({ name, id, roleLabel, certificateUntil }: Person): string {
  return `${name}（${id}，${roleLabel}${certificateUntil === null ? '，无执法证' : ''}）`;
}
