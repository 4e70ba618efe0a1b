/** Pods that nobody can place, on a control plane built from Debian's sources, with nodes that are API objects. */
import type { Scenario } from 'faultbook/lab';
import { capacity } from './capacity.ts';
import { claims } from './claims.ts';
import { closedNodes } from './closed-nodes.ts';
import { devices } from './devices.ts';
import { labels } from './labels.ts';
import { podRules } from './pod-rules.ts';
import { prevention } from './prevention.ts';
import { quotas } from './quota.ts';
import { schedulers } from './scheduler.ts';
import { volumes } from './volumes.ts';

export const scenarios: readonly Scenario[] = [
  ...capacity,
  ...devices,
  ...closedNodes,
  ...labels,
  ...podRules,
  ...claims,
  ...volumes,
  ...quotas,
  ...schedulers,
  ...prevention,
];
