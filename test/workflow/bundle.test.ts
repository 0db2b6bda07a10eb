import { describe, expect, inject, it } from 'vitest';

describe('the workflow bundle', () => {
  it('given the workflows, when bundled, then nothing of Node, npm or the edges is inside', () => {
    const code = inject('workflowBundle');
    expect(code).toContain('enforcementCase');
    for (const edge of ['./db/', './api/', './activities/', './config/', 'node_modules/pg/']) {
      expect(code.includes(`"${edge}`)).toBe(false);
    }
  });
});
