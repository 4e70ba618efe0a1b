/** Labels that no node has. */
import assert from 'node:assert/strict';
import type { Bench, Scenario } from 'faultbook/lab';
import { onCluster, startCluster, threeWorkers } from './cluster.ts';
import { pod } from './objects.ts';
import { assigned, refused, showRefusal } from './pods.ts';

const symptom = 'kubernetes-pending-node-affinity-selector';
const ssd = { key: 'disktype', value: 'ssd' };

/** A pod requires a solid-state disk by a label that no node has. */
async function labelsDoNotMatch(bench: Bench): Promise<void> {
  const { api } = await startCluster(bench);
  await threeWorkers(bench, api);
  await api.create(pod('web', { spec: { nodeSelector: { disktype: 'ssd' } } }));
  const reason = "0/3 nodes are available: 3 node(s) didn't match Pod's node affinity.";
  await showRefusal(bench, api, { pod: 'web', reason, capture: 'node-affinity', symptom });
  const wanted = await bench.run('pod-selector', { values: { pod: 'web', namespace: 'default' } });
  assert.equal(bench.capture('pod-selector', wanted.text), '{"disktype":"ssd"}\n');
  const fitting = await bench.run('nodes-with-label', { values: ssd });
  assert.equal(bench.capture('no-node-with-label', fitting.text), 'No resources found\n');

  const labelled = await bench.run('label-node', { values: { node: 'worker-1', ...ssd } });
  assert.equal(bench.capture('node-labelled', labelled.text), 'node/worker-1 labeled\n');
  assert.equal(await assigned(bench, api, 'web'), 'worker-1');
  assert.match((await bench.run('nodes-with-label', { values: ssd })).text, /^worker-1 +Ready/m);
  await bench.run('unlabel-node', { values: { node: 'worker-1', key: 'disktype' } });
  assert.equal((await bench.run('nodes-with-label', { values: ssd })).text, 'No resources found\n');
  assert.equal((await api.pod('web')).status.phase, 'Running', 'pods that run there stay');
  const terms = [{ matchExpressions: [{ key: 'topology.kubernetes.io/zone', operator: 'In', values: ['zone-x'] }] }];
  const nodeAffinity = { requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTerms: terms } };
  await api.create(pod('zoned', { spec: { affinity: { nodeAffinity } } }));
  await refused(bench, api, 'zoned', reason);
}

export const labels: readonly Scenario[] = [onCluster('no node has the labels', labelsDoNotMatch)];
