/** Nodes whose CPU and memory are all requested, and pods that ask for more than any node has. */
import assert from 'node:assert/strict';
import type { Bench, Scenario } from 'faultbook/lab';
import type { Api } from './api.ts';
import { join, onCluster, startCluster, threeWorkers } from './cluster.ts';
import { node, owner, pod } from './objects.ts';
import { assigned, eventsOf, hasNode, isRunning, podsWith, refused, showRefusal, waits } from './pods.ts';
import { inTables } from './varies.ts';

const inDefault = { namespace: 'default' };

/** Each of three workers has two cores, of which a batch pod reserves 1800m. */
async function requestsAreFull(bench: Bench): Promise<void> {
  const { api } = await startCluster(bench);
  await threeWorkers(bench, api);
  await api.create(owner('Deployment', 'batch', 3, { requests: { cpu: '1800m', memory: '512Mi' } }));
  await podsWith(bench, api, 'app=batch', 3, isRunning);
  await api.create(pod('api', { requests: { cpu: '500m', memory: '256Mi' } }));
  const reason = '0/3 nodes are available: 3 Insufficient cpu.';
  await showRefusal(bench, api, { pod: 'api', reason, capture: 'insufficient-cpu', symptom: 'kubernetes-pending-insufficient-cpu' });
  const condition = await bench.run('read-the-condition', { values: { pod: 'api', ...inDefault } });
  assert.equal(condition.text, `${reason}\n`);
  bench.capture('condition', condition.text);

  await compareRequests(bench);
  await scaleDown(bench, api);
  await bench.run('scale-down', { values: { service: 'batch', count: '3', ...inDefault } });
  const [left = ''] = await podsWith(bench, api, 'app=batch', 1, (one) => !hasNode(one));
  await refused(bench, api, left, reason);
}

/** Runs the checks: what the pod requests, what is requested on each node, how large the nodes are, and which pods request it. */
async function compareRequests(bench: Bench): Promise<void> {
  const wanted = await bench.run('pod-requests', { values: { pod: 'api', ...inDefault } });
  assert.equal(bench.capture('pod-requests', wanted.text), 'app\t{"cpu":"500m","memory":"256Mi"}\n');
  const reserved = await bench.run('reserved-per-node');
  assert.equal(reserved.text.match(/^ {2}cpu +1800m \(90%\)/gm)?.length, 3);
  bench.capture('reserved-per-node', reserved.text);
  const allocatable = await bench.run('allocatable');
  assert.equal(allocatable.text.match(/^worker-\d +2 +4Gi +110$/gm)?.length, 3);
  bench.capture('allocatable', allocatable.text);
  const holders = await bench.run('who-reserves', { values: { node: 'worker-1' } });
  assert.match(bench.capture('who-reserves', holders.text, { varies: inTables }), /^default +batch-\S+ +1800m +512Mi$/m);
  const events = await bench.run('pod-events', { values: { pod: 'api', ...inDefault } });
  assert.match(events.text, /FailedScheduling +pod\/api +0\/3 nodes are available: 3 Insufficient cpu\./);
}

/** A batch pod is removed, and the scheduler places the waiting pod without further action. */
async function scaleDown(bench: Bench, api: Api): Promise<void> {
  const waiting = await bench.run('pending-everywhere');
  assert.match(
    bench.capture('pending-everywhere', waiting.text, { varies: inTables }),
    /^default +api +0\/1 +Pending .*<none> +<none> +<none> +<none>$/m,
  );
  await bench.run('scale-down', { values: { service: 'batch', count: '2', ...inDefault } });
  await assigned(bench, api, 'api');
  const events = await eventsOf(bench, 'api', 'Successfully assigned');
  assert.match(events.trim().split('\n').at(-1) ?? '', /Successfully assigned default\/api to worker-/);
  await podsWith(bench, api, 'app=api', 1, isRunning);
  const { text } = await bench.run('verify-assigned', { values: { pod: 'api', ...inDefault } });
  assert.match(bench.capture('assigned', text, { varies: [/worker-\d/g, ...inTables] }), /worker-\d/);
  await bench.waitFor('no pod to be without a node', async () => !(await bench.run('pending-everywhere')).text.includes('<none>   <none>'));
  assert.match((await bench.run('owners-everywhere')).text, /deployment.apps\/batch +2\/2 +2 +2/);
}

/** No node is large enough: for memory, for disk, for CPU without its unit. Lower requests or a larger node fix it. */
async function requestsAreTooLarge(bench: Bench): Promise<void> {
  const { api } = await startCluster(bench);
  await threeWorkers(bench, api);
  await api.create(pod('cache', { requests: { memory: '8Gi' } }), pod('scratch', { requests: { 'ephemeral-storage': '100Gi' } }));
  const none = '0/3 nodes are available: 3 Insufficient';
  await showRefusal(bench, api, {
    pod: 'cache',
    reason: `${none} memory.`,
    capture: 'insufficient-memory',
    symptom: 'kubernetes-pending-insufficient-memory',
  });
  const symptom = 'kubernetes-pending-insufficient-ephemeral-storage';
  await showRefusal(bench, api, {
    pod: 'scratch',
    reason: `${none} ephemeral-storage.`,
    capture: 'insufficient-ephemeral-storage',
    symptom,
  });
  await api.create(pod('typo', { requests: { cpu: '500', memory: '8Gi' } }));
  // Each node counts once for each resource that it lacks, so the counts add up to more than the nodes.
  await refused(bench, api, 'typo', `${none} cpu, 3 Insufficient memory.`);
  await api.remove('/api/v1/namespaces/default/pods/typo');
  await addNode(bench, api);
  await lowerRequests(bench, api);
}

/** A larger node joins while the article's command watches, and is drained again. */
async function addNode(bench: Bench, api: Api): Promise<void> {
  const large = node('large-1', { offers: { memory: '16Gi', 'ephemeral-storage': '200Gi' } });
  const [watched] = await Promise.all([bench.run('watch-nodes', { until: 8 }), join(bench, api, large)]);
  assert.match(watched.text, /^large-1 +Ready/m);
  for (const name of ['cache', 'scratch']) assert.equal(await assigned(bench, api, name), 'large-1');
  const refusal = await bench.run('drain-node', { values: { node: 'large-1' }, code: 1 });
  assert.match(refusal.text, /Pods that declare no controller|Pods not managed by/);
  for (const name of ['cache', 'scratch']) await api.remove(`/api/v1/namespaces/default/pods/${name}`);
  assert.match((await bench.run('drain-node', { values: { node: 'large-1' } })).text, /node\/large-1 drained|node\/large-1 evicted/);
}

/** A deployment requests three cores on nodes with two, until its requests are lowered. */
async function lowerRequests(bench: Bench, api: Api): Promise<void> {
  const values = { service: 'api', ...inDefault };
  await api.create(owner('Deployment', 'api', 1, { requests: { cpu: '3', memory: '256Mi' } }));
  await podsWith(bench, api, 'app=api', 1, waits);
  const changed = await bench.run('lower-requests', { values: { ...values, container: 'app' } });
  bench.capture('requests-lowered', changed.text);
  const rolled = await bench.run('verify-rollout', { values });
  assert.match(rolled.text, /deployment "api" successfully rolled out\n$/);
  await bench.run('undo-requests', { values });
  // The undo restores the pod template that no node has room for.
  await podsWith(bench, api, 'app=api', 1, waits);
}

export const capacity: readonly Scenario[] = [
  onCluster('requests fill three nodes, and a pod waits until another goes', requestsAreFull),
  onCluster('a pod asks for more than any node has', requestsAreTooLarge),
];
