import { casePoints, cluePoints } from '../../db/listPoints';
import { CHANNEL_LABELS, LIGHT_LABELS } from '../../domain/labels';
import { townAt } from '../../domain/triage/townAt';
import type { Position } from '../../domain/triage/triage';
import type { ApiApp, RouteDeps } from '../apiApp';
import { PROBLEMS } from '../schemas/common';
import { Points, POINTS_AT_ONCE } from '../schemas/points';
import { seenBy, seesClues } from '../seenBy';

const METRES_A_DEGREE = 111_320;

/** 点位: where open cases and waiting clues are, each beside the centre of its town. */
export function pointRoutes(app: ApiApp, deps: RouteDeps): void {
  const { towns, townPoints, townAreas } = deps.catalogue;

  app.get(
    '/api/v1/points',
    { schema: { summary: '案件和线索的点位', tags: ['工作台'], response: { 200: Points, ...PROBLEMS } } },
    async (request) => {
      const actor = await deps.identify(request);
      const clues = seesClues(actor) ? await cluePoints(deps.db, POINTS_AT_ONCE + 1) : [];
      const cases = await casePoints(deps.db, seenBy(actor), POINTS_AT_ONCE + 1);
      const points = [
        ...clues.map(({ clueId, channel, light, ...position }) => ({
          ...{ kind: 'clue' as const, id: clueId, label: CHANNEL_LABELS[channel] },
          ...{ light, lightLabel: LIGHT_LABELS[light] },
          ...placed(townAt({ towns, townPoints, townAreas }, position).candidates[0]?.code ?? null, position),
        })),
        ...cases.map(({ caseId, itemName, town, light, ...position }) => ({
          ...{ kind: 'case' as const, id: caseId, label: itemName, light, lightLabel: LIGHT_LABELS[light] },
          ...placed(town, position),
        })),
      ];
      return { points: points.slice(0, POINTS_AT_ONCE), more: points.length > POINTS_AT_ONCE };
    },
  );

  function placed(town: string | null, { lng, lat }: Position) {
    const centre = townPoints.find((point) => point.town === town);
    if (town === null || centre === undefined) return { town: null, east: 0, north: 0 };
    const shrink = Math.cos((lat * Math.PI) / 180);
    return {
      town,
      east: Math.round((lng - centre.lng) * METRES_A_DEGREE * shrink),
      north: Math.round((lat - centre.lat) * METRES_A_DEGREE),
    };
  }
}
