import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { ApiError } from '../shared/api/ApiError';
import { askEvery } from '../shared/api/stream';
import { toSignIn } from './toSignIn';

const ended = (error: Error): void => {
  if (error instanceof ApiError && error.status === 401) toSignIn('ended');
};

export const queries = new QueryClient({
  queryCache: new QueryCache({ onError: ended }),
  mutationCache: new MutationCache({ onError: ended }),
  defaultOptions: {
    // The next round asks anyway; and a browser that thinks itself offline may still reach the service in the house.
    queries: { retry: false, refetchInterval: askEvery, networkMode: 'always', staleTime: 1_000 },
    mutations: { retry: false, networkMode: 'always' },
  },
});
