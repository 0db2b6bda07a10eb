import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { drawAll } from '../../commands/charts/drawAll';
import { explore } from '../../commands/charts/explore';
import type { ActName, Stage } from '../../domain/case';
import { ALL_PROCEDURES } from '../../domain/procedures/procedures';
import { catalogue } from './support/aCase';

describe('the charts of the procedures', () => {
  it.each(drawAll(catalogue).map((chart) => [chart.path.split('/').at(-1), chart] as const))(
    'given %s, then it is what the tables and decide say today',
    (name, { path, text }) => {
      const onFile = existsSync(path) ? readFileSync(path, 'utf8') : '';
      expect(onFile, `docs/procedures/${name} is out of date: run \`npm run charts\``).toBe(text);
    },
  );

  it('given the ordinary table, then every stage and act in it was really reached, so that no row is left out of the chart', () => {
    const moves = explore(catalogue);
    const ordinary = ALL_PROCEDURES.find(({ id }) => id === 'ordinary');
    const missing = Object.entries(ordinary?.acts ?? {}).flatMap(([act, { at }]) =>
      at
        .filter(
          (from) =>
            !moves.some((move) => move.procedure === 'ordinary' && move.act === (act as ActName) && move.from === from),
        )
        .map((from): [string, Stage] => [act, from]),
    );
    // The table names it for every open stage; but only the bureau asks for help, and its cases are never returned.
    expect(missing).toEqual([['answer_cooperation', 'dispatch']]);
  });
});
