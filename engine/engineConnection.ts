import { InterceptingCall, type Interceptor, Metadata, status } from '@grpc/grpc-js';
import {
  Connection,
  type ConnectionOptions,
  defaultGrpcRetryOptions,
  makeGrpcRetryInterceptor,
} from '@temporalio/client';

/**
 * A connection to the engine. Lazy: an engine that is away now may be back when it is needed. A call that the SDK would
 * repeat after the connection was closed is answered as cancelled: the SDK's own repeat throws out of a timer, which
 * ends the process while it drains (@temporalio/client 1.24, grpc-retry).
 */
export function engineConnection(options: ConnectionOptions): Connection {
  const retry = makeGrpcRetryInterceptor(defaultGrpcRetryOptions());
  return Connection.lazy({ ...options, interceptors: [retry, cancelledOnceClosed] });
}

const cancelledOnceClosed: Interceptor = (options, nextCall) => {
  try {
    return new InterceptingCall(nextCall(options));
  } catch (error) {
    if (error instanceof Error && error.message === 'Channel has been shut down')
      return new InterceptingCall(cancelled);
    throw error;
  }
};

/** What the next interceptor answers; grpc-js doesn't export the name of its type. */
type Call = ReturnType<Parameters<Interceptor>[1]>;

const cancelled: Call = {
  start: (_metadata, listener) => {
    listener?.onReceiveMessage?.(null);
    listener?.onReceiveStatus?.({ code: status.CANCELLED, details: 'connection closed', metadata: new Metadata() });
  },
  sendMessage: () => undefined,
  sendMessageWithContext: () => undefined,
  startRead: () => undefined,
  halfClose: () => undefined,
  cancelWithStatus: () => undefined,
  getPeer: () => '',
  getAuthContext: () => null,
};
