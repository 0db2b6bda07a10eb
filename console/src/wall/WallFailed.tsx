import { RouteFailed } from '../shell/RouteFailed';
import { useFreshness } from './useFreshness';

const MINUTE_MS = 60_000;

/** Nobody stands by to press a button: it tries by itself. */
export function WallFailed() {
  useFreshness(MINUTE_MS);
  return <RouteFailed />;
}
