/** Containers at their memory limit: kills, their traces, and what makes services fit. */
import type { Lab } from '../../../../src/lab/lab.ts';
import { children } from './children.ts';
import { kills } from './kills.ts';
import { limits } from './limits.ts';
import { sharedMemory } from './shm.ts';
import { stops } from './stops.ts';
import { tools } from './tools.ts';
import { torch } from './torch.ts';
import { workers } from './workers.ts';

const onDemand = 'each scenario starts a Docker daemon of its own, and its image is a Debian root that is made once in some minutes';

export const lab: Lab = {
  article: 'docker-oom-exit-137',
  scenarios: [...kills, ...children, ...workers, ...stops, ...limits, ...sharedMemory, ...tools, ...torch].map((scenario) => ({
    onDemand,
    ...scenario,
  })),
};
