import { fileURLToPath } from 'node:url';
import { bundleWorkflowCode, type WorkflowBundleWithSourceMap } from '@temporalio/worker';

/** The workflows by path only: nobody outside runs their code. */
export function bundle(): Promise<WorkflowBundleWithSourceMap> {
  const workflowsPath = pathOf('../workflows/index.ts');
  return bundleWorkflowCode({
    workflowsPath,
    // Evaluated once, frozen, and shared by all cases, instead of once for each case: no module of ours keeps state.
    preloadModules: [pathOf('../workflows/shortStacks.ts'), workflowsPath],
    logger: { log() {}, trace() {}, debug() {}, info() {}, warn() {}, error: console.error },
  });
}

function pathOf(relative: string): string {
  return fileURLToPath(new URL(relative, import.meta.url));
}
