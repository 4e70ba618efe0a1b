/** The objects that scenarios create, with the fewest fields that the API accepts: nodes, pods, owners of pods, claims. */
import type { KubeObject } from './api.ts';

/** Amounts by resource, e.g. `{ cpu: '500m' }`. */
export type Amounts = Record<string, string>;

/** What a pod requests and requires. */
export interface PodDemands {
  requests?: Amounts;
  limits?: Amounts;
  /** Other fields of the container, and of the pod. */
  container?: Record<string, unknown>;
  spec?: Record<string, unknown>;
}

const image = 'registry.example.com/app:1.4.2';

const podSpec = ({ requests, limits, container = {}, spec = {} }: PodDemands) => ({
  containers: [{ name: 'app', image, ...(requests || limits ? { resources: { requests, limits } } : {}), ...container }],
  ...spec,
});

/** Returns a node that is ready, by default with two cores, 4 GiB and room for 110 pods. */
export function node(name: string, { labels = {}, offers = {} }: { labels?: Record<string, string>; offers?: Amounts } = {}) {
  const amounts = { cpu: '2', memory: '4Gi', pods: '110', 'ephemeral-storage': '20Gi', ...offers };
  const now = new Date().toISOString().replace(/\.\d+/, '');
  const ready = {
    type: 'Ready',
    status: 'True',
    reason: 'KubeletReady',
    message: 'reported by the lab',
    lastHeartbeatTime: now,
    lastTransitionTime: now,
  };
  const common = { 'kubernetes.io/hostname': name, 'kubernetes.io/os': 'linux', 'kubernetes.io/arch': 'amd64' };
  return {
    apiVersion: 'v1',
    kind: 'Node',
    metadata: { name, labels: { ...common, ...labels } },
    status: { capacity: amounts, allocatable: amounts, conditions: [ready] },
  };
}

/** Returns a pod without an owner, by default labelled `app=<name>`. */
export const pod = (name: string, demands: PodDemands = {}, app = name): KubeObject => ({
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name, labels: { app } },
  spec: podSpec(demands),
});

/** Returns an owner of pods that are labelled `app=<name>`. */
export const owner = (kind: 'Deployment' | 'StatefulSet', name: string, replicas: number, demands: PodDemands = {}): KubeObject => ({
  apiVersion: 'apps/v1',
  kind,
  metadata: { name },
  spec: {
    replicas,
    selector: { matchLabels: { app: name } },
    template: { metadata: { labels: { app: name } }, spec: podSpec(demands) },
    ...(kind === 'StatefulSet' ? { serviceName: name } : {}),
  },
});

/** Returns a job of one pod. */
export const job = (name: string, demands: PodDemands = {}): KubeObject => ({
  apiVersion: 'batch/v1',
  kind: 'Job',
  metadata: { name },
  spec: { template: { spec: { ...podSpec(demands), restartPolicy: 'Never' } } },
});

/** Returns a claim of 1 GiB; without a class it gets the default class, if there is one. */
export const claim = (name: string, storageClassName?: string): KubeObject => ({
  apiVersion: 'v1',
  kind: 'PersistentVolumeClaim',
  metadata: { name },
  spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } }, storageClassName },
});

/** Returns what a pod needs to use a claim. */
export const using = (claimName: string, spec: Record<string, unknown> = {}): PodDemands => ({
  spec: { volumes: [{ name: 'data', persistentVolumeClaim: { claimName } }], ...spec },
});

/** Returns a storage class. */
export const storageClass = (name: string, provisioner: string, volumeBindingMode = 'Immediate'): KubeObject => ({
  apiVersion: 'storage.k8s.io/v1',
  kind: 'StorageClass',
  metadata: { name },
  provisioner,
  volumeBindingMode,
});

/** Returns a volume of 5 GiB without a provisioner, which only nodes with a label can reach. */
export const volume = (name: string, storageClassName: string, [key, value]: readonly [string, string]): KubeObject => ({
  apiVersion: 'v1',
  kind: 'PersistentVolume',
  metadata: { name },
  spec: {
    capacity: { storage: '5Gi' },
    accessModes: ['ReadWriteOnce'],
    storageClassName,
    local: { path: '/mnt/data' },
    nodeAffinity: { required: { nodeSelectorTerms: [{ matchExpressions: [{ key, operator: 'In', values: [value] }] }] } },
  },
});
