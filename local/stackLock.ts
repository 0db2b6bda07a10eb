import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { processIdentity } from './processIdentity';

/** One stack for each folder: a second start would take the first one's servers for leftovers and stop them. */
export async function stackLock(dir: string): Promise<{ release: () => Promise<void> }> {
  const file = join(dir, 'stack.lock');
  const self = await processIdentity(process.pid);
  const content = `${process.pid} ${self?.startedAt ?? ''}\n`;
  for (;;) {
    try {
      await writeFile(file, content, { flag: 'wx' });
      return { release: () => rm(file, { force: true }) };
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
    }
    const [, pid, startedAt] = /^(\d+) (.*)$/m.exec(await readFile(file, 'utf8').catch(() => '')) ?? [];
    const holder = pid === undefined ? null : await processIdentity(Number(pid));
    if (holder !== null && holder.startedAt === startedAt) {
      throw new Error(
        `${dir} 正由进程 ${holder.pid} 使用（${holder.command}）。请先停下它，或用 LOCAL_DIR 指定另一个文件夹。`,
      );
    }
    await rm(file, { force: true });
  }
}
