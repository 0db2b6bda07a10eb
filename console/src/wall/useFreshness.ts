import { useEffect } from 'react';

/** Loads the page anew every so often, in ms; only where the service would give it: else what is seen is better than nothing. */
export function useFreshness(everyMs: number): void {
  useEffect(() => {
    const timer = setInterval(() => {
      void fetch(location.href, { cache: 'no-store' })
        .then(({ ok }) => ok && location.reload())
        .catch(() => undefined);
    }, everyMs);
    return () => clearInterval(timer);
  }, [everyMs]);
}
