import { createHash } from 'node:crypto';
import type { DemoClue } from './readDemoClues';

/**
 * A demo clue with what its channel must bring beside the words: a number, a camera's picture, a patrol's item. The file
 * has words only; a patrol without a position is told by the grid's people, who report by words.
 */
export function asSent({ id, body, expected }: DemoClue, run: string): object {
  const numbered = { ...body, number: `${run}-${id}` };
  switch (body.channel) {
    case 'patrol':
      return body.position === undefined || expected.item === ''
        ? { ...numbered, channel: 'grid_worker' }
        : { ...numbered, itemCode: expected.item };
    case 'video': {
      const sha256 = createHash('sha256').update(id).digest('hex');
      return { ...numbered, attachments: [{ sha256, storeKey: `demo/${id}.jpg`, kind: '照片' }] };
    }
    case 'hotline_12345':
    case 'grid_worker':
    case 'city_platform':
    case 'web':
    case 'walk_in':
    case 'media':
    case 'transfer':
      return numbered;
  }
}
