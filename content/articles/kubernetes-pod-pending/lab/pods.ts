/** Pods that wait, and pods that got a node. */
import assert from 'node:assert/strict';
import type { Bench } from '../../../../src/lab/bench.ts';
import type { Api, PodObject } from './api.ts';
import { inEvents } from './varies.ts';

/** What the scheduler says of a pod in its status; empty while it has said nothing. */
export const reasonIn = ({ status }: PodObject): string => status.conditions?.find(({ type }) => type === 'PodScheduled')?.message ?? '';

/** Waits until the scheduler gives a reason, word for word. */
export async function refused(bench: Bench, api: Api, pod: string, reason: string): Promise<void> {
  const isTold = async () => reasonIn(await api.pod(pod)) === reason;
  await bench
    .waitFor(`${pod} to be refused`, isTold, { seconds: 40 })
    .catch(async () => assert.equal(reasonIn(await api.pod(pod)), reason));
}

/** Waits until a pod has a node. Returns the node's name. */
export async function assigned(bench: Bench, api: Api, pod: string): Promise<string> {
  const nodeOf = async () => (await api.pod(pod)).spec.nodeName ?? '';
  await bench.waitFor(`${pod} to get a node`, async () => (await nodeOf()) !== '', { seconds: 90 });
  return nodeOf();
}

/** Waits until as many pods with a label have what is asked for. Returns their names, sorted. */
export async function podsWith(
  bench: Bench,
  api: Api,
  label: string,
  count: number,
  has: (pod: PodObject) => boolean = () => true,
): Promise<string[]> {
  const names = async () => (await api.pods(label)).filter(has).map(({ metadata }) => metadata.name);
  await bench.waitFor(`${count} pods ${label} as asked for`, async () => (await names()).length === count, { seconds: 60 });
  return (await names()).toSorted();
}

/** Whether a pod has a node, whether it was told to run there, and whether it waits for one with a reason. */
export const hasNode = ({ spec }: PodObject): boolean => spec.nodeName !== undefined;
export const isRunning = ({ status }: PodObject): boolean => status.phase === 'Running';
export const waits = (pod: PodObject): boolean => !hasNode(pod) && reasonIn(pod) !== '';

/** What a refusal is to look like, and where it is kept. */
export interface Refusal {
  pod: string;
  reason: string;
  capture: string;
  symptom: string;
}

/** Waits for a refusal, reads it with the article's command, and holds that it shows the symptom. */
export async function showRefusal(bench: Bench, api: Api, { pod, reason, capture, symptom }: Refusal): Promise<void> {
  await refused(bench, api, pod, reason);
  bench.capture(capture, await eventsOf(bench, pod, reason), { varies: inEvents });
  bench.reproduces(symptom, capture);
}

/** The events of a pod as `kubectl describe` shows them, once they hold a text. */
export async function eventsOf(bench: Bench, pod: string, text: string): Promise<string> {
  let events = '';
  const hold = async () => {
    const described = await bench.run('read-the-reason', { values: { pod, namespace: 'default' } });
    events = described.text.slice(described.text.indexOf('Events:'));
    return events.includes(text);
  };
  await bench.waitFor(`the events of ${pod} to hold "${text}"`, hold, { seconds: 40 });
  return events;
}
