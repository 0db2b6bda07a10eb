import pg from 'pg';

export type Pool = pg.Pool;
export type Queryable = Pick<pg.Pool, 'query'>;

/** Reads instants as ISO text in UTC and dates as `YYYY-MM-DD`: `Date` would bring the host's time zone in. */
const types: pg.CustomTypesConfig = {
  getTypeParser(oid, format) {
    if (oid === pg.types.builtins.TIMESTAMPTZ) return (value: string) => new Date(value).toISOString();
    if (oid === pg.types.builtins.DATE) return (value: string) => value;
    if (oid === pg.types.builtins.INT8) return Number;
    // eslint-disable-next-line @typescript-eslint/no-unsafe-return -- pg types its parsers as any
    return pg.types.getTypeParser(oid, format);
  },
};

export interface PoolOptions {
  readonly max?: number;
  /** How long a caller waits for a connection or a statement, in ms. */
  readonly patienceMs?: number;
}

export function createPool(url: string, { max = 10, patienceMs = 1_500 }: PoolOptions = {}): Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max,
    types,
    connectionTimeoutMillis: patienceMs,
    // The server ends a statement that takes longer; the client stops waiting for a server that is gone.
    statement_timeout: patienceMs * 4,
    query_timeout: patienceMs * 4 + 500,
    application_name: 'graded-case-handling',
    // Compiling a statement takes a hundred times as long as any of ours: the planner takes the arrays of keys for long.
    options: '-c jit=off',
    keepAlive: true,
  });
  // An idle connection that breaks is replaced at its next use; without a listener it would end the process.
  pool.on('error', () => undefined);
  // So would one that is taken and breaks between two statements of a transaction, which the pool doesn't listen to. The
  // next statement fails and tells whoever holds it.
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool;
}

/** Runs `work` in one transaction; anything thrown rolls it back. */
export async function inTransaction<T>(pool: Pool, work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  let broken: Error | undefined;
  try {
    await client.query('begin');
    const result = await work(client);
    await client.query('commit');
    return result;
  } catch (error) {
    await client.query('rollback').catch((failure: unknown) => {
      broken = failure instanceof Error ? failure : new Error(String(failure));
    });
    throw error;
  } finally {
    client.release(broken);
  }
}

const AWAY_CODES = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'ENOTFOUND',
  'ENOENT',
  '57P01',
  '57P02',
  '57P03',
  '53300',
  '57014',
]);

/** Whether an error says that Postgres is away (and may return), rather than that the statement is wrong. */
export function isDatabaseAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  if (AWAY_CODES.has(code) || code.startsWith('08')) return true;
  if (error instanceof AggregateError) return error.errors.some(isDatabaseAway);
  return /Connection terminated|timeout exceeded|Query read timeout|Client has encountered a connection error/i.test(
    error.message,
  );
}
