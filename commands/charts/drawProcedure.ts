import { ACTS, STAGES, type ActName, type Stage } from '../../domain/case';
import { GRADES, type Article, type Grade, type ProcedureId } from '../../domain/catalogue';
import { ACT_LABELS, GRADE_LABELS, PROCEDURE_LABELS, ROLE_LABELS, STAGE_LABELS } from '../../domain/labels';
import type { Procedure, Who } from '../../domain/procedures/procedure';
import type { Move } from './explore';

const HEAD = '<!-- 由 npm run charts 生成，请勿手改。 -->';

/** One procedure as people read it: a state diagram, and who may do what at which stage under which article. */
export function drawProcedure(procedure: Procedure, moves: readonly Move[]): string {
  const own = moves.filter((move) => move.procedure === procedure.id);
  return [
    HEAD,
    `# ${PROCEDURE_LABELS[procedure.id]}（${procedure.version}）`,
    `自 ${procedure.inForceFrom} 起施行。图和表由程序表与实际试办得出：只画确能走通的环节和办得成的行为。`,
    '## 流程',
    ['```mermaid', ...diagram(own), '```'].join('\n'),
    '不改变环节的行为（补充证据、指派、协办、提级后原环节续办等）不画箭头，见下表。',
    '## 各环节的行为、主体和依据',
    table(procedure, own).join('\n'),
    '',
  ]
    .join('\n\n')
    .replace(/\n+$/, '\n');
}

function diagram(moves: readonly Move[]): readonly string[] {
  const stages = STAGES.filter((stage) =>
    moves.some((move) => move.from === stage || (move.to === stage && stays(move))),
  );
  const lines = ['stateDiagram-v2', ...stages.map((stage) => `  state "${STAGE_LABELS[stage]}" as ${stage}`)];
  const left = [...new Set(moves.filter((move) => !stays(move)).map((move) => move.toProcedure))];
  lines.push(...left.map((id) => `  state "${PROCEDURE_LABELS[id]}" as to_${id}`), '  [*] --> accept');
  for (const from of stages) {
    const here = moves.filter((move) => move.from === from && (!stays(move) || move.to !== from));
    for (const target of [...left.map((id) => `to_${id}`), ...STAGES]) {
      const acts = inOrder(here.filter((move) => targetOf(move) === target).map((move) => move.act));
      if (acts.length > 0) lines.push(`  ${from} --> ${target}: ${acts.map((act) => ACT_LABELS[act]).join('、')}`);
    }
  }
  return [...lines, '  archived --> [*]', ...left.map((id) => `  to_${id} --> [*]`)];
}

const stays = (move: Move): boolean => move.procedure === move.toProcedure;
const targetOf = (move: Move): string => (stays(move) ? move.to : `to_${move.toProcedure}`);
const inOrder = (acts: readonly ActName[]): readonly ActName[] => ACTS.filter((act) => acts.includes(act));

function table(procedure: Procedure, moves: readonly Move[]): readonly string[] {
  const grades = GRADES.filter((grade) => moves.some((move) => move.grade === grade));
  const rows = STAGES.flatMap((stage) =>
    ACTS.flatMap((act) => {
      const here = moves.filter((move) => move.from === stage && move.act === act);
      const rule = procedure.acts[act];
      if (here.length === 0 || rule === undefined) return [];
      return [
        `| ${STAGE_LABELS[stage]} | ${ACT_LABELS[act]} | ${whoText(rule.by, grades)} | ${articleText(rule.article)} | ${targets(stage, here)} |`,
      ];
    }),
  );
  return ['| 环节 | 行为 | 主体 | 依据 | 之后 |', '| --- | --- | --- | --- | --- |', ...rows];
}

const OF_LABELS: Readonly<Record<Who['of'], string>> = { owner: '承办单位', cooperating_town: '协办镇街', any: '' };

/** Only the grades that come under this procedure are named, and only where not all of them may. */
function whoText(by: readonly Who[], grades: readonly Grade[]): string {
  return by
    .map((who) => ({ who, named: grades.filter((grade) => (who.grades ?? GRADES).includes(grade)) }))
    .filter(({ named }) => named.length > 0)
    .map(({ who, named }) => {
      const limits = [
        OF_LABELS[who.of],
        named.length === grades.length ? '' : named.map((grade) => GRADE_LABELS[grade]).join('／'),
      ];
      const said = limits.filter((text) => text !== '').join('；');
      return said === '' ? ROLE_LABELS[who.role] : `${ROLE_LABELS[who.role]}（${said}）`;
    })
    .join('<br>');
}

function articleText(article: Article | null): string {
  return article === null ? '—' : `《${article.statute}》${article.article}`;
}

function targets(from: Stage, moves: readonly Move[]): string {
  const names = [
    ...STAGES.filter((stage) => moves.some((move) => stays(move) && move.to === stage)).map((stage) =>
      stage === from ? '本环节' : STAGE_LABELS[stage],
    ),
    ...[...new Set(moves.filter((move) => !stays(move)).map((move) => move.toProcedure))].map(leaves),
  ];
  return names.join('、');
}

const leaves = (id: ProcedureId): string => `转${PROCEDURE_LABELS[id]}`;
