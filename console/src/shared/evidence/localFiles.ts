import { del, get, keys, set } from 'idb-keyval';

/** A file of evidence that lies in this browser until the service has it: it survives a reload, a closed tab and a flat battery. */
export interface LocalFile {
  /** Whose it is: at a machine that several people use, each sends their own. */
  readonly person: string;
  readonly caseId: string;
  readonly sha256: string;
  /** Chosen again because the one that the service has was altered: it is sent whatever the service says that it has. */
  readonly anew: boolean;
}

const OURS = 'evidence';

/** What a browser couldn't keep (full, or forbidden): there until the page goes. */
const unkept = new Map<string, Blob>();

const keyOf = ({ person, caseId, sha256, anew }: LocalFile): string =>
  JSON.stringify([OURS, person, caseId, sha256, anew]);

function fileOf(key: string): LocalFile | null {
  const [whose, person, caseId, sha256, anew] = JSON.parse(key) as [string, string, string, string, boolean];
  return whose === OURS ? { person, caseId, sha256, anew } : null;
}

/** Whether it will survive a reload. */
export async function keepFile(file: LocalFile, content: Blob): Promise<boolean> {
  try {
    await set(keyOf(file), content);
    return true;
  } catch {
    unkept.set(keyOf(file), content);
    return false;
  }
}

export async function filesOf(person: string): Promise<readonly LocalFile[]> {
  return [...(await keptKeys()), ...unkept.keys()].flatMap((key) => {
    const file = fileOf(key);
    return file !== null && file.person === person ? [file] : [];
  });
}

export async function readFile(file: LocalFile): Promise<Blob | null> {
  const inMemory = unkept.get(keyOf(file));
  if (inMemory !== undefined) return inMemory;
  try {
    return (await get<Blob>(keyOf(file))) ?? null;
  } catch {
    return null;
  }
}

export async function forgetFile(file: LocalFile): Promise<void> {
  unkept.delete(keyOf(file));
  try {
    await del(keyOf(file));
  } catch {
    console.warn('the browser keeps no files');
  }
}

export async function forgetFiles(person: string): Promise<void> {
  for (const file of await filesOf(person)) await forgetFile(file);
}

async function keptKeys(): Promise<readonly string[]> {
  try {
    return await keys<string>();
  } catch {
    return [];
  }
}
