import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmod, chown, mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import type { Log, Owner } from './localProcess';

export interface PostgresHome {
  readonly folder: string;
  readonly dataFolder: string;
  /** Who the server runs as; null = whoever runs this. */
  readonly owner: Owner | null;
}

/** Where Postgres can live: it refuses to run as root, and refuses a data folder that others could read. */
export async function postgresHome(dir: string, log: Log): Promise<PostgresHome> {
  const refused: string[] = [];
  for (const folder of await candidates(dir)) {
    const dataFolder = join(folder, 'data');
    const owner = isRoot() ? ((await ownerOf(dataFolder)) ?? (await unprivilegedUser())) : null;
    const objection = await objectionTo(folder, dataFolder, owner);
    if (objection === null) {
      if (refused.length > 0) log(`Postgres：${refused.join('；')}。数据改放在 ${folder}`);
      return { folder, dataFolder, owner };
    }
    refused.push(`${folder} 不能用：${objection}`);
  }
  throw new Error(
    `找不到能放 Postgres 数据的文件夹：${refused.join('；')}。请用 LOCAL_DIR 另指一处，或设 DATABASE_URL。`,
  );
}

/** Can this user get through every folder on the way? */
export async function canReach(path: string, owner: Owner): Promise<boolean> {
  for (let folder = dirname(path); ; folder = dirname(folder)) {
    const { mode, uid, gid } = await stat(folder);
    const bit = uid === owner.uid ? 0o100 : gid === owner.gid ? 0o010 : 0o001;
    if ((mode & bit) === 0) return false;
    if (folder === dirname(folder)) return true;
  }
}

async function candidates(dir: string): Promise<string[]> {
  const name = 'graded-case-handling';
  const key = await keyOf(dir);
  const shared = isRoot() ? join('/var/lib', name) : join(homedir(), '.local', 'share', name);
  return [join(dir, 'postgres'), join(shared, key), join(tmpdir(), `${name}-${process.getuid?.() ?? 0}`, key)];
}

/** Kept in the folder and not made from its path: whoever deletes the folder starts afresh, wherever the data are. */
async function keyOf(dir: string): Promise<string> {
  const file = join(dir, 'postgres-key');
  const known = (await readFile(file, 'utf8').catch(() => '')).trim();
  if (/^[0-9a-f]{12}$/.test(known)) return known;
  const key = randomBytes(6).toString('hex');
  await writeFile(file, `${key}\n`);
  return key;
}

async function objectionTo(folder: string, dataFolder: string, owner: Owner | null): Promise<string | null> {
  try {
    await mkdir(folder, { recursive: true });
    // Both are the project's own; above them nothing is touched.
    for (const own of [dirname(folder), folder]) {
      const { uid, mode } = await stat(own);
      if (uid !== process.getuid?.()) return `${own} 属于另一个用户（uid ${uid}）`;
      if (owner !== null) await chmod(own, (mode & 0o7777) | 0o011);
    }
    const dataOwner = await ownerOf(dataFolder);
    if (owner === null && dataOwner !== null && dataOwner.uid !== process.getuid?.()) {
      return `数据属于另一个用户（uid ${dataOwner.uid}），请由该用户启动或删掉它`;
    }
    if (owner !== null && !(await canReach(dataFolder, owner))) return `Postgres 的用户（uid ${owner.uid}）进不去`;
    return await keepsModes(folder, owner);
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** Folders mounted into a virtual machine often keep neither owners nor modes. */
async function keepsModes(folder: string, owner: Owner | null): Promise<string | null> {
  const probe = await mkdtemp(join(folder, '.probe-'));
  try {
    if (owner !== null) await chown(probe, owner.uid, owner.gid);
    await chmod(probe, 0o700);
    const { mode, uid } = await stat(probe);
    if ((mode & 0o077) !== 0) return '这个文件系统不保存权限';
    if (owner !== null && uid !== owner.uid) return '这个文件系统不保存属主';
    return null;
  } finally {
    await rm(probe, { recursive: true, force: true });
  }
}

async function ownerOf(path: string): Promise<Owner | null> {
  try {
    const { uid, gid } = await stat(path);
    return { uid, gid };
  } catch {
    return null;
  }
}

/** `nobody` where there is no `postgres`: adding a user to somebody's machine is not ours to do. */
async function unprivilegedUser(): Promise<Owner> {
  for (const name of ['postgres', 'nobody']) {
    const [uid, gid] = await Promise.all([idOf('-u', name), idOf('-g', name)]);
    if (uid !== null && gid !== null) return { uid, gid };
  }
  throw new Error(
    'Postgres 不肯以 root 运行，而本机既无 postgres 也无 nobody 用户。请换普通用户运行，或设 DATABASE_URL。',
  );
}

async function idOf(flag: '-u' | '-g', name: string): Promise<number | null> {
  try {
    const { stdout } = await promisify(execFile)('id', [flag, name]);
    return Number.parseInt(stdout, 10);
  } catch {
    return null;
  }
}

function isRoot(): boolean {
  return process.getuid?.() === 0;
}
