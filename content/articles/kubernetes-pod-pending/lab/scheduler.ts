/** Pods that no scheduler takes, and node pools whose autoscaler is elsewhere. */
import assert from 'node:assert/strict';
import type { Bench } from '../../../../src/lab/bench.ts';
import { startCluster, threeWorkers } from './cluster.ts';
import { owner, pod } from './objects.ts';
import { assigned, eventsOf, hasNode, podsWith, reasonIn } from './pods.ts';

const inDefault = { namespace: 'default' };

/** A pod names a scheduler that does not run, and nobody says a word. */
export async function schedulerIsUnknown(bench: Bench): Promise<void> {
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
export async function schedulerIsDown(bench: Bench): Promise<void> {
  const { api, scheduler, startScheduler } = await startCluster(bench);
  await threeWorkers(bench, api);
  const renewed = async () => /\d{4}-\S+Z$/m.exec((await bench.run('scheduler-lease')).text)?.[0] ?? '';
  const first = await renewed();
  await bench.waitFor('the lease to be renewed', async () => (await renewed()) !== first, { seconds: 20 });
  await scheduler.stop();
  await api.create(pod('orphan'));
  const last = await renewed();
  await bench.waitFor(
    'the lease to be older than it gets while a scheduler lives',
    async () => Date.now() - Date.parse(await renewed()) > 10_000,
  );
  assert.equal(await renewed(), last);
  await eventsOf(bench, 'orphan', '<none>');
  await startScheduler();
  await assigned(bench, api, 'orphan');
  assert.notEqual(await renewed(), last);
}

/** The shape of Karpenter's NodePool, as far as the article's command touches it; nothing acts on it. */
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

/** The limit of a NodePool is raised and set back. */
export async function nodePoolIsRaised(bench: Bench): Promise<void> {
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
