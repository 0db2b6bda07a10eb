import type { TownPoint } from '../../domain/catalogue';
import type { Problems } from '../problems';
import { readTable } from '../readTable';

export const TOWN_POINTS_FILE = 'town_points.csv';

const COLUMNS = ['code', 'place', 'lng', 'lat', 'note'] as const;

/** Approximate centres, until the deployment brings the towns' areas as town_areas.geojson. */
export function readTownPoints(dir: string, towns: ReadonlySet<string>, problems: Problems): TownPoint[] {
  return readTable(dir, TOWN_POINTS_FILE, COLUMNS, problems).map((row) => {
    const town = row.text('code');
    if (!towns.has(town)) row.fail('code', '镇街清单里没有这个编码');
    return { town, place: row.text('place'), lng: row.number('lng'), lat: row.number('lat') };
  });
}
