/** Containers at their memory limit: kills, their traces, and what makes services fit. */
import type { Lab } from '../lab.ts';
import { kills } from './kills.ts';

export const lab: Lab = { article: 'docker-oom-exit-137', scenarios: [...kills] };
