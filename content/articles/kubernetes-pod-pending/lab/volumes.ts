/** Provisioners that create no volume, volumes that bind late, and volumes that other nodes hold. */
import assert from 'node:assert/strict';
import type { Bench, Scenario } from 'faultbook/lab';
import type { Api } from './api.ts';
import { bound, showClaim, unbound } from './claims.ts';
import { cordon, join, onCluster, startCluster, threeWorkers } from './cluster.ts';
import { claim, node, owner, pod, storageClass, using, volume } from './objects.ts';
import { assigned, isRunning, podsWith, refused, showRefusal } from './pods.ts';
import { inTables } from './varies.ts';

const inDefault = { namespace: 'default' };

/** A provisioner that does not answer, and one that refuses. */
async function provisionerFails(bench: Bench): Promise<void> {
  const { api } = await startCluster(bench);
  await threeWorkers(bench, api);
  await api.create(storageClass('standard', 'example.com/none'), storageClass('aws', 'kubernetes.io/aws-ebs'));
  await api.create(claim('silent', 'standard'), claim('refused', 'aws'), pod('db', using('silent')));
  await refused(bench, api, 'db', unbound);
  const symptom = 'kubernetes-pvc-provisioning-failed';
  const waiting =
    'waiting for a volume to be created, either by external provisioner "example.com/none" or manually created by system administrator';
  await showClaim(bench, 'silent', { text: waiting, capture: 'provisioner-silent', symptom });
  await showClaim(bench, 'refused', {
    text: 'Failed to provision volume with StorageClass "aws": ',
    capture: 'provisioner-refuses',
    symptom,
  });

  assert.equal((await bench.run('list-drivers')).text, 'No resources found\n');
  await api.create({ apiVersion: 'storage.k8s.io/v1', kind: 'CSIDriver', metadata: { name: 'ebs.csi.aws.com' }, spec: {} });
  assert.match((await bench.run('list-drivers')).text, /^ebs\.csi\.aws\.com /m);
  await api.create(owner('Deployment', 'ebs-csi-controller', 1));
  const [before] = await podsWith(bench, api, 'app=ebs-csi-controller', 1, isRunning);
  await bench.run('restart-driver', { values: { service: 'ebs-csi-controller', ...inDefault } });
  await bench.run('verify-rollout', { values: { service: 'ebs-csi-controller', ...inDefault } });
  const [after] = await podsWith(bench, api, 'app=ebs-csi-controller', 1);
  assert.notEqual(after, before);
  // A volume that an administrator creates is the other way, as the event says.
  await api.create(volume('by-hand', 'standard', ['kubernetes.io/os', 'linux']));
  await bound(bench, 'silent');
  await assigned(bench, api, 'db');
}

/** Claims that wait on purpose, and volumes that only one node, or none, can reach. */
async function volumesBindLate(bench: Bench): Promise<void> {
  const { api } = await startCluster(bench);
  await api.create(
    storageClass('standard', 'example.com/none'),
    storageClass('local', 'kubernetes.io/no-provisioner', 'WaitForFirstConsumer'),
  );
  // The nodes take some seconds to join, so the controller knows the classes when it sees the claim.
  await threeWorkers(bench, api);
  await api.create(claim('data', 'local'));
  const symptom = 'kubernetes-pvc-wait-for-first-consumer';
  await showClaim(bench, 'data', { text: 'waiting for first consumer to be created before binding', capture: 'first-consumer', symptom });
  await api.create(pod('db', using('data')));
  await refused(bench, api, 'db', "0/3 nodes are available: 3 node(s) didn't find available persistent volumes to bind.");
  await showClaim(bench, 'data', { text: 'waiting for pod db to be scheduled', capture: 'waiting-for-pod', symptom });
  await bench.run('set-default-class', { values: { name: 'standard' } });
  const classes = await bench.run('list-classes');
  assert.match(
    bench.capture('classes', classes.text, { varies: inTables }),
    /^local +kubernetes.io\/no-provisioner +Delete +WaitForFirstConsumer /m,
  );
  await api.create(volume('disk-of-worker-1', 'local', ['kubernetes.io/hostname', 'worker-1']), claim('scratch'));
  assert.equal(await assigned(bench, api, 'db'), 'worker-1');
  const claims = await bench.run('list-claims', { values: inDefault });
  assert.match(bench.capture('claims', claims.text, { varies: inTables }), /^data +Bound +disk-of-worker-1 /m);
  await volumeIsElsewhere(bench, api);
}

/** The node of a local volume is cordoned, and the zone of another volume has no node. */
async function volumeIsElsewhere(bench: Bench, api: Api): Promise<void> {
  await api.remove('/api/v1/namespaces/default/pods/db');
  await cordon(bench, 'worker-1');
  await api.create(pod('db-again', using('data')));
  const reason = '0/3 nodes are available: 1 node(s) were unschedulable, 2 node(s) had volume node affinity conflict.';
  await showRefusal(bench, api, {
    pod: 'db-again',
    reason,
    capture: 'volume-elsewhere',
    symptom: 'kubernetes-pending-volume-node-affinity',
  });
  const located = await bench.run('locate-volume');
  assert.match(bench.capture('volume-located', located.text), /^disk-of-worker-1 +data +\[worker-1\]$/m);
  await bench.run('uncordon', { values: { node: 'worker-1' } });
  assert.equal(await assigned(bench, api, 'db-again'), 'worker-1');

  const zone = 'topology.kubernetes.io/zone';
  await api.create(volume('disk-in-zone-d', 'zoned', [zone, 'zone-d']), claim('archive', 'zoned'));
  await bound(bench, 'archive');
  await api.create(pod('reader', using('archive')));
  await refused(bench, api, 'reader', '0/3 nodes are available: 3 node(s) had volume node affinity conflict.');
  assert.equal((await bench.run('nodes-in-zone', { values: { value: 'zone-d' } })).text, 'No resources found\n');
  await join(bench, api, node('worker-4', { labels: { [zone]: 'zone-d' } }));
  assert.match((await bench.run('nodes-in-zone', { values: { value: 'zone-d' } })).text, /^worker-4 +Ready/m);
  assert.equal(await assigned(bench, api, 'reader'), 'worker-4');
}

/** The article's class binds late, and its mode is immutable. */
async function classBindsLate(bench: Bench): Promise<void> {
  await startCluster(bench);
  await bench.file('late-class-file', 'storageclass.yaml');
  await bench.run('apply-late-class');
  assert.match((await bench.run('list-classes')).text, /^standard-late +ebs\.csi\.aws\.com +Delete +WaitForFirstConsumer +true /m);
  const change = ['kubectl', 'patch', 'storageclass', 'standard-late', '-p', '{"volumeBindingMode":"Immediate"}'];
  assert.match((await bench.exec(change, { code: 1 })).text, /volumeBindingMode: .*field is immutable/);
  await bench.run('delete-late-class');
  assert.equal((await bench.run('list-classes')).text, 'No resources found\n');
}

export const volumes: readonly Scenario[] = [
  onCluster('a provisioner is silent, another refuses', provisionerFails),
  onCluster('volumes wait for their pods, then hold them in place', volumesBindLate),
  onCluster('a class binds late', classBindsLate),
];
