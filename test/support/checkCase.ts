import { expect } from 'vitest';
import { chain, GENESIS } from '../../db/chain';
import { readCase } from '../../db/readCase';
import { readEvents } from '../../db/readEvents';
import { stored, supervisionRows } from '../../db/readModel';
import { openDuties } from '../../domain/openDuties';
import { fold } from '../../domain/evolve';
import { stateQuery } from '../../workflows/messages';
import { workflowId } from '../../workflows/workflowId';
import type { House } from './house';

/** Numbers without gaps, an unbroken chain, and read model = open duties = open supervision = fold of events = the workflow's own query. */
export async function checkCase({ db, engine }: Pick<House, 'db' | 'engine'>, caseId: string): Promise<void> {
  const row = await readCase(db, caseId);
  expect(row, `case ${caseId} is on file`).not.toBeNull();
  if (row === null) return;
  const events = await readEvents(db, caseId);
  const duties = await dutiesOnFile(db, caseId);
  const {
    labels: _labels,
    now: _now,
    nextWake: _nextWake,
    ...live
  } = await engine.workflow.getHandle(workflowId(caseId)).query(stateQuery);
  // A case goes on by itself, to its archive for one: what was read on two sides of a step is read again.
  if ((await readCase(db, caseId))?.state.seq !== row.state.seq) return checkCase({ db, engine }, caseId);

  expect(events.map(({ event }) => event.seq)).toEqual(events.map((_, index) => index + 1));
  const folded = stored(fold(events.map(({ event }) => event)));
  expect(stored(row.state)).toEqual(folded);
  expect(duties).toEqual(
    openDuties(row.state)
      .map(({ period: _period, name: _name, ...duty }) => duty)
      .sort((one, other) => (one.id < other.id ? -1 : 1)),
  );
  const asked = await supervisionOnFile(db, caseId);
  expect(asked).toEqual(
    supervisionRows(
      row.state,
      events.map(({ event }) => event),
    ).sort((one, other) => (one.id < other.id ? -1 : 1)),
  );
  const hashes = chain(
    GENESIS,
    events.map(({ event }) => event),
  );
  expect(events.map(({ hash }) => hash)).toEqual(hashes);
  expect(row.head).toBe(hashes.at(-1));
  expect(live).toEqual(folded);
}

async function dutiesOnFile(db: House['db'], caseId: string): Promise<readonly object[]> {
  const { rows } = await db.query<object>(
    `select id, kind, org, person, started_at as "startedAt", yellow_at as "yellowAt", due_at as "dueAt", paused
     from open_duties where case_id = $1 order by id collate "C"`,
    [caseId],
  );
  return rows;
}

async function supervisionOnFile(db: House['db'], caseId: string): Promise<readonly object[]> {
  const { rows } = await db.query<object>(
    `select id, kind, listed, standing, asked_at from open_supervision where case_id = $1 order by id collate "C"`,
    [caseId],
  );
  return rows;
}

/** Every case of a house. At the end of each test that runs a workflow. */
export async function checkAllCases(house: House): Promise<void> {
  const { rows } = await house.db.query<{ id: string }>('select id from cases where started order by id');
  for (const { id } of rows) await checkCase(house, id);
}
