import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { drawAll } from '../../commands/charts/drawAll';
import { explore } from '../../commands/charts/explore';
import type { ActName, Stage } from '../../domain/case';
import type { ProcedureId } from '../../domain/catalogue';
import { ALL_PROCEDURES } from '../../domain/procedures/procedures';
import { catalogue } from './support/aCase';

const moves = explore(catalogue);
const BESIDE = ['answer_guidance', 'answer_urging', 'check_supervision', 'appeal_overdue', 'judge_overdue_appeal'];

describe('the charts of the procedures and the stories', () => {
  it.each(drawAll(catalogue, moves).map((chart) => [chart.path.split('/').at(-1), chart] as const))(
    'given %s, then it is what the tables and decide say today',
    (name, { path, text }) => {
      const onFile = existsSync(path) ? readFileSync(path, 'utf8') : '';
      expect(onFile, `${name} is out of date: run \`npm run charts\``).toBe(text);
    },
  );

  const missing = (id: ProcedureId): Partial<Record<ActName, readonly Stage[]>> => {
    const acts = ALL_PROCEDURES.find((procedure) => procedure.id === id)?.acts ?? {};
    const rows = Object.entries(acts).map(([act, { at }]): [string, readonly Stage[]] => [
      act,
      at.filter((from) => !moves.some((move) => move.procedure === id && move.act === act && move.from === from)),
    ]);
    return Object.fromEntries(rows.filter(([, stages]) => stages.length > 0));
  };

  it('given the ordinary table, then every act at every stage in it was really reached, but for the named ones', () => {
    const {
      answer_cooperation,
      dismiss_crime_report,
      extend_period,
      merge_case,
      withdraw_publication,
      // They move no case, and would only double every kind of state: asked, answered, late.
      answer_guidance: _guided,
      answer_urging: _answered,
      check_supervision: _checked,
      appeal_overdue: _appealed,
      judge_overdue_appeal: _judged,
      ...twoAtOnce
    } = missing('ordinary');
    // Only the bureau asks for help, and its cases are never returned to the dispatch centre.
    expect(answer_cooperation).toEqual(['dispatch']);
    // No decision is made while the report stands.
    expect(dismiss_crime_report).toEqual(['dispatch', 'accept', 'service', 'performance', 'close']);
    // Nothing that runs there may be extended.
    expect(extend_period).toEqual(['dispatch']);
    // There is a decision again, or none yet.
    expect(withdraw_publication).toEqual(['dispatch', 'accept', 'verify', 'service', 'performance', 'close']);
    // What was filed is refused with the reason why, and not as an act that isn't open there (行政处罚法 54).
    expect(merge_case).toEqual(['investigation', 'review', 'notice', 'decision', 'service', 'performance', 'close']);
    // A case with something open beside its road comes back there only by another town's being named for it.
    expect(twoAtOnce).toEqual(
      Object.fromEntries(
        ['decide_recusal', 'approve_measure', 'end_testing', 'dispose_measure', 'resume_case'].map((act) => [
          act,
          ['dispatch', 'accept'],
        ]),
      ),
    );
  });

  it('given the summary table, then every act in it was reached, but for those that only the bureau’s cases know', () => {
    const acts = Object.keys(ALL_PROCEDURES.find(({ id }) => id === 'summary')?.acts ?? {});
    const reached = moves.filter(({ procedure }) => procedure === 'summary').map(({ act }) => act as string);
    expect(acts.filter((act) => !reached.includes(act) && !BESIDE.includes(act))).toEqual(['send_down']);
  });
});
