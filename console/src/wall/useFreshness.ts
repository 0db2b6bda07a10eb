import { useEffect } from 'react';

const DAY_MS = 24 * 3_600_000;

/** Loads the page anew once a day, where the service answers: a new release comes by itself, and whatever leaked is gone. */
export function useFreshness(): void {
  useEffect(() => {
    const timer = setInterval(() => {
      void fetch('/healthz')
        .then(({ ok }) => ok && location.reload())
        .catch(() => undefined);
    }, DAY_MS);
    return () => clearInterval(timer);
  }, []);
}
