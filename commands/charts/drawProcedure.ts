import { ACTS, STAGES, type ActName, type Stage } from '../../domain/case';
import { GRADES, type Article, type Grade, type ProcedureId } from '../../domain/catalogue';
import {
  ACT_LABELS,
  GRADE_LABELS,
  PROCEDURE_LABELS,
  ROLE_LABELS,
  STAGE_LABELS,
  WHOSE_LABELS,
} from '../../domain/labels';
import { DECIDERS, HANDLERS } from '../../domain/procedures/common-2026';
import type { Procedure, Who } from '../../domain/procedures/procedure';
import type { Move } from './explore';
import { guardText } from '../../config/guardLabels';
import { SUBJECTS } from './subjects';

const HEAD = '<!-- 由 npm run charts 生成，请勿手改。 -->';

/** One procedure as people read it: a state diagram, and who may do what at which stage, when, under which article. */
export function drawProcedure(procedure: Procedure, moves: readonly Move[]): string {
  const own = moves.filter((move) => move.procedure === procedure.id);
  return [
    HEAD,
    `# ${PROCEDURE_LABELS[procedure.id]}（${procedure.version}）`,
    `自 ${procedure.inForceFrom} 起施行。图和表由程序表与实际试办得出：只画确能走通的环节和办得成的行为。`,
    '## 流程',
    ['```mermaid', ...diagram(own), '```'].join('\n'),
    ofManyStages(own),
    '## 各环节可以办的行为',
    stageTable(own).join('\n'),
    '## 行为、环节、主体、依据、条件',
    '▲ 能使案件进入另一环节、程序。“条件”由系统在办理时逐项核对。',
    LEGEND,
    ...subjectTables(procedure, own),
    '',
  ]
    .join('\n\n')
    .replace(/\n+$/, '\n');
}

/** From so many stages in the same way that their arrows would hide the road: they are told below the diagram. */
const MANY = 5;

const stays = (move: Move): boolean => move.procedure === move.toProcedure;
const movesCase = (move: Move): boolean => !stays(move) || move.to !== move.from;
const targetOf = (move: Move): string => (stays(move) ? move.to : `to_${move.toProcedure}`);
const inOrder = (acts: readonly ActName[]): readonly ActName[] => ACTS.filter((act) => acts.includes(act));

function isOfManyStages(act: ActName, target: string, moves: readonly Move[]): boolean {
  const from = moves.filter((move) => move.act === act && movesCase(move) && targetOf(move) === target);
  return new Set(from.map((move) => move.from)).size >= MANY;
}

function diagram(moves: readonly Move[]): readonly string[] {
  const stages = STAGES.filter((stage) =>
    moves.some((move) => move.from === stage || (move.to === stage && stays(move))),
  );
  const left = [...new Set(moves.filter((move) => !stays(move)).map((move) => move.toProcedure))];
  const lines = [
    'stateDiagram-v2',
    ...stages.map((stage) => `  state "${STAGE_LABELS[stage]}" as ${stage}`),
    ...left.map((id) => `  state "${PROCEDURE_LABELS[id]}" as to_${id}`),
    '  [*] --> accept',
  ];
  for (const from of stages) {
    const here = moves.filter((move) => move.from === from && movesCase(move));
    for (const target of [...left.map((id) => `to_${id}`), ...STAGES]) {
      const acts = here
        .filter((move) => targetOf(move) === target && !isOfManyStages(move.act, target, moves))
        .map((move) => move.act);
      if (acts.length > 0)
        lines.push(
          `  ${from} --> ${target}: ${inOrder(acts)
            .map((act) => ACT_LABELS[act])
            .join('、')}`,
        );
    }
  }
  return [...lines, '  archived --> [*]', ...left.map((id) => `  to_${id} --> [*]`)];
}

function ofManyStages(moves: readonly Move[]): string {
  const found = new Map<string, Move>();
  for (const move of moves) {
    if (movesCase(move) && isOfManyStages(move.act, targetOf(move), moves)) {
      found.set(`${move.act} ${targetOf(move)}`, move);
    }
  }
  const lines = [...found.values()]
    .sort((one, other) => ACTS.indexOf(one.act) - ACTS.indexOf(other.act))
    .map((move) => {
      const from = moves.filter(
        (other) => other.act === move.act && movesCase(other) && targetOf(other) === targetOf(move),
      );
      return `- ${ACT_LABELS[move.act]}：${stageList(from.map((other) => other.from))} → ${targetName(move)}`;
    });
  const told = '不改变环节的行为（补充证据、指派、协办等）不画箭头，见下表';
  return lines.length === 0
    ? `${told}。`
    : [`${told}；从多个环节都可以走的也不画，列在这里：`, '', ...lines].join('\n');
}

const targetName = (move: Move): string => (stays(move) ? STAGE_LABELS[move.to] : leaves(move.toProcedure));
const leaves = (id: ProcedureId): string => `转${PROCEDURE_LABELS[id]}`;

/** What may be done at nearly every stage is told once: the rows keep what is each stage's own. */
const EVERYWHERE = 7;

function stageTable(moves: readonly Move[]): readonly string[] {
  const everywhere = ACTS.filter(
    (act) => new Set(moves.filter((move) => move.act === act).map(({ from }) => from)).size >= EVERYWHERE,
  );
  const rows = STAGES.flatMap((stage) => {
    const here = inOrder(moves.filter(({ from }) => from === stage).map(({ act }) => act));
    const own = here.filter((act) => !everywhere.includes(act));
    return own.length === 0
      ? []
      : [`| ${STAGE_LABELS[stage]} | ${own.map((act) => marked(act, moves, stage)).join('、')} |`];
  });
  const many =
    everywhere.length === 0 ? [] : [`| 多个环节 | ${everywhere.map((act) => marked(act, moves)).join('、')} |`];
  return ['| 环节 | 行为 |', '| --- | --- |', ...rows, ...many];
}

function marked(act: ActName, moves: readonly Move[], stage?: Stage): string {
  const moving = moves.some(
    (move) => move.act === act && movesCase(move) && (stage === undefined || move.from === stage),
  );
  return `${moving ? '▲' : ''}${ACT_LABELS[act]}`;
}

function subjectTables(procedure: Procedure, moves: readonly Move[]): readonly string[] {
  const grades = GRADES.filter((grade) => moves.some((move) => move.grade === grade));
  return SUBJECTS.flatMap(([subject, acts]) => {
    const rows = acts.flatMap((act) => {
      const here = moves.filter((move) => move.act === act);
      const rule = procedure.acts[act];
      if (here.length === 0 || rule === undefined) return [];
      const cells = [
        marked(act, moves),
        stageList(here.map(({ from }) => from)),
        whoText(rule.by, grades),
        articleText(rule.article),
        guardText([...rule.requires, ...rule.checks]) || '—',
        targets(here),
      ];
      return [`| ${cells.join(' | ')} |`];
    });
    if (rows.length === 0) return [];
    const head = ['| 行为 | 环节 | 主体 | 依据 | 条件 | 之后 |', '| --- | --- | --- | --- | --- | --- |'];
    return [`### ${subject}`, [...head, ...rows].join('\n')];
  });
}

/** Neighbours in the order of the road are told as a stretch: 现场核查—送达. */
function stageList(from: readonly Stage[]): string {
  const indices = STAGES.flatMap((stage, index) => (from.includes(stage) ? [index] : []));
  const stretches: [number, number][] = [];
  for (const index of indices) {
    const last = stretches.at(-1);
    if (last !== undefined && last[1] === index - 1) last[1] = index;
    else stretches.push([index, index]);
  }
  const name = (index: number): string => {
    const stage = STAGES[index];
    return stage === undefined ? '' : STAGE_LABELS[stage];
  };
  return stretches
    .map(([first, last]) => {
      if (first === last) return name(first);
      return `${name(first)}${last === first + 1 ? '、' : '—'}${name(last)}`;
    })
    .join('、');
}

/** The two groups that nearly every act names have a word of their own, which the legend explains. */
const GROUPS: readonly (readonly [string, readonly Who[]])[] = [
  ['承办人员', HANDLERS],
  ['负责人', DECIDERS],
];
const LEGEND =
  '主体：“承办人员”在镇街的案件是承办镇街的执法人员，在执法局办结的案件是执法局办案人员；“负责人”在镇街的案件是' +
  '承办镇街的综合执法协调办，在执法局办结的案件是执法局负责人。';

/** Only the grades that come under this procedure are named, and only where not all of them may. */
function whoText(by: readonly Who[], grades: readonly Grade[]): string {
  const groups = GROUPS.filter(([, members]) => members.every((member) => by.includes(member)));
  const others = by.filter((who) => !groups.some(([, members]) => members.includes(who)));
  const names = others
    .map((who) => ({ who, named: grades.filter((grade) => (who.grades ?? GRADES).includes(grade)) }))
    .filter(({ named }) => named.length > 0)
    .map(({ who, named }) => {
      const limits = [
        WHOSE_LABELS[who.of],
        named.length === grades.length ? '' : named.map((grade) => GRADE_LABELS[grade]).join('／'),
      ];
      const said = limits.filter((text) => text !== '').join('；');
      return said === '' ? ROLE_LABELS[who.role] : `${ROLE_LABELS[who.role]}（${said}）`;
    });
  return [...groups.map(([name]) => name), ...new Set(names)].join('、');
}

/** Statutes as people call them: `《行政处罚法》第五十四条`. */
function articleText(article: Article | null): string {
  if (article === null) return '—';
  const short = article.statute.replace(/^中华人民共和国/, '').replace(/（.*）$/, '');
  return `《${short}》${article.article}`;
}

/** Where an act leads; that it may also leave the case where it is goes without saying. */
function targets(moves: readonly Move[]): string {
  const moving = moves.filter(movesCase);
  const stages = STAGES.filter((stage) => moving.some((move) => stays(move) && move.to === stage));
  const left = [...new Set(moving.filter((move) => !stays(move)).map((move) => move.toProcedure))];
  const names = [...stages.map((stage) => STAGE_LABELS[stage]), ...left.map(leaves)];
  return names.length === 0 ? '本环节' : names.join('、');
}
