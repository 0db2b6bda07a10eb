import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readEnv } from '../../config/env';
import { loadRoster } from '../../config/roster';
import { loadTeams } from '../../config/teams';
import { saveTeams } from '../../db/saveTeams';
import { addDays } from '../../domain/time/lawDate';
import { evaluateCases } from '../../evaluation/evaluateCases';
import { openHouse, type House } from '../support/house';
import { reportSummary, STREET, today, warnOnSpot } from '../support/road';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const { catalogueDir } = readEnv();
const roster = () =>
  loadRoster(
    join(catalogueDir, 'officers.csv'),
    new Set([...house.catalogue.towns.map(({ code }) => code), 'bureau', 'dispatch_centre']),
  );

async function teams(): Promise<readonly (readonly [string, number])[]> {
  const { status, body } = await house.get<{ rows: readonly { who: string; n: number }[] }>(
    'supervisor-1',
    `/api/v1/indicators/closed_in_town?from=${today()}&to=${today()}&by=team&per=whole`,
  );
  expect(status, JSON.stringify(body)).toBe(200);
  return body.rows.map(({ who, n }) => [who, n]);
}

describe('figures by team', () => {
  it('given a case that an officer closed, when they move to another team tomorrow, then it stays the first one’s; had they moved today, it is the other’s', async () => {
    const officer = `officer-${STREET.code}-1`;
    await warnOnSpot(house, await reportSummary(house));
    while ((await evaluateCases(house.db)) > 0);
    const first = loadTeams(catalogueDir, roster()).find((member) => member.officer === officer)?.team ?? '';
    expect(await teams()).toEqual([[first, 1]]);

    const since = '2026-01-01';
    const moves = (on: string) =>
      saveTeams(house.db, [
        { team: first, officer, since, until: addDays(on, -1) },
        { team: '机动中队', officer, since: on, until: null },
      ]);
    await moves(addDays(today(), 1));
    expect(await teams()).toEqual([[first, 1]]);
    await moves(today());
    expect(await teams()).toEqual([['机动中队', 1]]);
    const { body } = await house.get<{ cases: readonly object[] }>(
      'supervisor-1',
      `/api/v1/indicators/closed_in_town/cases?from=${today()}&to=${today()}&by=team&who=${encodeURIComponent('机动中队')}`,
    );
    expect(body.cases).toHaveLength(1);

    await saveTeams(house.db, []);
    expect(await teams()).toEqual([['', 1]]);
    const scores = await house.get<{ rows: readonly { who: string }[] }>(
      'supervisor-1',
      `/api/v1/scores/duty_score?from=${today()}&to=${today()}&by=team&per=whole`,
    );
    expect(scores.body.rows.map(({ who }) => who)).toContain('');
  });
});

describe('teams.csv', () => {
  it('given two towns in a team, one person in two teams, or an end before the beginning, then the start is refused with each line', () => {
    const dir = mkdtempSync(join(tmpdir(), 'teams-'));
    cpSync(join(catalogueDir, 'teams.csv'), join(dir, 'teams.csv'));
    const path = join(dir, 'teams.csv');
    const good = readFileSync(path, 'utf8').split('\n').slice(0, 2).join('\n');
    const name = good.split('\n')[1]?.split(',')[0] ?? '';
    const ours = good.split('\n')[1]?.split(',')[1] ?? '';
    const write = (rows: readonly string[]) => {
      writeFileSync(path, `${good}\n${rows.join('\n')}\n`);
      return () => loadTeams(dir, roster());
    };
    expect(
      write([
        `${name},officer-510184002-1,2026-01-01,`,
        `另一中队,${ours},2026-02-01,`,
        `另一中队,officer-510184001-5,2026-02-02,2026-02-01`,
      ]),
    ).toThrow(/teams\.csv:3 officer[\s\S]*teams\.csv:4 since[\s\S]*teams\.csv:5 until/);
    // Whoever has left keeps their past, and whoever moves begins anew on the next day.
    expect(write(['另一中队,gone,2026-01-01,', `另一中队,${ours},2025-01-01,2025-12-31`])()).toHaveLength(3);
  });
});
