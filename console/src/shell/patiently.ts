const TRIES = 4;
const PAUSE_MS = 1_500;

/** A page's code over a bad link, or from a busy service: asked for again before the page is given up. */
export async function patiently<T>(load: () => Promise<T>): Promise<T> {
  for (let left = TRIES - 1; left > 0; left -= 1) {
    try {
      return await load();
    } catch {
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    }
  }
  return load();
}
