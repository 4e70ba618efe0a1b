/** Containers at their memory limit: kills, their traces, and what makes services fit. */
import type { Scenario } from 'faultbook/lab';
import { children } from './children.ts';
import { kills } from './kills.ts';
import { limits } from './limits.ts';
import { sharedMemory } from './shm.ts';
import { stops } from './stops.ts';
import { tools } from './tools.ts';
import { torch } from './torch.ts';
import { workers } from './workers.ts';

export const scenarios: readonly Scenario[] = [...kills, ...children, ...workers, ...stops, ...limits, ...sharedMemory, ...tools, ...torch];
