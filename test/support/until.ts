/** Waits until something holds that another process brings about; for what time brings about, time is skipped. */
export async function until(holds: () => Promise<boolean>, patienceMs = 20_000): Promise<void> {
  const end = Date.now() + patienceMs;
  while (!(await holds())) {
    if (Date.now() > end) throw new Error(`did not come to hold within ${patienceMs} ms`);
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}
