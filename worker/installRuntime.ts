import { DefaultLogger, Runtime } from '@temporalio/worker';

/** Once in a process, before anything else of the engine: signals are ours to handle, so that a drain is ordered. */
export function installRuntime(metricsAddress: string | null): void {
  Runtime.install({
    shutdownSignals: [],
    logger: new DefaultLogger('WARN'),
    telemetryOptions: {
      logging: { filter: 'ERROR' },
      ...(metricsAddress === null ? {} : { metrics: { prometheus: { bindAddress: metricsAddress } } }),
    },
  });
}
