import type { Adapter } from './adapter';
import { gridWorker } from './gridWorker';
import { hotline } from './hotline';
import { media } from './media';
import { patrol } from './patrol';
import { transfer } from './transfer';
import { video } from './video';
import { walkIn } from './walkIn';
import { web } from './web';

/** The channels that send by a token. The city platform signs instead, and Open311 has doors of its own. */
export const ADAPTERS: readonly Adapter[] = [hotline, gridWorker, patrol, video, web, walkIn, media, transfer];
