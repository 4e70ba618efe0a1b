/** Pods that nobody can place, on a control plane built from Debian's sources, with nodes that are API objects. */
import type { Lab, Scenario } from '../../../../src/lab/lab.ts';
import { requestsAreFull, requestsAreTooLarge } from './capacity.ts';
import { classIsMissing, claimIsReplaced } from './claims.ts';
import { nodesAreClosed, nodesAreCordoned, nodesAreTainted } from './closed-nodes.ts';
import { deviceIsMissing, nodeIsFullOfPods } from './devices.ts';
import { labelsDoNotMatch } from './labels.ts';
import { hostPortIsTaken, replicasRefuseCompany, zonesCount } from './pod-rules.ts';
import { alertsFire, headroomGivesWay } from './prevention.ts';
import { hindrance } from './programs.ts';
import { limitRangeRefuses, quotaRefuses } from './quota.ts';
import { nodePoolIsRaised, schedulerIsDown, schedulerIsUnknown } from './scheduler.ts';
import { classBindsLate, provisionerFails, volumesBindLate } from './volumes.ts';

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
    onCluster('all nodes are cordoned', nodesAreCordoned),
    onCluster('replicas refuse company, and their rollout stands still', replicasRefuseCompany),
    onCluster('a spread counts zones that are cordoned', zonesCount),
    onCluster('a host port is taken on every node', hostPortIsTaken),
    onCluster('a claim has no class, or one that does not exist', classIsMissing),
    onCluster('a claim that never had a volume is replaced', claimIsReplaced),
    onCluster('a provisioner is silent, another refuses', provisionerFails),
    onCluster('volumes wait for their pods, then hold them in place', volumesBindLate),
    onCluster('a class binds late', classBindsLate),
    onCluster('a quota refuses pods', quotaRefuses),
    onCluster('a LimitRange refuses pods', limitRangeRefuses),
    onCluster('a pod names a scheduler that does not run', schedulerIsUnknown),
    onCluster('the scheduler is down', schedulerIsDown),
    onCluster('the limit of a NodePool is raised, without Karpenter', nodePoolIsRaised),
    onCluster('headroom gives way to a pod that needs it', headroomGivesWay),
    { name: 'the alerts fire after their time', needs: [{ command: 'promtool', package: 'prometheus' }], run: alertsFire },
  ],
};
