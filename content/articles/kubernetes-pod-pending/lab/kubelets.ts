/** Plays the kubelets: pods with a node are set to running, deleted pods are removed. No container is started. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Bench } from 'faultbook/lab';
import { ApiError, type Api, type PodObject } from './api.ts';
import { hasNode } from './pods.ts';

/** Plays the kubelets of all nodes until the scenario ends. */
export function playKubelets(bench: Bench, api: Api): void {
  let isOver = false;
  const play = async () => {
    while (!isOver) {
      await step(api).catch((error: unknown) => {
        // A pod may have been deleted or changed since it was listed.
        if (!isOver && !(error instanceof ApiError && [404, 409].includes(error.status))) throw error;
      });
      await sleep(200);
    }
  };
  const played = play();
  // The error is thrown when the scenario ends. Printed at once, it explains why the scenario waits in vain.
  played.catch((error: unknown) => console.error('playing the kubelets:', error));
  bench.afterwards(() => {
    isOver = true;
    return played;
  });
}

async function step(api: Api): Promise<void> {
  for (const pod of (await api.pods()).filter(hasNode)) {
    const path = `/api/v1/namespaces/${pod.metadata.namespace ?? 'default'}/pods/${pod.metadata.name}`;
    if (pod.metadata.deletionTimestamp) await api.remove(path);
    else if (pod.status.phase === 'Pending') await api.merge(`${path}/status`, { status: running(pod) });
  }
}

function running({ spec, status }: PodObject) {
  const now = new Date().toISOString().replace(/\.\d+/, '');
  const isTrue = (type: string) => ({ type, status: 'True', lastProbeTime: null, lastTransitionTime: now });
  const statuses = spec.containers.map(({ name, image }) => ({
    name,
    image,
    imageID: '',
    ready: true,
    restartCount: 0,
    started: true,
    state: { running: { startedAt: now } },
  }));
  const scheduled = (status.conditions ?? []).filter(({ type }) => type === 'PodScheduled');
  return {
    phase: 'Running',
    startTime: now,
    conditions: [...scheduled, ...['Initialized', 'Ready', 'ContainersReady'].map(isTrue)],
    containerStatuses: statuses,
  };
}
