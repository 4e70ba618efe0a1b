import { expect, test } from 'vitest';
import { isSameFault } from '../../../scripts/new/same-fault.ts';

test.for([
  ['nginx-502', 'nginx-502-504-upstream'],
  ['nginx-bad-gateway-502', 'nginx-502-504-upstream'],
  ['docker-no-space', 'docker-no-space-left'],
  ['postgres-lock-timeout', 'postgres-deadlock-and-lock-timeouts'],
  ['redis-the-dataset-is-loading', 'redis-loading-dataset'],
])('%s and %s are about the same fault', ([one = '', other = '']) => {
  expect([isSameFault(one, other), isSameFault(other, one)]).toEqual([true, true]);
});

test.for([
  ['redis-memory-fragmentation', 'redis-loading-dataset'],
  ['kubernetes-node-disk-full', 'kubernetes-node-notready'],
  ['nginx-no-space-left', 'docker-no-space-left'],
  ['docker-build-cache', 'docker-build-failures'],
  ['redis', 'redis-loading-dataset'],
  ['redis-not-of', 'redis-is-of'],
  ['http-42-x', 'http-42-y'],
])('%s and %s may be about two', ([one = '', other = '']) => {
  expect([isSameFault(one, other), isSameFault(other, one)]).toEqual([false, false]);
});
