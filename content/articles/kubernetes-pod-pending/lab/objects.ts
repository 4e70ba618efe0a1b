/** What the scenarios create: nodes, pods, owners of pods, claims, as short as the API takes them. */
import type { KubeObject } from './api.ts';

/** Amounts by resource, e.g. `{ cpu: '500m' }`. */
export type Amounts = Record<string, string>;

/** What a pod asks for, beyond an image. */
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

/** A node that is ready, with two cores, 4 GiB and 110 pods unless told otherwise. */
export function node(name: string, { labels = {}, offers = {} }: { labels?: Record<string, string>; offers?: Amounts } = {}) {
  const amounts = { cpu: '2', memory: '4Gi', pods: '110', 'ephemeral-storage': '20Gi', ...offers };
  const now = new Date().toISOString().replace(/\.\d+/, '');
  const ready = {
    type: 'Ready',
    status: 'True',
    reason: 'KubeletReady',
    message: 'told by the lab',
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

/** A pod on its own, labelled `app=<name>` unless told otherwise. */
export const pod = (name: string, demands: PodDemands = {}, app = name): KubeObject => ({
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name, labels: { app } },
  spec: podSpec(demands),
});

/** An owner of pods labelled `app=<name>`. */
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

/** A job of one pod. */
export const job = (name: string, demands: PodDemands = {}): KubeObject => ({
  apiVersion: 'batch/v1',
  kind: 'Job',
  metadata: { name },
  spec: { template: { spec: { ...podSpec(demands), restartPolicy: 'Never' } } },
});

/** A claim of 1 GiB; without a class it gets the default, if there is one. */
export const claim = (name: string, storageClassName?: string): KubeObject => ({
  apiVersion: 'v1',
  kind: 'PersistentVolumeClaim',
  metadata: { name },
  spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } }, storageClassName },
});

/** What a pod needs to use a claim. */
export const using = (claimName: string, spec: Record<string, unknown> = {}): PodDemands => ({
  spec: { volumes: [{ name: 'data', persistentVolumeClaim: { claimName } }], ...spec },
});

/** A storage class. */
export const storageClass = (name: string, provisioner: string, volumeBindingMode = 'Immediate'): KubeObject => ({
  apiVersion: 'storage.k8s.io/v1',
  kind: 'StorageClass',
  metadata: { name },
  provisioner,
  volumeBindingMode,
});

/** A volume of 5 GiB made by hand, which only nodes with a label can reach. */
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
