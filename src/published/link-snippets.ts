/** What alerts and tickets need to bring links to the site along, ready to copy. */
import { stringify } from 'yaml';
import type { AbsoluteUrls } from '../addresses/permalinks.ts';

/** A symptom to show the snippets with. */
export interface SnippetExample {
  id: string;
  title: string;
  /** The ids of its fixes. */
  fixes: readonly string[];
}

/** An alert rule of Prometheus with a link to the symptom, and one that searches for what the alert is labelled with. */
export const alertRule = ({ id, title }: SnippetExample, absoluteUrls: AbsoluteUrls): string =>
  stringify(
    {
      groups: [
        {
          name: 'faults',
          rules: [
            { alert: 'KnownFault', expr: 'up == 0', for: '5m', annotations: { summary: title, runbook_url: absoluteUrls.symptom(id) } },
            {
              alert: 'ContainerTerminated',
              expr: 'kube_pod_container_status_last_terminated_reason == 1',
              annotations: {
                summary: '{{ $labels.container }} in {{ $labels.namespace }}/{{ $labels.pod }}: {{ $labels.reason }}',
                runbook_url: `${absoluteUrls.searchPrefix()}{{ $labels.reason | urlquery }}`,
              },
            },
          ],
        },
      ],
    },
    { lineWidth: 0 },
  );

/** An Alertmanager configuration whose messages in Slack and incidents in PagerDuty bring the link along. */
export const alertmanagerConfig = (name: string): string =>
  stringify(
    {
      route: { receiver: 'on-call', group_by: ['alertname'] },
      receivers: [
        {
          name: 'on-call',
          slack_configs: [
            {
              api_url_file: '/etc/alertmanager/slack-url',
              channel: '#incidents',
              title: '{{ .CommonLabels.alertname }}',
              text: `{{ range .Alerts.Firing }}{{ .Annotations.summary }}{{ with .Annotations.runbook_url }} <{{ . }}|${name}>{{ end }}\n{{ end }}`,
            },
          ],
          pagerduty_configs: [
            {
              routing_key_file: '/etc/alertmanager/pagerduty-key',
              links: [{ href: '{{ .CommonAnnotations.runbook_url }}', text: name }],
            },
          ],
        },
      ],
    },
    { lineWidth: 0 },
  );

/** The body of a Jira ticket, in wiki markup. */
export const jiraTicket = (name: string, { id, fixes: [fix = ''] }: SnippetExample, absoluteUrls: AbsoluteUrls): string => `h3. What it is
[${name}: ${id}|${absoluteUrls.symptom(id)}]

h3. What it said
{noformat}
<the lines of the log>
{noformat}

h3. What was done
[The fix that was applied|${absoluteUrls.symptom(id, fix)}]
`;

/** A form for incidents on GitHub. */
export const issueForm = (name: string, { id }: SnippetExample, absoluteUrls: AbsoluteUrls): string =>
  stringify(
    {
      name: 'Incident',
      description: 'Something is broken, or was.',
      body: [
        {
          type: 'input',
          id: 'symptom',
          attributes: {
            label: 'Symptom',
            description: `The address of the symptom on ${name}: ${absoluteUrls.search()}`,
            placeholder: absoluteUrls.symptom(id),
          },
        },
        { type: 'textarea', id: 'message', attributes: { label: 'What it said', render: 'text' }, validations: { required: true } },
      ],
    },
    { lineWidth: 0 },
  );
