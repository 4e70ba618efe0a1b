/** Pods that nobody can place, on a control plane built from Debian's sources, with nodes that are API objects. */
import type { Lab, Scenario } from '../lab.ts';
import { requestsAreFull, requestsAreTooLarge } from './capacity.ts';
import { nodesAreClosed, nodesAreTainted } from './closed-nodes.ts';
import { deviceIsMissing, nodeIsFullOfPods } from './devices.ts';
import { labelsDoNotMatch } from './labels.ts';
import { hindrance } from './programs.ts';

const needs = [
  { command: 'kubectl', package: 'kubernetes-client' },
  { command: 'etcd', package: 'etcd-server' },
];
const onDemand = "it needs kube-apiserver, built once from Debian's sources in some minutes";
const onCluster = (name: string, run: Scenario['run']): Scenario => ({ name, needs, onDemand, hindrance, seconds: 400, run });

export const lab: Lab = {
  article: 'kubernetes-pod-pending',
  scenarios: [
    onCluster('requests fill three nodes, and a pod waits until another goes', requestsAreFull),
    onCluster('a pod asks for more than any node has', requestsAreTooLarge),
    onCluster('no node has the device, or the only one is taken', deviceIsMissing),
    onCluster('a node holds as many pods as it may', nodeIsFullOfPods),
    onCluster('a cluster has no nodes, then none that is open', nodesAreClosed),
    onCluster('nodes are tainted and cordoned', nodesAreTainted),
    onCluster('no node has the labels', labelsDoNotMatch),
  ],
};
