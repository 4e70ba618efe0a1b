/** No module imports itself through others, types included: each can be read, and tested, after those that it imports. */
import { cruise, type ICruiseResult } from 'dependency-cruiser';
import { expect, test } from 'vitest';

test('the modules of src and scripts import each other in no circle', async () => {
  const { output } = await cruise(['src', 'scripts'], {
    ruleSet: { forbidden: [{ name: 'circle', severity: 'error', from: {}, to: { circular: true } }] },
    validate: true,
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true, // imports of types as well
    enhancedResolveOptions: { extensions: ['.ts', '.js', '.mjs'] },
  });
  const { summary, modules } = output as ICruiseResult;
  expect(modules.length).toBeGreaterThan(100);
  expect(summary.violations.map(({ from, cycle = [] }) => [from, ...cycle.map(({ name }) => name)].join(' → '))).toEqual([]);
});
