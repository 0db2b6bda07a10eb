import { tsImport } from 'tsx/esm/api';

// A thread knows no loader of its parent's in Node 20: this one brings its own.
await tsImport('./printerThread.ts', import.meta.url);
