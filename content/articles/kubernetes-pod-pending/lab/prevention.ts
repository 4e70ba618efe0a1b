/** Headroom that makes room for pods, and alerts that fire in time. */
import assert from 'node:assert/strict';
import type { Bench, Scenario } from 'faultbook/lab';
import { onCluster, startCluster, threeWorkers } from './cluster.ts';
import { pod } from './objects.ts';
import { assigned, hasNode, podsWith, waits } from './pods.ts';

/** The cluster fills up around the placeholder pod; the next pod takes its place. */
async function headroomGivesWay(bench: Bench): Promise<void> {
  const { api } = await startCluster(bench);
  await threeWorkers(bench, api);
  await bench.file('headroom-file', 'headroom.yaml');
  await bench.run('apply-headroom');
  await podsWith(bench, api, 'app=headroom', 1, hasNode);
  const core = { requests: { cpu: '1', memory: '256Mi' } };
  for (const number of [1, 2, 3, 4, 5]) {
    await api.create(pod(`load-${number}`, core));
    await assigned(bench, api, `load-${number}`);
  }
  await api.create(pod('urgent', core));
  await assigned(bench, api, 'urgent');
  await podsWith(bench, api, 'app=headroom', 1, waits);
  await bench.run('delete-headroom');
  await podsWith(bench, api, 'app=headroom', 0);
}

const series = (name: string, values: string) => ({ series: name, values });
const fires = (alertname: string, minutes: number, labels?: Record<string, string>) => ({
  alertname,
  eval_time: `${minutes}m`,
  exp_alerts: labels ? [{ exp_labels: labels }] : [],
});

/** Metrics as kube-state-metrics would report them, and when each alert must fire: after its time, not before. */
const history = {
  rule_files: ['pending-pods.rules.yaml'],
  evaluation_interval: '1m',
  tests: [
    {
      interval: '1m',
      input_series: [
        series('kube_pod_status_unschedulable{namespace="shop",pod="web-1"}', '1x60'),
        series('kube_replicaset_spec_replicas{namespace="shop",replicaset="api"}', '3x60'),
        series('kube_replicaset_status_replicas{namespace="shop",replicaset="api"}', '2x60'),
        series('kube_resourcequota{namespace="shop",resourcequota="compute",resource="cpu",type="used"}', '19x60'),
        series('kube_resourcequota{namespace="shop",resourcequota="compute",resource="cpu",type="hard"}', '20x60'),
        series('kube_resourcequota{namespace="shop",resourcequota="compute",resource="pods",type="used"}', '0x60'),
        series('kube_resourcequota{namespace="shop",resourcequota="compute",resource="pods",type="hard"}', '0x60'),
        series('kube_persistentvolumeclaim_status_phase{namespace="shop",persistentvolumeclaim="data",phase="Pending"}', '1x60'),
        series('kube_persistentvolumeclaim_status_phase{namespace="shop",persistentvolumeclaim="data",phase="Bound"}', '0x60'),
      ],
      alert_rule_test: [
        fires('PodUnschedulable', 14),
        {
          ...fires('PodUnschedulable', 15),
          exp_alerts: [
            {
              exp_labels: { severity: 'warning', namespace: 'shop', pod: 'web-1' },
              exp_annotations: { summary: 'shop/web-1 has had no node for 15 minutes' },
            },
          ],
        },
        fires('ReplicasNotCreated', 14),
        fires('ReplicasNotCreated', 15, { severity: 'warning', namespace: 'shop', replicaset: 'api' }),
        fires('QuotaNearlyUsed', 14),
        fires('QuotaNearlyUsed', 15, { severity: 'info', namespace: 'shop', resourcequota: 'compute', resource: 'cpu' }),
        fires('ClaimPending', 29),
        fires('ClaimPending', 30, { severity: 'warning', namespace: 'shop', persistentvolumeclaim: 'data', phase: 'Pending' }),
      ],
    },
  ],
};

/** Prometheus accepts the article's rules and fires them at the right time, on metrics that are written by hand. */
async function alertsFire(bench: Bench): Promise<void> {
  const { text } = await bench.exec(['promtool', '--version']);
  bench.uses('promtool', /version (\d[\d.]*)/.exec(text)?.[1] ?? 'unknown');
  await bench.file('rules-file', 'pending-pods.rules.yaml');
  const checked = await bench.run('check-rules');
  assert.match(bench.capture('rules-checked', checked.text), /SUCCESS: 4 rules found/);
  await bench.write('history.yaml', JSON.stringify(history));
  assert.match((await bench.exec(['promtool', 'test', 'rules', 'history.yaml'])).text, /SUCCESS/);
}

export const prevention: readonly Scenario[] = [
  onCluster('headroom gives way to a pod that needs it', headroomGivesWay),
  { name: 'the alerts fire after their time', needs: [{ command: 'promtool', package: 'prometheus' }], run: alertsFire },
];
