/** A control plane for one scenario: etcd, API server, scheduler, controllers. Nodes are API objects without a kubelet. */
import assert from 'node:assert/strict';
import { generateKeyPairSync } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { type Bench, freePort, type Running, type Scenario } from 'faultbook/lab';
import { Api } from './api.ts';
import { playKubelets } from './kubelets.ts';
import { node } from './objects.ts';
import { hindrance, programPath, version, type Program } from './programs.ts';

const token = 'lab-token';
const controllers =
  'replicaset,deployment,statefulset,daemonset,job,resourcequota,persistentvolume-binder,namespace,disruption,pvc-protection,pv-protection,garbagecollector,nodelifecycle';

/** Returns a scenario that needs a control plane. */
export const onCluster = (name: string, run: Scenario['run']): Scenario => ({
  name,
  needs: [
    { command: 'kubectl', package: 'kubernetes-client' },
    { command: 'etcd', package: 'etcd-server' },
  ],
  onDemand: "it needs kube-apiserver, which takes some minutes to build once from Debian's sources",
  hindrance,
  seconds: 400,
  run,
});

/** A running control plane. */
export interface Cluster {
  api: Api;
  /** Starts a scheduler, which acquires the lease as in a real cluster. */
  startScheduler: () => Promise<Running>;
  scheduler: Running;
}

/** Starts a control plane without nodes, which `kubectl` in the scenario reaches. */
export async function startCluster(bench: Bench): Promise<Cluster> {
  const port = await freePort();
  const api = new Api(port, token);
  await writeSettings(bench, port);
  await startApiServer(bench, port, await startEtcd(bench));
  await bench.waitFor('the API server', () => isReady(api), { seconds: 90 });
  await startController(bench);
  const startScheduler = () => startKubeProgram(bench, 'kube-scheduler', ['--leader-elect=true'], /successfully acquired lease/);
  const scheduler = await startScheduler();
  await bench.waitFor('the namespace default', () => api.request('GET', '/api/v1/namespaces/default').then(() => true), { seconds: 60 });
  playKubelets(bench, api);
  bench.uses('Kubernetes', version);
  const { text } = await bench.exec(['kubectl', 'version', '--client', '-o', 'json']);
  bench.uses('kubectl', /"gitVersion": "v([\d.]+)/.exec(text)?.[1] ?? 'unknown');
  return { api, startScheduler, scheduler };
}

const isReady = async (api: Api) => (await api.request('GET', '/readyz')) === 'ok';

async function writeSettings(bench: Bench, port: number): Promise<void> {
  const { privateKey } = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    privateKeyEncoding: { type: 'pkcs1', format: 'pem' },
    publicKeyEncoding: { type: 'spki', format: 'pem' },
  });
  await bench.write('service-accounts.key', privateKey);
  await bench.write('tokens.csv', `${token},lab,lab,system:masters`);
  const settings = {
    apiVersion: 'v1',
    kind: 'Config',
    clusters: [{ name: 'lab', cluster: { server: `https://127.0.0.1:${port}`, 'insecure-skip-tls-verify': true } }],
    users: [{ name: 'lab', user: { token } }],
    contexts: [{ name: 'lab', context: { cluster: 'lab', user: 'lab' } }],
    'current-context': 'lab',
  };
  bench.env['KUBECONFIG'] = await bench.write('kubeconfig', JSON.stringify(settings));
}

async function startEtcd(bench: Bench): Promise<string> {
  const data = path.join(bench.folder, 'etcd');
  await mkdir(data, { mode: 0o700 });
  const [clients, peers] = [`http://127.0.0.1:${await freePort()}`, `http://127.0.0.1:${await freePort()}`];
  const addresses = [
    '--listen-client-urls',
    clients,
    '--advertise-client-urls',
    clients,
    '--listen-peer-urls',
    peers,
    '--initial-advertise-peer-urls',
    peers,
  ];
  const rest = ['--initial-cluster', `default=${peers}`, '--unsafe-no-fsync'];
  await bench.start(['etcd', '--data-dir', data, ...addresses, ...rest], {
    ready: /ready to serve client requests|serving insecure client requests/,
  });
  const { text } = await bench.exec(['etcd', '--version']);
  bench.uses('etcd', /etcd Version: (\S+)/.exec(text)?.[1] ?? 'unknown');
  return clients;
}

async function startApiServer(bench: Bench, port: number, etcd: string): Promise<void> {
  const key = path.join(bench.folder, 'service-accounts.key');
  await bench.start([
    programPath('kube-apiserver'),
    `--etcd-servers=${etcd}`,
    ...['--bind-address=127.0.0.1', `--secure-port=${port}`, '--insecure-port=0', `--cert-dir=${path.join(bench.folder, 'certificates')}`],
    ...[
      `--token-auth-file=${path.join(bench.folder, 'tokens.csv')}`,
      '--authorization-mode=AlwaysAllow',
      '--disable-admission-plugins=ServiceAccount',
    ],
    ...['--service-account-issuer=https://lab.invalid', `--service-account-key-file=${key}`, `--service-account-signing-key-file=${key}`],
    // An address that is reserved for documentation: nothing uses it.
    ...['--service-cluster-ip-range=10.96.0.0/24', '--endpoint-reconciler-type=none', '--advertise-address=192.0.2.1'],
  ]);
}

/** The nodes send no heartbeats, so the node controller waits an hour for them. */
const startController = (bench: Bench) =>
  startKubeProgram(bench, 'kube-controller-manager', [
    ...['--leader-elect=false', `--controllers=${controllers}`, '--pvclaimbinder-sync-period=5s'],
    ...['--node-monitor-grace-period=1h', '--node-startup-grace-period=1h', '--node-monitor-period=1s'],
  ]);

const startKubeProgram = (bench: Bench, program: Program, settings: readonly string[], ready?: RegExp) =>
  bench.start(
    [programPath(program), `--kubeconfig=${path.join(bench.folder, 'kubeconfig')}`, '--port=0', '--secure-port=0', ...settings],
    ready ? { ready } : {},
  );

/** Adds nodes: API objects with the status that a kubelet would report. */
export async function join(bench: Bench, api: Api, ...nodes: readonly ReturnType<typeof node>[]): Promise<void> {
  for (const { status, ...object } of nodes) {
    await api.create(object);
    await api.merge(`/api/v1/nodes/${object.metadata.name}/status`, { status });
    // The API server taints every new node as not ready; the node controller removes the taint.
    await bench.waitFor(
      `the node ${object.metadata.name} to be ready`,
      async () => !JSON.stringify(await api.request('GET', `/api/v1/nodes/${object.metadata.name}`)).includes('not-ready'),
    );
  }
}

/**
 * Cordons a node, and waits until the node controller has seen it. The scheduler learns of nodes and of pods separately, so it could
 * still place a pod there that is created in the same moment.
 */
export async function cordon(bench: Bench, name: string): Promise<void> {
  const { text } = await bench.run('cordon', { values: { node: name } });
  assert.equal(text, `node/${name} cordoned\n`);
  await taintSeen(bench, name, 'node.kubernetes.io/unschedulable');
}

/** Waits until the article's command lists a taint on a node. */
export async function taintSeen(bench: Bench, name: string, key: string): Promise<void> {
  const isListed = async () =>
    (await bench.run('list-taints')).text.split('\n').some((line) => line.startsWith(`${name}\t`) && line.includes(`${key}=`));
  await bench.waitFor(`${name} to have the taint ${key}`, isListed);
}

/** Three workers with two cores and 4 GiB each, in zones a, b and c: the cluster of most scenarios. */
export const threeWorkers = (bench: Bench, api: Api): Promise<void> =>
  join(
    bench,
    api,
    ...['a', 'b', 'c'].map((zone, index) => node(`worker-${index + 1}`, { labels: { 'topology.kubernetes.io/zone': `zone-${zone}` } })),
  );
