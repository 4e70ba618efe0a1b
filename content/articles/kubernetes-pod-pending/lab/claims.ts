/** Claims without a volume, and the pods that wait for them. */
import assert from 'node:assert/strict';
import type { Bench, Scenario } from 'faultbook/lab';
import type { Api } from './api.ts';
import { onCluster, startCluster, threeWorkers } from './cluster.ts';
import { claim, owner, pod, storageClass, using, volume } from './objects.ts';
import { assigned, podsWith, refused, showRefusal, waits } from './pods.ts';
import { inTables } from './varies.ts';

const inDefault = { namespace: 'default' };
/** What the scheduler reports while a claim has no volume. */
export const unbound = '0/3 nodes are available: 3 pod has unbound immediate PersistentVolumeClaims.';
const linux = ['kubernetes.io/os', 'linux'] as const;

/** Waits until the events of a claim contain a text. Returns the events as `kubectl describe` shows them. */
async function claimEvents(bench: Bench, name: string, text: string): Promise<string> {
  let events = '';
  const isThere = async () => {
    const described = await bench.run('describe-claim', { values: { volume: name, ...inDefault } });
    events = described.text.slice(described.text.indexOf('Events:'));
    return events.includes(text);
  };
  await bench.waitFor(`the events of the claim ${name} to contain "${text}"`, isThere, { seconds: 40 });
  return events;
}

/** Captures the events of a claim, which must show a symptom. */
export async function showClaim(bench: Bench, name: string, expected: { text: string; capture: string; symptom: string }): Promise<void> {
  bench.capture(expected.capture, await claimEvents(bench, name, expected.text), { varies: inTables });
  bench.reproduces(expected.symptom, expected.capture);
}

const statusOf = (bench: Bench, name: string) => bench.run('look-at-claim', { values: { volume: name, ...inDefault } });
/** Waits until a claim has its volume. */
export const bound = (bench: Bench, name: string) =>
  bench.waitFor(`${name} to be bound`, async () => (await statusOf(bench, name)).text.includes('Bound'), { seconds: 40 });

/** A claim without a class where no class is the default, and one whose class does not exist. */
async function classIsMissing(bench: Bench): Promise<void> {
  const { api } = await startCluster(bench);
  await threeWorkers(bench, api);
  await api.create(claim('data'), pod('db', using('data')), claim('fast', 'fast-ssd'), pod('lost', using('missing')));
  await showRefusal(bench, api, { pod: 'db', reason: unbound, capture: 'unbound-claim', symptom: 'kubernetes-pending-unbound-claim' });
  await refused(bench, api, 'lost', '0/3 nodes are available: 3 persistentvolumeclaim "missing" not found.');
  const symptom = 'kubernetes-pvc-no-storage-class';
  await showClaim(bench, 'data', {
    text: 'no persistent volumes available for this claim and no storage class is set',
    capture: 'claim-without-class',
    symptom,
  });
  await showClaim(bench, 'fast', { text: 'storageclass.storage.k8s.io "fast-ssd" not found', capture: 'claim-unknown-class', symptom });

  await api.create(storageClass('standard', 'example.com/none'));
  const patched = await bench.run('set-default-class', { values: { name: 'standard' } });
  assert.equal(bench.capture('default-class-set', patched.text), 'storageclass.storage.k8s.io/standard patched\n');
  assert.match((await bench.run('list-classes')).text, /^standard \(default\) /m);
  await api.create(claim('later'));
  const claims = await bench.run('list-claims', { values: inDefault });
  assert.match(claims.text, /^later +Pending +standard /m);
  assert.match(claims.text, /^data +Pending +(<unset> +)?\d+m?\d*s$/m, 'in 1.20 an old claim does not get the default');
  await bench.run('unset-default-class', { values: { name: 'standard' } });
  assert.doesNotMatch((await bench.run('list-classes')).text, /default/);
}

/** A claim that never had a volume is replaced, for a pod and for a StatefulSet. */
async function claimIsReplaced(bench: Bench): Promise<void> {
  const { api } = await startCluster(bench);
  await threeWorkers(bench, api);
  await api.create(claim('uploads', 'wrong'), pod('web', using('uploads')));
  await refused(bench, api, 'web', unbound);
  const looked = await statusOf(bench, 'uploads');
  assert.match(bench.capture('claim-to-replace', looked.text, { varies: inTables }), /^uploads +Pending +wrong /m);
  const change = ['kubectl', 'patch', 'pvc', 'uploads', '-p', '{"spec":{"storageClassName":"manual"}}'];
  assert.match((await bench.exec(change, { code: 1 })).text, /spec is immutable after creation/);
  await bench.run('delete-claim', { values: { volume: 'uploads', ...inDefault } });
  await api.create(volume('by-hand-1', 'manual', linux), claim('uploads', 'manual'));
  await bound(bench, 'uploads');
  await assigned(bench, api, 'web');
  await replaceOfStatefulSet(bench, api);
}

/** The claims of a StatefulSet come from its template, which is immutable. */
async function replaceOfStatefulSet(bench: Bench, api: Api): Promise<void> {
  const set = (className: string) => {
    const object = owner('StatefulSet', 'kv', 1, { container: { volumeMounts: [{ name: 'data', mountPath: '/data' }] } });
    const { spec } = claim('data', className);
    return { ...object, spec: { ...(object.spec as object), volumeClaimTemplates: [{ metadata: { name: 'data' }, spec }] } };
  };
  await api.create(set('wrong'));
  await podsWith(bench, api, 'app=kv', 1, waits);
  const path = '/apis/apps/v1/namespaces/default/statefulsets/kv';
  await assert.rejects(
    api.merge(path, { spec: { volumeClaimTemplates: set('manual').spec.volumeClaimTemplates } }),
    /updates to statefulset spec for fields other than/,
  );
  await bench.run('orphan-statefulset', { values: { service: 'kv', ...inDefault } });
  await podsWith(bench, api, 'app=kv', 1, waits);
  await bench.run('delete-claim', { values: { volume: 'data-kv-0', ...inDefault } });
  await api.create(volume('by-hand-2', 'manual', linux), set('manual'));
  // The new StatefulSet adopts the pod as it is, and creates no claim for it.
  await refused(bench, api, 'kv-0', '0/3 nodes are available: 3 persistentvolumeclaim "data-kv-0" not found.');
  await bench.run('delete-waiting-pod', { values: { pod: 'kv-0', ...inDefault } });
  await bound(bench, 'data-kv-0');
  await assigned(bench, api, 'kv-0');
}

export const claims: readonly Scenario[] = [
  onCluster('a claim has no class, or one that does not exist', classIsMissing),
  onCluster('a claim that never had a volume is replaced', claimIsReplaced),
];
