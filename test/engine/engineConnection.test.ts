import { mkdir, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { status } from '@grpc/grpc-js';
import { isGrpcServiceError } from '@temporalio/client';
import { describe, expect, it, onTestFinished } from 'vitest';
import { readEnv } from '../../config/env';
import { engineConnection } from '../../engine/engineConnection';
import { bringTemporal } from '../../local/temporal';

describe('a connection to the engine', () => {
  it('given an engine that went away, when it is closed between two repeats of a call, then the call ends as cancelled and nothing is thrown beside it', async () => {
    const shared = join(readEnv().localDir, 'test');
    const dir = join(shared, 'gone');
    await mkdir(dir, { recursive: true });
    await symlink(join(shared, 'bin'), join(dir, 'bin')).catch(() => undefined);
    const engine = await bringTemporal({ dir, address: null, log: () => undefined, timeSkipping: false });
    onTestFinished(() => engine.stop());
    const connection = engineConnection({ address: engine.address });
    const namespace = 'default';
    await connection.workflowService.describeNamespace({ namespace });

    engine.kill();
    const thrown: unknown[] = [];
    const watch = (error: unknown) => thrown.push(error);
    process.on('uncaughtException', watch);
    onTestFinished(() => void process.off('uncaughtException', watch));
    const call = connection.workflowService.describeNamespace({ namespace }).then(
      () => null,
      (error: unknown) => error,
    );
    await new Promise((resolve) => setTimeout(resolve, 300));
    await connection.close();
    const timedOut = new Promise((resolve) => setTimeout(resolve, 10_000, 'never answered'));
    const error = await Promise.race([call, timedOut]);

    expect(thrown).toEqual([]);
    expect(isGrpcServiceError(error) && error.code).toBe(status.CANCELLED);
  });
});
