import { useEffect, useState } from 'react';
import { dateOf, timeOfDay } from '../shared/times';

export function WallClock() {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1_000);
    return () => clearInterval(timer);
  }, []);
  return (
    <time>
      {dateOf(now)} {timeOfDay(now)}
    </time>
  );
}
