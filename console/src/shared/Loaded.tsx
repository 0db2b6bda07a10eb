import type { ReactNode } from 'react';
import type { Read } from './api/reads';
import { Failed } from './Failed';
import { State } from './State';

export interface LoadedProps<T> {
  readonly of: Read<T>;
  readonly children: (data: T) => ReactNode;
}

/** Shows what was read; until then that it is being read, and where it can't be, why. What is on the page stays there. */
export function Loaded<T>({ of: { data, error }, children }: LoadedProps<T>) {
  if (data !== undefined) return <>{children(data)}</>;
  if (error !== null) return <Failed error={error} />;
  return <State kind="loading" title="正在读取……" />;
}
