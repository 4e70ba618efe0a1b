/** Pods that cannot be created: a ResourceQuota or a LimitRange refuses them. */
import assert from 'node:assert/strict';
import type { Bench, Scenario } from 'faultbook/lab';
import type { Api, KubeObject } from './api.ts';
import { onCluster, startCluster, threeWorkers } from './cluster.ts';
import { job, owner, pod } from './objects.ts';
import { hasNode, podsWith } from './pods.ts';
import { inTables } from './varies.ts';

const inDefault = { namespace: 'default' };
/** The message lists the violated bounds in no fixed order. */
const inRefusals = [/maximum (cpu|memory) usage per Container is \w+, but limit is \w+/g, ...inTables];

/** Returns the heading of a list of events and the first event: the controller repeats it. */
const firstOf = (events: string) => events.split('\n').slice(0, 2).join('\n');

/** Waits until an event FailedCreate contains a text. Returns all such events, as the article's command lists them. */
async function failedCreates(bench: Bench, text: string): Promise<string> {
  let events = '';
  const isThere = async () => (events = (await bench.run('failed-creates', { values: inDefault })).text).includes(text);
  await bench.waitFor(`an event FailedCreate to contain "${text}"`, isThere, { seconds: 40 });
  return events;
}

/** The quota allows two of three replicas, and refuses pods without requests. */
async function quotaRefuses(bench: Bench): Promise<void> {
  const { api } = await startCluster(bench);
  await threeWorkers(bench, api);
  const hard = { 'requests.cpu': '1', 'requests.memory': '2Gi', pods: '5' };
  await api.create({ apiVersion: 'v1', kind: 'ResourceQuota', metadata: { name: 'compute' }, spec: { hard } });
  await bench.waitFor('the quota to be counted', async () =>
    (await bench.run('describe-quota', { values: inDefault })).text.includes('requests.cpu     0'),
  );
  await api.create(owner('Deployment', 'web', 3, { requests: { cpu: '500m', memory: '256Mi' } }));
  await podsWith(bench, api, 'app=web', 2, hasNode);
  const exceeded = 'exceeded quota: compute, requested: requests.cpu=500m, used: requests.cpu=1, limited: requests.cpu=1';
  bench.capture('failed-creates', firstOf(await failedCreates(bench, exceeded)), { varies: inTables });
  bench.reproduces('kubernetes-pod-not-created-quota', 'failed-creates');
  const quota = await bench.run('describe-quota', { values: inDefault });
  assert.match(bench.capture('quota', quota.text), /^requests\.cpu +1 +1$/m);

  const values = { name: 'compute', ...inDefault };
  const patched = await bench.run('raise-quota', { values: { ...values, limit: '4' } });
  assert.equal(bench.capture('quota-raised', patched.text), 'resourcequota/compute patched\n');
  await podsWith(bench, api, 'app=web', 3, hasNode);
  assert.match((await bench.run('verify-replicas', { values: { service: 'web', ...inDefault } })).text, /^web +\d\/3 +3 /m);
  await bench.run('raise-quota', { values: { ...values, limit: '1' } });
  await podsWith(bench, api, 'app=web', 3, hasNode);
  await otherOwners(bench, api);
}

/** Other owners get the same event; a pod without the counted request is refused however much quota is left. */
async function otherOwners(bench: Bench, api: Api): Promise<void> {
  await api.create(owner('Deployment', 'bare', 1));
  await failedCreates(bench, 'is forbidden: failed quota: compute: must specify requests.cpu,requests.memory');
  const large = { requests: { cpu: '2', memory: '256Mi' } };
  await api.create(job('nightly', large), owner('StatefulSet', 'store', 1, large));
  const refusal = 'exceeded quota: compute, requested: requests.cpu=2,';
  for (const refusedOwner of ['job/nightly', 'statefulset/store'])
    await bench.waitFor(`the event for ${refusedOwner}`, async () =>
      new RegExp(`${refusedOwner} .*${refusal}`).test(await failedCreates(bench, refusal)),
    );
  // Without an owner, whoever creates the pod gets the error.
  await assert.rejects(api.create(pod('direct', large)), /is forbidden: exceeded quota: compute, requested: requests\.cpu=2/);
}

const limitRange = (name: string, ...limits: readonly Record<string, unknown>[]): KubeObject => ({
  apiVersion: 'v1',
  kind: 'LimitRange',
  metadata: { name },
  spec: { limits },
});

/** A container is larger than the range allows, until it is made to fit; then pods violate the range in other ways. */
async function limitRangeRefuses(bench: Bench): Promise<void> {
  const { api } = await startCluster(bench);
  await threeWorkers(bench, api);
  await api.create(limitRange('bounds', { type: 'Container', max: { cpu: '1', memory: '1Gi' } }));
  const huge = owner('Deployment', 'etl', 1, { requests: { cpu: '100m' }, limits: { cpu: '4', memory: '8Gi' } });
  await api.create(huge);
  const events = await failedCreates(bench, 'maximum memory usage per Container is 1Gi, but limit is 8Gi');
  assert.match(
    bench.capture('limit-range-refuses', firstOf(events), { varies: inRefusals }),
    /maximum cpu usage per Container is 1, but limit is 4/,
  );
  bench.reproduces('kubernetes-pod-not-created-limit-range', 'limit-range-refuses');
  assert.match((await bench.run('describe-limit-range', { values: inDefault })).text, /^Container +cpu +- +1 +/m);

  const values = { service: 'etl', ...inDefault };
  await bench.run('fit-limit-range', { values: { ...values, container: 'app' } });
  await podsWith(bench, api, 'app=etl', 1, hasNode);
  assert.match((await bench.run('verify-rollout', { values })).text, /successfully rolled out\n$/);
  await bench.run('undo-fit', { values });
  const undone = JSON.stringify(await api.request('GET', '/apis/apps/v1/namespaces/default/deployments/etl'));
  assert.match(undone, /"limits":\{"cpu":"4","memory":"8Gi"\}/);
  await otherBounds(bench, api);
}

/** The wordings for minimums, and for bounds on a whole pod. */
async function otherBounds(bench: Bench, api: Api): Promise<void> {
  const container = { type: 'Container', min: { cpu: '100m', memory: '64Mi' } };
  const { spec } = limitRange('bounds', container, { type: 'Pod', max: { cpu: '2', memory: '2Gi' } });
  await api.merge('/api/v1/namespaces/default/limitranges/bounds', { spec });
  const small = { cpu: '10m', memory: '16Mi' };
  const large = { cpu: '4', memory: '4Gi' };
  const tiny = pod('tiny', { requests: small, limits: small });
  await refusedWith(bench, api, tiny, 'minimum cpu usage per Container is 100m, but request is 10m');
  await refusedWith(bench, api, tiny, 'minimum memory usage per Container is 64Mi, but request is 16Mi');
  await refusedWith(bench, api, pod('wide', { requests: large, limits: large }), 'maximum cpu usage per Pod is 2, but limit is 4');
  await refusedWith(bench, api, pod('none'), 'maximum cpu usage per Pod is 2.  No limit is specified');
}

/** Waits until a pod is refused for a reason: the API server applies changed bounds a moment after it has stored them. */
async function refusedWith(bench: Bench, api: Api, object: KubeObject, reason: string): Promise<void> {
  const isRefused = async () => {
    const message = await api.create(object).catch(String);
    if (message === undefined) await api.remove(`/api/v1/namespaces/default/pods/${object.metadata.name}`);
    return message?.includes(reason) ?? false;
  };
  await bench.waitFor(`${object.metadata.name} to be refused with "${reason}"`, isRefused);
}

export const quotas: readonly Scenario[] = [
  onCluster('a quota refuses pods', quotaRefuses),
  onCluster('a LimitRange refuses pods', limitRangeRefuses),
];
