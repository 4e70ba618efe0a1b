/** Devices that no node advertises, and nodes that hold as many pods as they may. */
import assert from 'node:assert/strict';
import type { Bench, Scenario } from 'faultbook/lab';
import { join, onCluster, startCluster, threeWorkers } from './cluster.ts';
import { node, pod } from './objects.ts';
import { assigned, podsWith, refused, showRefusal, waits } from './pods.ts';

const none = '0/3 nodes are available: 3 Insufficient';
const symptom = 'kubernetes-pending-insufficient-gpu';
const limits = (device: string) => ({ limits: { [device]: '1' } });

/** A pod requests a device, a node with one joins, and the next pod finds it taken. */
async function deviceIsMissing(bench: Bench): Promise<void> {
  const { api } = await startCluster(bench);
  await threeWorkers(bench, api);
  await api.create(
    pod('train', limits('nvidia.com/gpu')),
    pod('render', limits('amd.com/gpu')),
    pod('slice', limits('nvidia.com/mig-1g.5gb')),
  );
  await showRefusal(bench, api, { pod: 'train', reason: `${none} nvidia.com/gpu.`, capture: 'insufficient-gpu', symptom });
  await refused(bench, api, 'render', `${none} amd.com/gpu.`);
  await showRefusal(bench, api, { pod: 'slice', reason: `${none} nvidia.com/mig-1g.5gb.`, capture: 'insufficient-mig', symptom });

  await join(bench, api, node('gpu-1', { offers: { cpu: '8', memory: '32Gi', 'nvidia.com/gpu': '1' } }));
  assert.equal(await assigned(bench, api, 'train'), 'gpu-1');
  const { text } = await bench.run('list-devices');
  assert.match(bench.capture('devices', text), /^gpu-1 +1\nworker-1 +<none>$/m);
  await api.create(pod('second', limits('nvidia.com/gpu')));
  // The message is the same for a device that is taken and one that no node has.
  await refused(bench, api, 'second', '0/4 nodes are available: 4 Insufficient nvidia.com/gpu.');
}

/** A node that may run three pods runs three. */
async function nodeIsFullOfPods(bench: Bench): Promise<void> {
  const { api } = await startCluster(bench);
  await join(bench, api, node('small-1', { offers: { pods: '3' } }));
  for (const name of ['web-1', 'web-2', 'web-3']) {
    await api.create(pod(name, {}, 'web'));
    await assigned(bench, api, name);
  }
  await api.create(pod('web-4', {}, 'web'));
  const reason = '0/1 nodes are available: 1 Too many pods.';
  await showRefusal(bench, api, { pod: 'web-4', reason, capture: 'too-many-pods', symptom: 'kubernetes-pending-too-many-pods' });
  const counted = await bench.run('count-pods', { values: { node: 'small-1' } });
  assert.equal(bench.capture('pods-on-node', counted.text), '3\n');
  assert.match((await bench.run('allocatable')).text, /^small-1 +2 +4Gi +3$/m);

  await api.merge('/api/v1/namespaces/default/pods/web-1/status', { status: { phase: 'Succeeded' } });
  assert.equal(await assigned(bench, api, 'web-4'), 'small-1', 'a completed pod does not count');
  await api.create(pod('web-5', {}, 'web'));
  await podsWith(bench, api, 'app=web', 1, waits);
  await api.merge('/api/v1/nodes/small-1/status', { status: { allocatable: { pods: '4' } } });
  await assigned(bench, api, 'web-5');
}

export const devices: readonly Scenario[] = [
  onCluster('no node has the device, or the only one is taken', deviceIsMissing),
  onCluster('a node holds as many pods as it may', nodeIsFullOfPods),
];
