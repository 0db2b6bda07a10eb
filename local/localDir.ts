import { mkdir, mkdtemp, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** The folder for all that the local stack keeps; deleting it starts afresh. */
export async function localDir(dir: string): Promise<string> {
  const advice = '请换回当初的用户运行、删掉它，或用 LOCAL_DIR 指定另一个文件夹。';
  let probe: string;
  try {
    await mkdir(dir, { recursive: true });
    probe = await mkdtemp(join(dir, '.probe-'));
  } catch (error) {
    throw new Error(`${dir} 不可写。${advice}`, { cause: error });
  }
  const [folder, fresh] = await Promise.all([stat(dir), stat(probe)]);
  await rm(probe, { recursive: true });
  // Root could go on in another user's folder, and would leave files there that shut its owner out.
  if (folder.uid !== fresh.uid) throw new Error(`${dir} 属于另一个用户（uid ${folder.uid}）。${advice}`);
  return dir;
}
