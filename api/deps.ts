import type { Client } from '@temporalio/client';
import type { FastifyInstance } from 'fastify';
import type { JWTVerifyGetKey } from 'jose';
import type { Logger } from 'pino';
import type { PaperSet } from '../archive/casePapers';
import type { PublicKey } from '../archive/keys';
import type { Pool } from '../db/pool';
import type { Catalogue } from '../domain/catalogue';
import type { EvidenceStore } from '../evidence/evidenceStore';
import type { EvaluationRules } from '../config/evaluation';
import type { DutyRow } from '../domain/dispatch/dutyRoster';
import type { RetentionRule } from '../domain/retention';
import type { ChannelRule } from '../domain/channelRule';
import type { Find } from '../domain/triage/searchText';
import type { Oidc } from './oidc';

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
  /** Where files of evidence are kept; null: in a store of the house's own, of which nothing is known here. */
  readonly evidence: EvidenceStore | null;
  readonly retention: readonly RetentionRule[];
  readonly evaluation: EvaluationRules;
  readonly channels: readonly ChannelRule[];
  readonly dutyRoster: readonly DutyRow[];
  readonly keys: JWTVerifyGetKey;
  readonly issuer: string;
  readonly audience: string;
  /** The city platform's webhook secrets, the newest first; with none, its door isn't there. */
  readonly cityPlatformSecrets: readonly string[];
  /** The register of permits and other records that the worker asks; null: there is none. */
  readonly recordSource: string | null;
  readonly log: Logger;
  /** The identity provider by whom people sign in to the pages. */
  readonly oidc: Oidc;
  /** Where people reach the pages; null: wherever they ask (development only). Secure cookies where it is https. */
  readonly publicUrl: URL | null;
  /** The development issuer's own pages; null in production. */
  readonly issuerRoutes: ((app: FastifyInstance) => void) | null;
  /** Where Temporal's own pages are, for administrators; null where unknown. */
  readonly engineUi: string | null;
  /** Where the catalogue's files lie that this process runs on. */
  readonly catalogueDir: string;
  /** Where the database is, for what reads so much of it that it does so in a thread of its own. */
  readonly databaseUrl: string;
}
