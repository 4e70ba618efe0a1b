/** Redis at its memory limit and beyond: refused writes, evictions, kills, and their fixes. */
import type { Scenario } from 'faultbook/lab';
import { clientScenarios } from './clients.ts';
import { containerScenarios } from './container.ts';
import { evictionScenarios } from './eviction.ts';
import { bufferScenarios } from './buffers.ts';
import { fragmentationScenarios } from './fragmentation.ts';
import { growthScenarios } from './growth.ts';
import { instanceScenarios } from './instances.ts';
import { kernelScenarios } from './kernel.ts';
import { limitScenarios } from './limit.ts';
import { newerScenarios } from './newer.ts';
import { snapshotScenarios } from './snapshots.ts';

export const scenarios: readonly Scenario[] = [
  ...limitScenarios,
  ...evictionScenarios,
  ...bufferScenarios,
  ...growthScenarios,
  ...fragmentationScenarios,
  ...snapshotScenarios,
  ...instanceScenarios,
  ...kernelScenarios,
  ...containerScenarios,
  ...clientScenarios,
  ...newerScenarios,
];
