import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TownArea } from '../../domain/catalogue';
import type { Problems } from '../problems';

export const TOWN_AREAS_FILE = 'town_areas.geojson';

type Ring = readonly (readonly [number, number])[];

/**
 * The towns' areas, where a deployment has them: a GeoJSON FeatureCollection in WGS 84, each feature a Polygon or
 * MultiPolygon with the town's nine digits in `properties.code`. Without the file, points must do.
 */
export function readTownAreas(dir: string, towns: ReadonlySet<string>, problems: Problems): TownArea[] {
  const path = join(dir, TOWN_AREAS_FILE);
  if (!existsSync(path)) return [];
  const fail = (column: string, value: string | null, allowed: string): [] => {
    problems.add({ file: TOWN_AREAS_FILE, line: null, column, value, allowed });
    return [];
  };
  let content: unknown;
  try {
    content = JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return fail('', null, '应为 GeoJSON');
  }
  const features = isObject(content) && Array.isArray(content['features']) ? (content['features'] as unknown[]) : null;
  if (features === null) return fail('features', null, '应为 FeatureCollection');
  return features.flatMap((feature, index) => {
    const properties = isObject(feature) && isObject(feature['properties']) ? feature['properties'] : {};
    const name = typeof properties['name'] === 'string' ? `（${properties['name']}）` : '';
    const where = `features[${index}]${name}`;
    const town = typeof properties['code'] === 'string' ? properties['code'] : '';
    if (!towns.has(town)) return fail(`${where}.properties.code`, town, '镇街清单里没有这个编码');
    const geometry = isObject(feature) && isObject(feature['geometry']) ? feature['geometry'] : {};
    const polygons =
      geometry['type'] === 'Polygon'
        ? [geometry['coordinates']]
        : geometry['type'] === 'MultiPolygon' && Array.isArray(geometry['coordinates'])
          ? (geometry['coordinates'] as unknown[])
          : [];
    if (polygons.length === 0 || !polygons.every(isPolygon))
      return fail(`${where}.geometry`, null, '应为 Polygon 或 MultiPolygon，各环首尾相接，坐标为 [经度, 纬度]');
    return [{ town, polygons }];
  });
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isPolygon(value: unknown): value is readonly Ring[] {
  return Array.isArray(value) && value.length > 0 && value.every(isRing);
}

function isRing(value: unknown): value is Ring {
  if (!Array.isArray(value) || value.length < 4 || !value.every(isPoint)) return false;
  const [first, last] = [value.at(0), value.at(-1)];
  return first?.[0] === last?.[0] && first?.[1] === last?.[1];
}

/** Latitude first is the usual slip: here it shows, for no latitude is beyond 90. */
function isPoint(value: unknown): value is readonly [number, number] {
  if (!Array.isArray(value)) return false;
  const [lng, lat] = value as readonly unknown[];
  return typeof lng === 'number' && typeof lat === 'number' && Math.abs(lng) <= 180 && Math.abs(lat) <= 90;
}
