import { useQueryClient } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';
import { ApiError } from '../shared/api/ApiError';
import { timeOfDay } from '../shared/times';

/** Says that what is seen is old, as long as it is. Once, not at every try: it is read out. */
export function Away() {
  const cache = useQueryClient().getQueryCache();
  const said = useSyncExternalStore(
    (changed) => cache.subscribe(changed),
    () => {
      const stuck = cache
        .getAll()
        .find(({ state }) => state.error instanceof ApiError && state.error.passing && state.data !== undefined);
      if (stuck === undefined) return '';
      const { message } = stuck.state.error as ApiError;
      return `${message} 画面停在 ${timeOfDay(stuck.state.dataUpdatedAt)}，正在自动重试，恢复后自动更新。`;
    },
  );
  return said === '' ? null : (
    <p className="away" role="alert">
      {said}
    </p>
  );
}
