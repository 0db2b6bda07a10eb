/* global clearTimeout, document, setTimeout */

const EVERY_MS = 5_000;

/**
 * Runs `load` now and every five seconds after it ended, while the page is in sight; `told` hears how each went.
 * `now` asks for another run at once: behind the one under way, which may have asked before the reader changed their mind.
 */
export function poll(load, told) {
  let timer;
  let stopped = false;
  let running = false;
  let again = false;

  async function now() {
    clearTimeout(timer);
    again = running;
    if (running || stopped) return;
    running = true;
    const error = await load().then(
      () => null,
      (thrown) => thrown,
    );
    running = false;
    if (stopped) return;
    told(error);
    if (again) void now();
    else if (!stopped && !document.hidden) timer = setTimeout(now, EVERY_MS);
  }

  function stop() {
    stopped = true;
    clearTimeout(timer);
    document.removeEventListener('visibilitychange', now);
  }

  document.addEventListener('visibilitychange', now);
  return { now, stop };
}
