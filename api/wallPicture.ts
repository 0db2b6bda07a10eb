import { listDuties } from '../db/listDuties';
import { readIndicator } from '../db/readIndicator';
import { wallFigures } from '../db/wallFigures';
import { newestOf } from '../domain/evaluation/newestOf';
import { INDICATORS } from '../domain/evaluation/indicators';
import { DUTY_LABELS, LIGHT_LABELS } from '../domain/labels';
import { orgName } from '../domain/orgName';
import { instantOf, lawDateOf, startOf } from '../domain/time/lawDate';
import type { RouteDeps } from './apiApp';
import { overviewFor } from './overviewFor';
import { pointsFor } from './pointsFor';

/** As many duties as the wall has room for. */
const SLOWEST = 7;

type Deps = Pick<RouteDeps, 'db' | 'catalogue' | 'evaluation'>;

/** 大屏 at an instant: figures of the whole city, and nothing of a person, neither of parties nor of officers. */
export async function wallPicture(deps: Deps, now: number) {
  const { db, catalogue } = deps;
  const today = lawDateOf(instantOf(now));
  const month = `${today.slice(0, 7)}-01`;
  const overview = await overviewFor(deps, null);
  const { points } = await pointsFor(deps, { seenBy: null, clues: true });
  const { cluesToday, closed } = await wallFigures(db, { today: startOf(today), month: startOf(month) });
  const onTime = await onTimeByTown(deps, month, today);
  const duties = await listDuties(db, { seenBy: null, running: true, limit: SLOWEST });
  const hits = onTime.reduce((sum, row) => sum + row.hits, 0);
  const n = onTime.reduce((sum, row) => sum + row.n, 0);
  return {
    ...{ overview, points, cluesToday, onTime: share(deps, { hits, n }) },
    ranking: catalogue.towns
      .map(({ code, name }) => ({
        ...{ town: code, name, closed: closed.find(({ town }) => town === code)?.cases ?? 0 },
        onTime: share(deps, onTime.find(({ who }) => who === code) ?? { hits: 0, n: 0 }),
      }))
      .sort((one, other) => other.closed - one.closed || (other.onTime ?? 0) - (one.onTime ?? 0)),
    slowest: duties.map(({ caseId, id, kind, org, town, light, dueAt }) => ({
      ...{ caseId, id, kindLabel: DUTY_LABELS[kind], org, orgName: orgName(catalogue, org) },
      ...{ townName: orgName(catalogue, town), light, lightLabel: LIGHT_LABELS[light], dueAt },
    })),
  };
}

async function onTimeByTown({ db }: Deps, from: string, to: string) {
  const indicator = newestOf(INDICATORS, 'duties_on_time', undefined);
  if (indicator === undefined) throw new Error('there is no indicator duties_on_time');
  const { id, version } = indicator;
  return readIndicator(db, { indicator: id, version, from, to, by: 'town', per: 'whole' });
}

/** null: too few to say anything by a share. */
function share({ evaluation }: Deps, { hits, n }: { readonly hits: number; readonly n: number }): number | null {
  return n < evaluation.enough ? null : hits / n;
}
