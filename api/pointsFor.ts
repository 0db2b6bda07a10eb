import { casePoints, cluePoints } from '../db/listPoints';
import type { Catalogue } from '../domain/catalogue';
import { CHANNEL_LABELS, LIGHT_LABELS } from '../domain/labels';
import { townAt } from '../domain/triage/townAt';
import type { Position } from '../domain/triage/triage';
import type { RouteDeps } from './apiApp';
import { POINTS_AT_ONCE } from './schemas/points';

const METRES_A_DEGREE = 111_320;

export interface Eyes {
  /** The organisation whose cases are seen; null sees all. */
  readonly seenBy: string | null;
  /** Whether clues that are no case yet are seen as well. */
  readonly clues: boolean;
}

/** 点位 in somebody's eyes, each beside the centre of its town, in metres. */
export async function pointsFor({ db, catalogue }: Pick<RouteDeps, 'db' | 'catalogue'>, eyes: Eyes) {
  const clues = eyes.clues ? await cluePoints(db, POINTS_AT_ONCE + 1) : [];
  const cases = await casePoints(db, eyes.seenBy, POINTS_AT_ONCE + 1);
  const points = [
    ...clues.map(({ clueId, channel, light, ...position }) => ({
      ...{ kind: 'clue' as const, id: clueId, label: CHANNEL_LABELS[channel] },
      ...{ light, lightLabel: LIGHT_LABELS[light] },
      ...placed(catalogue, townAt(catalogue, position).candidates[0]?.code ?? null, position),
    })),
    ...cases.map(({ caseId, itemName, town, light, ...position }) => ({
      ...{ kind: 'case' as const, id: caseId, label: itemName, light, lightLabel: LIGHT_LABELS[light] },
      ...placed(catalogue, town, position),
    })),
  ];
  return { points: points.slice(0, POINTS_AT_ONCE), more: points.length > POINTS_AT_ONCE };
}

function placed({ townPoints }: Catalogue, town: string | null, { lng, lat }: Position) {
  const centre = townPoints.find((point) => point.town === town);
  if (town === null || centre === undefined) return { town: null, east: 0, north: 0 };
  const shrink = Math.cos((lat * Math.PI) / 180);
  return {
    town,
    east: Math.round((lng - centre.lng) * METRES_A_DEGREE * shrink),
    north: Math.round((lat - centre.lat) * METRES_A_DEGREE),
  };
}
