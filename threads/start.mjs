import { workerData } from 'node:worker_threads';
import { tsImport } from 'tsx/esm/api';

// A thread knows no loader of its parent's in Node 20: this one brings its own.
await tsImport(workerData, import.meta.url);
