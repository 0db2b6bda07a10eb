import type { Client } from '@temporalio/client';
import type { JWTVerifyGetKey } from 'jose';
import type { Logger } from 'pino';
import type { PaperSet } from '../archive/casePapers';
import type { PublicKey } from '../archive/keys';
import type { Pool } from '../db/pool';
import type { Catalogue } from '../domain/catalogue';
import type { EvaluationRules } from '../config/evaluation';
import type { RetentionRule } from '../domain/retention';
import type { ChannelRule } from '../domain/channelRule';
import type { Find } from '../domain/triage/searchText';

/** What the API is built from. `server.ts` and the tests bring the real ones. */
export interface ApiDeps {
  readonly db: Pool;
  readonly engine: Client;
  readonly taskQueue: string;
  readonly catalogue: Catalogue;
  readonly find: Find;
  readonly papers: PaperSet;
  /** The public keys by which archives can be verified, as they are now. */
  readonly archiveKeys: () => readonly PublicKey[];
  readonly retention: readonly RetentionRule[];
  readonly evaluation: EvaluationRules;
  readonly channels: readonly ChannelRule[];
  readonly keys: JWTVerifyGetKey;
  readonly issuer: string;
  readonly audience: string;
  /** The city platform's webhook secrets, the newest first; with none, its door isn't there. */
  readonly cityPlatformSecrets: readonly string[];
  readonly log: Logger;
  /** Signs in demo people; null outside development. */
  readonly demoSignIn: ((name: string) => Promise<string>) | null;
  /** Where Temporal's own pages are, for administrators; null where unknown. */
  readonly engineUi: string | null;
}
