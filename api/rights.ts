import type { ActName } from '../domain/case';
import type { Grade } from '../domain/catalogue';
import { ACT_LABELS, GRADE_LABELS, PROCEDURE_LABELS, ROLE_LABELS, STAGE_LABELS, WHOSE_LABELS } from '../domain/labels';
import { ROLES } from '../domain/people';
import type { ActRule } from '../domain/procedures/procedure';
import { ALL_PROCEDURES } from '../domain/procedures/procedures';
import { articleWords } from '../domain/time/words';

/** 岗位与权限: what each role may do, as the procedures have it; nothing of it is written down a second time. */
export function rights() {
  const rows = ALL_PROCEDURES.flatMap((procedure) =>
    Object.entries(procedure.acts).flatMap(([act, rule]) =>
      rule.by.map((who) => ({
        ...{ role: who.role, act: act as ActName, procedure, rule: rule as ActRule<ActName> },
        ...{ whose: WHOSE_LABELS[who.of], grades: (who.grades ?? []).map((grade: Grade) => GRADE_LABELS[grade]) },
      })),
    ),
  );
  return ROLES.filter((role) => role !== 'system').map((role) => ({
    ...{ role, label: ROLE_LABELS[role] },
    acts: rows
      .filter((row) => row.role === role)
      .map(({ act, procedure, rule, whose, grades }) => ({
        ...{ act, label: ACT_LABELS[act], procedure: PROCEDURE_LABELS[procedure.id], version: procedure.version },
        ...{ stages: rule.at.map((stage) => STAGE_LABELS[stage]), whose, grades },
        article: articleWords(rule.article),
      })),
  }));
}
