/** Pods that wait for a node, and pods that have one. */
import assert from 'node:assert/strict';
import type { Bench } from 'faultbook/lab';
import type { Api, PodObject } from './api.ts';
import { inEvents } from './varies.ts';

/** Returns the scheduler's message in the status of a pod; empty when there is none. */
export const reasonIn = ({ status }: PodObject): string => status.conditions?.find(({ type }) => type === 'PodScheduled')?.message ?? '';

/** Waits until the scheduler refuses a pod for exactly this reason. */
export async function refused(bench: Bench, api: Api, pod: string, reason: string): Promise<void> {
  const isRefused = async () => reasonIn(await api.pod(pod)) === reason;
  await bench
    .waitFor(`${pod} to be refused`, isRefused, { seconds: 40 })
    .catch(async () => assert.equal(reasonIn(await api.pod(pod)), reason));
}

/** Waits until a pod has a node. Returns the node's name. */
export async function assigned(bench: Bench, api: Api, pod: string): Promise<string> {
  const nodeOf = async () => (await api.pod(pod)).spec.nodeName ?? '';
  await bench.waitFor(`${pod} to get a node`, async () => (await nodeOf()) !== '', { seconds: 90 });
  return nodeOf();
}

/** Waits until a number of pods with a label pass a test. Returns their names, sorted. */
export async function podsWith(
  bench: Bench,
  api: Api,
  label: string,
  count: number,
  has: (pod: PodObject) => boolean = () => true,
): Promise<string[]> {
  const names = async () => (await api.pods(label)).filter(has).map(({ metadata }) => metadata.name);
  await bench.waitFor(`${count} pods ${label} to pass the test`, async () => (await names()).length === count, { seconds: 60 });
  return (await names()).toSorted();
}

/** Whether a pod has a node. */
export const hasNode = ({ spec }: PodObject): boolean => spec.nodeName !== undefined;
/** Whether a pod runs. */
export const isRunning = ({ status }: PodObject): boolean => status.phase === 'Running';
/** Whether the scheduler has refused a pod, and the pod waits for a node. */
export const waits = (pod: PodObject): boolean => !hasNode(pod) && reasonIn(pod) !== '';

/** A refusal that is expected, and the name of its capture. */
export interface Refusal {
  pod: string;
  reason: string;
  capture: string;
  symptom: string;
}

/** Waits for a refusal, captures it with the article's command, and asserts that it shows the symptom. */
export async function showRefusal(bench: Bench, api: Api, { pod, reason, capture, symptom }: Refusal): Promise<void> {
  await refused(bench, api, pod, reason);
  bench.capture(capture, await eventsOf(bench, pod, reason), { varies: inEvents });
  bench.reproduces(symptom, capture);
}

/** Waits until the events of a pod contain a text. Returns the events as `kubectl describe` shows them. */
export async function eventsOf(bench: Bench, pod: string, text: string): Promise<string> {
  let events = '';
  const isThere = async () => {
    const described = await bench.run('read-the-reason', { values: { pod, namespace: 'default' } });
    events = described.text.slice(described.text.indexOf('Events:'));
    return events.includes(text);
  };
  await bench.waitFor(`the events of ${pod} to contain "${text}"`, isThere, { seconds: 40 });
  return events;
}
