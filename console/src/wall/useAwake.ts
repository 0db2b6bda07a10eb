import { useEffect } from 'react';

/** Keeps the display from going dark, where the browser can; it lets go whenever the page is hidden, so it is asked for again. */
export function useAwake(): void {
  useEffect(() => {
    const hold = (): void => {
      // Only over TLS is there any; and a machine that saves its last power may say no.
      if (!document.hidden && 'wakeLock' in navigator) void navigator.wakeLock.request('screen').catch(() => undefined);
    };
    hold();
    document.addEventListener('visibilitychange', hold);
    return () => document.removeEventListener('visibilitychange', hold);
  }, []);
}
