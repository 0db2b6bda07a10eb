/** The engine has not answered in time. The client's own retries may outlast its deadline, so this is ours. */
export class EngineSlow extends Error {
  override readonly name = 'EngineSlow';
}

/** What `work` comes to, or null where that isn't known by the deadline (ms since 1970). The work goes on without us. */
export async function within<T>(deadline: number, work: Promise<T>): Promise<T | null> {
  let timer: NodeJS.Timeout | undefined;
  const patience = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), Math.max(0, deadline - Date.now()));
  });
  work.catch(() => undefined);
  try {
    return await Promise.race([work, patience]);
  } finally {
    clearTimeout(timer);
  }
}
