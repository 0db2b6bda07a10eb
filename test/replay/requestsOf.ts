import type { Request } from '../../workflows/messages';
import type { History } from './kept';

/** The requests that people sent to a case, by id, as its history holds them. */
export function requestsOf(history: History): ReadonlyMap<string, Request> {
  const requests = new Map<string, Request>();
  for (const { workflowExecutionUpdateAcceptedEventAttributes: accepted } of history.events ?? []) {
    const [payload] = accepted?.acceptedRequest?.input?.args?.payloads ?? [];
    if (payload?.data == null) continue;
    const request = JSON.parse(Buffer.from(payload.data).toString('utf8')) as Request;
    requests.set(request.id, request);
  }
  return requests;
}
