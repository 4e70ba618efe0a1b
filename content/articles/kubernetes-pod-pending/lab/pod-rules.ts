/** Rules between pods: one replica a node, an even spread over zones, one pod for each host port of a node. */
import assert from 'node:assert/strict';
import type { Bench, Scenario } from 'faultbook/lab';
import type { Api } from './api.ts';
import { cordon, onCluster, startCluster, threeWorkers } from './cluster.ts';
import { withArticleLines } from './manifests.ts';
import { owner, pod } from './objects.ts';
import { assigned, hasNode, isRunning, podsWith, reasonIn, refused, showRefusal, waits } from './pods.ts';
import { inTables } from './varies.ts';

const inDefault = { namespace: 'default' };
const hard = 'requiredDuringSchedulingIgnoredDuringExecution';
const soft = 'preferredDuringSchedulingIgnoredDuringExecution';
const symptom = 'kubernetes-pending-pod-anti-affinity';

/** Four replicas on three nodes with a rule of one a node; then the article's preference instead of the rule. */
async function replicasRefuseCompany(bench: Bench): Promise<void> {
  const { api } = await startCluster(bench);
  await threeWorkers(bench, api);
  const replicas = owner('Deployment', 'db', 4);
  await withArticleLines(bench, 'preference', replicas, soft);
  await bench.run('apply-toleration', { values: inDefault });
  const [waiting = ''] = await podsWith(bench, api, 'app=db', 1, waits);
  const reason =
    "0/3 nodes are available: 3 node(s) didn't match pod affinity/anti-affinity, 3 node(s) didn't match pod anti-affinity rules.";
  await showRefusal(bench, api, { pod: waiting, reason, capture: 'pod-anti-affinity', symptom });
  await podsWith(bench, api, 'app=db', 3, isRunning);
  const { text } = await bench.run('pods-with-label', { values: { key: 'app', value: 'db', ...inDefault } });
  assert.equal(
    bench.capture('replicas', text, { varies: [/worker-\d|<none>|Running|Pending|[01]\/1/g, ...inTables] }).match(/ worker-\d /g)?.length,
    3,
  );

  await withArticleLines(bench, 'preference', replicas, hard);
  await bench.run('apply-toleration', { values: inDefault });
  await relax(bench, api);
  await api.create(
    pod('beside', {
      spec: {
        affinity: {
          podAffinity: { [hard]: [{ labelSelector: { matchLabels: { app: 'absent' } }, topologyKey: 'kubernetes.io/hostname' }] },
        },
      },
    }),
  );
  await refused(
    bench,
    api,
    'beside',
    "0/3 nodes are available: 3 node(s) didn't match pod affinity rules, 3 node(s) didn't match pod affinity/anti-affinity.",
  );
}

/** Old pods, which have the rule, keep new ones away, until the rollout may remove more of the old pods. */
async function relax(bench: Bench, api: Api): Promise<void> {
  const values = { service: 'db', ...inDefault };
  const existing = "3 node(s) didn't satisfy existing pods anti-affinity rules.";
  const [blocked = ''] = await podsWith(bench, api, 'app=db', 2, (one) => waits(one) && reasonIn(one).includes(existing));
  const reason = `0/3 nodes are available: 3 node(s) didn't match pod affinity/anti-affinity, ${existing}`;
  await showRefusal(bench, api, { pod: blocked, reason, capture: 'existing-pods-rule', symptom });
  const stuck = await bench.run('verify-rollout', { values, until: 5 });
  assert.equal(
    bench.capture('rollout-stuck', stuck.text),
    'Waiting for deployment "db" rollout to finish: 2 out of 4 new replicas have been updated...\n',
  );
  await bench.run('allow-missing', { values: { ...values, count: '2' } });
  assert.match((await bench.run('verify-rollout', { values })).text, /deployment "db" successfully rolled out\n$/);
  await podsWith(bench, api, 'app=db', 4, hasNode);
  await bench.run('undo-preference', { values });
  const isHard = ({ spec }: { spec: object }) => JSON.stringify(spec).includes(hard);
  await podsWith(bench, api, 'app=db', 3, (one) => isHard(one) && hasNode(one));
  await podsWith(bench, api, 'app=db', 1, (one) => isHard(one) && waits(one));
}

const spread = (topologyKey: string, whenUnsatisfiable: string) => ({
  spec: { topologySpreadConstraints: [{ maxSkew: 1, topologyKey, whenUnsatisfiable, labelSelector: { matchLabels: { app: 'web' } } }] },
});

/** Two of three zones are cordoned, and still count for the spread. */
async function zonesCount(bench: Bench): Promise<void> {
  const { api } = await startCluster(bench);
  await threeWorkers(bench, api);
  for (const node of ['worker-2', 'worker-3']) await cordon(bench, node);
  const even = spread('topology.kubernetes.io/zone', 'DoNotSchedule');
  await api.create(pod('web-1', even, 'web'));
  assert.equal(await assigned(bench, api, 'web-1'), 'worker-1');
  await api.create(pod('web-2', even, 'web'));
  const reason = "0/3 nodes are available: 1 node(s) didn't match pod topology spread constraints, 2 node(s) were unschedulable.";
  await showRefusal(bench, api, { pod: 'web-2', reason, capture: 'topology-spread', symptom: 'kubernetes-pending-topology-spread' });
  await api.create(
    pod('plain', { spec: { nodeSelector: { 'kubernetes.io/hostname': 'worker-2' } } }),
    pod('web-3', spread('topology.kubernetes.io/zone', 'ScheduleAnyway'), 'web'),
  );
  await assigned(bench, api, 'web-3');
  const { text } = await bench.run('nodes-with-zone');
  assert.match(bench.capture('zones', text, { varies: inTables }), /^worker-2 +Ready,SchedulingDisabled .* zone-b$/m);
  await api.remove('/api/v1/namespaces/default/pods/web-3');

  await bench.run('uncordon', { values: { node: 'worker-2' } });
  assert.equal(await assigned(bench, api, 'web-2'), 'worker-2');
  await bench.run('uncordon', { values: { node: 'worker-3' } });
  await api.create(pod('racked', spread('rack', 'DoNotSchedule'), 'web'));
  await refused(
    bench,
    api,
    'racked',
    "0/3 nodes are available: 3 node(s) didn't match pod topology spread constraints (missing required label).",
  );
}

/** On each of three nodes a pod has port 8080, and a rollout starts a fourth pod. */
async function hostPortIsTaken(bench: Bench): Promise<void> {
  const { api } = await startCluster(bench);
  await threeWorkers(bench, api);
  await api.create(owner('Deployment', 'edge', 3, { container: { ports: [{ containerPort: 80, hostPort: 8080 }] } }));
  await podsWith(bench, api, 'app=edge', 3, isRunning);
  const values = { service: 'edge', ...inDefault };
  await bench.run('restart-driver', { values });
  const [waiting = ''] = await podsWith(bench, api, 'app=edge', 1, waits);
  const reason = "0/3 nodes are available: 3 node(s) didn't have free ports for the requested pod ports.";
  await showRefusal(bench, api, { pod: waiting, reason, capture: 'host-port', symptom: 'kubernetes-pending-host-port-taken' });
  const holders = await bench.run('list-host-ports');
  assert.match(bench.capture('host-ports', holders.text, { varies: [/^.*$/gm] }), /^\tdefault\/edge-\S+\t8080$/m);
  const stuck = await bench.run('verify-rollout', { values, until: 5 });
  assert.match(stuck.text, /1 out of 3 new replicas have been updated\.\.\.\n$/);

  await bench.run('old-pod-first', { values });
  assert.match((await bench.run('verify-rollout', { values })).text, /successfully rolled out\n$/);
  await podsWith(bench, api, 'app=edge', 3);
  const nodes = (await bench.run('list-host-ports')).text.match(/^worker-\d(?=\t.*\t8080$)/gm) ?? [];
  assert.deepEqual(nodes.toSorted(), ['worker-1', 'worker-2', 'worker-3']);
  await bench.run('new-pod-first', { values });
  await bench.run('restart-driver', { values });
  await podsWith(bench, api, 'app=edge', 1, waits);
}

export const podRules: readonly Scenario[] = [
  onCluster('replicas refuse company, and their rollout stands still', replicasRefuseCompany),
  onCluster('a spread counts zones that are cordoned', zonesCount),
  onCluster('a host port is taken on every node', hostPortIsTaken),
];
