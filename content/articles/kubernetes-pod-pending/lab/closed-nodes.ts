/** No nodes, and nodes that take no pods: tainted, under disk pressure, cordoned. */
import assert from 'node:assert/strict';
import type { Bench, Scenario } from 'faultbook/lab';
import type { Api } from './api.ts';
import { cordon, onCluster, startCluster, taintSeen, threeWorkers } from './cluster.ts';
import { withArticleLines } from './manifests.ts';
import { owner, pod } from './objects.ts';
import { assigned, eventsOf, hasNode, podsWith, refused, showRefusal } from './pods.ts';
import { inEvents, inTables } from './varies.ts';

const taint = (node: string, ...taints: readonly { key: string; value?: string; effect: string }[]) =>
  [`/api/v1/nodes/${node}`, { spec: { taints } }] as const;
const dedicated = { key: 'dedicated', value: 'gpu', effect: 'NoSchedule' };

/** A cluster before its first worker; then a pod that each of three nodes refuses for another reason. */
async function nodesAreClosed(bench: Bench): Promise<void> {
  const { api } = await startCluster(bench);
  await api.create(pod('first'));
  const reason = 'no nodes available to schedule pods';
  await showRefusal(bench, api, { pod: 'first', reason, capture: 'no-nodes', symptom: 'kubernetes-pending-no-nodes' });
  assert.equal((await bench.run('list-taints')).text, '');
  await threeWorkers(bench, api);
  await assigned(bench, api, 'first');
  await api.remove('/api/v1/namespaces/default/pods/first');

  await api.merge(...taint('worker-2', dedicated));
  await cordon(bench, 'worker-3');
  await api.create(pod('web', { requests: { cpu: '3' } }));
  const several =
    "0/3 nodes are available: 1 Insufficient cpu, 1 node(s) had taint {dedicated: gpu}, that the pod didn't tolerate, 1 node(s) were unschedulable.";
  await refused(bench, api, 'web', several);
  const condition = await bench.run('read-the-condition', { values: { pod: 'web', namespace: 'default' } });
  assert.equal(bench.capture('several-reasons-in-status', condition.text), `${several}\n`);
  bench.capture('several-reasons', await eventsOf(bench, 'web', several), { varies: inEvents });
}

/** Three tainted nodes: by policy, by a cordon, and by a disk pressure that the node controller reports. */
async function nodesAreTainted(bench: Bench): Promise<void> {
  const { api } = await startCluster(bench);
  await threeWorkers(bench, api);
  await api.merge(...taint('worker-1', dedicated));
  await cordon(bench, 'worker-2');
  await fillDisk(api);
  // The node controller adds this taint, as it does for a cordon.
  await taintSeen(bench, 'worker-3', 'node.kubernetes.io/disk-pressure');
  bench.capture('taints', (await bench.run('list-taints')).text);
  await uncordon(bench, api);
  await removeTaints(bench, api);
  await tolerate(bench, api);
}

/** Has the third worker report that its disk is full, as its kubelet would. */
const fillDisk = (api: Api) =>
  api.request(
    'PATCH',
    '/api/v1/nodes/worker-3/status',
    { status: { conditions: [{ type: 'DiskPressure', status: 'True', reason: 'KubeletHasDiskPressure' }] } },
    'application/strategic-merge-patch+json',
  );

/** Uncordons the node. */
async function uncordon(bench: Bench, api: Api): Promise<void> {
  const values = { values: { node: 'worker-2' } };
  const opened = await bench.run('uncordon', values);
  assert.equal(bench.capture('uncordoned', opened.text), 'node/worker-2 uncordoned\n');
  await api.create(pod('report'));
  assert.equal(await assigned(bench, api, 'report'), 'worker-2');
  const nodes = await bench.run('verify-uncordoned');
  assert.doesNotMatch(bench.capture('nodes-open', nodes.text, { varies: inTables }), /SchedulingDisabled/);
  await bench.run('cordon', values);
  assert.match((await bench.run('verify-uncordoned')).text, /^worker-2 +Ready,SchedulingDisabled/m);
  await bench.run('uncordon', values);
}

/** Removes a taint of the node controller, which adds it again as long as the condition lasts, and a taint of a policy. */
async function removeTaints(bench: Bench, api: Api): Promise<void> {
  await api.merge(...taint('worker-2', dedicated));
  await taintSeen(bench, 'worker-2', 'dedicated');
  // Before a pod waits: the scheduler could place it until the node controller has added the taint again.
  await bench.run('remove-taint', { values: { node: 'worker-3', key: 'node.kubernetes.io/disk-pressure' } });
  await taintSeen(bench, 'worker-3', 'node.kubernetes.io/disk-pressure');
  await api.create(pod('web'));
  const pressed = "1 node(s) had taint {node.kubernetes.io/disk-pressure: }, that the pod didn't tolerate";
  const reason = `0/3 nodes are available: ${pressed}, 2 node(s) had taint {dedicated: gpu}, that the pod didn't tolerate.`;
  await showRefusal(bench, api, { pod: 'web', reason, capture: 'untolerated-taint', symptom: 'kubernetes-pending-untolerated-taint' });
  const removed = await bench.run('remove-taint', { values: { node: 'worker-2', key: 'dedicated' } });
  assert.equal(bench.capture('untainted', removed.text), 'node/worker-2 untainted\n');
  assert.equal(await assigned(bench, api, 'web'), 'worker-2');
  await bench.run('restore-taint', { values: { node: 'worker-2', key: 'dedicated', value: 'gpu' } });
  assert.match((await bench.run('list-taints')).text, /^worker-2\tcordoned=\tdedicated=gpu:NoSchedule $/m);
}

/** With the article's toleration the pods get the dedicated nodes; without it, none. */
async function tolerate(bench: Bench, api: Api): Promise<void> {
  const train = owner('Deployment', 'train', 2);
  await bench.write('deployment.yaml', JSON.stringify(train));
  const apply = { values: { namespace: 'default' } };
  await bench.run('apply-toleration', apply);
  await podsWith(bench, api, 'app=train', 2, (one) => !hasNode(one));
  await withArticleLines(bench, 'toleration', train);
  await bench.run('apply-toleration', apply);
  await podsWith(bench, api, 'app=train', 2, hasNode);
  await bench.write('deployment.yaml', JSON.stringify(train));
  await bench.run('apply-toleration', apply);
  await podsWith(bench, api, 'app=train', 1, (one) => !hasNode(one));
}

/** All three nodes are cordoned, until one is not. */
async function nodesAreCordoned(bench: Bench): Promise<void> {
  const { api } = await startCluster(bench);
  await threeWorkers(bench, api);
  for (const node of ['worker-1', 'worker-2', 'worker-3']) await cordon(bench, node);
  await api.create(pod('web'));
  const reason = '0/3 nodes are available: 3 node(s) were unschedulable.';
  await showRefusal(bench, api, { pod: 'web', reason, capture: 'cordoned', symptom: 'kubernetes-pending-nodes-cordoned' });
  await bench.run('uncordon', { values: { node: 'worker-1' } });
  assert.equal(await assigned(bench, api, 'web'), 'worker-1');
}

export const closedNodes: readonly Scenario[] = [
  onCluster('a cluster has no nodes, then none that is open', nodesAreClosed),
  onCluster('nodes are tainted and cordoned', nodesAreTainted),
  onCluster('all nodes are cordoned', nodesAreCordoned),
];
