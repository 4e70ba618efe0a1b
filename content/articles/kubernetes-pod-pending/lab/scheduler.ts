/** Pods that no scheduler handles, and the limit of a node pool without its autoscaler. */
import assert from 'node:assert/strict';
import type { Bench, Scenario } from 'faultbook/lab';
import { onCluster, startCluster, threeWorkers } from './cluster.ts';
import { owner, pod } from './objects.ts';
import { assigned, eventsOf, hasNode, podsWith, reasonIn } from './pods.ts';

const inDefault = { namespace: 'default' };

/** A pod names a scheduler that does not run, and no component reports it. */
async function schedulerIsUnknown(bench: Bench): Promise<void> {
  const { api } = await startCluster(bench);
  await threeWorkers(bench, api);
  await api.create(owner('Deployment', 'odd', 1, { spec: { schedulerName: 'my-scheduler' } }));
  const [odd = ''] = await podsWith(bench, api, 'app=odd', 1);
  await api.create(pod('later'));
  await assigned(bench, api, 'later');
  const silent = await bench.run('read-the-reason', { values: { pod: odd, ...inDefault } });
  assert.match(silent.text, /^Status: +Pending$[^]*^Node: +<none>$|^Node: +<none>$[^]*^Status: +Pending$/m);
  assert.equal(reasonIn(await api.pod(odd)), '');
  const events = bench.capture('no-events', await eventsOf(bench, odd, '<none>'));
  assert.match(events, /^Events: +<none>\n$/);
  bench.observes('kubernetes-pending-without-events', 'no-events');
  const named = await bench.run('scheduler-of-pod', { values: { pod: odd, ...inDefault } });
  assert.equal(bench.capture('scheduler-of-pod', named.text), 'my-scheduler\n');

  const values = { service: 'odd', ...inDefault };
  await bench.run('name-scheduler', { values });
  const [placed = ''] = await podsWith(bench, api, 'app=odd', 1, hasNode);
  await eventsOf(bench, placed, 'default-scheduler  Successfully assigned');
  await bench.run('verify-rollout', { values });
  await bench.run('undo-name', { values });
  await podsWith(bench, api, 'app=odd', 1, (one) => !hasNode(one));
}

/** The scheduler stops: pods wait without events, and its lease is no longer renewed. */
async function schedulerIsDown(bench: Bench): Promise<void> {
  const { api, scheduler, startScheduler } = await startCluster(bench);
  await threeWorkers(bench, api);
  const renewed = async () => /\d{4}-\S+Z$/m.exec((await bench.run('scheduler-lease')).text)?.[0] ?? '';
  const first = await renewed();
  await bench.waitFor('the lease to be renewed', async () => (await renewed()) !== first, { seconds: 20 });
  await scheduler.stop();
  await api.create(pod('orphan'));
  const last = await renewed();
  await bench.waitFor(
    'the lease to be older than it ever is while a scheduler runs',
    async () => Date.now() - Date.parse(await renewed()) > 10_000,
  );
  assert.equal(await renewed(), last);
  await eventsOf(bench, 'orphan', '<none>');
  await startScheduler();
  await assigned(bench, api, 'orphan');
  assert.notEqual(await renewed(), last);
}

/** Karpenter's NodePool, reduced to the fields that the article's command changes. No controller acts on it. */
const nodePools = {
  apiVersion: 'apiextensions.k8s.io/v1',
  kind: 'CustomResourceDefinition',
  metadata: { name: 'nodepools.karpenter.sh' },
  spec: {
    group: 'karpenter.sh',
    scope: 'Cluster',
    names: { plural: 'nodepools', singular: 'nodepool', kind: 'NodePool', listKind: 'NodePoolList' },
    versions: [
      {
        name: 'v1',
        served: true,
        storage: true,
        schema: {
          openAPIV3Schema: {
            type: 'object',
            properties: {
              spec: {
                type: 'object',
                properties: { limits: { type: 'object', additionalProperties: { 'x-kubernetes-int-or-string': true } } },
              },
            },
          },
        },
      },
    ],
  },
};

/** The limit of a NodePool is raised and restored. */
async function nodePoolIsRaised(bench: Bench): Promise<void> {
  const { api } = await startCluster(bench);
  await api.create(nodePools);
  const path = '/apis/karpenter.sh/v1/nodepools';
  await bench.waitFor('NodePools to be served', () => api.request('GET', path).then(() => true));
  await api.create({
    apiVersion: 'karpenter.sh/v1',
    kind: 'NodePool',
    metadata: { name: 'general' },
    spec: { limits: { cpu: '100', memory: '400Gi' } },
  });
  const limits = async () => ((await api.request('GET', `${path}/general`)) as { spec: { limits: unknown } }).spec.limits;
  for (const limit of ['200', '100']) {
    await bench.run('raise-nodepool-limit', { values: { name: 'general', limit } });
    assert.deepEqual(await limits(), { cpu: limit, memory: '400Gi' });
  }
}

export const schedulers: readonly Scenario[] = [
  onCluster('a pod names a scheduler that does not run', schedulerIsUnknown),
  onCluster('the scheduler is down', schedulerIsDown),
  onCluster('the limit of a NodePool is raised, without Karpenter', nodePoolIsRaised),
];
