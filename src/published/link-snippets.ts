/** Snippets to copy that put links to the site into alerts and tickets. */
import { stringify } from 'yaml';
import type { AbsoluteUrls } from '../addresses/permalinks.ts';

/** The symptom that the snippets use as their example. */
export interface SnippetExample {
  id: string;
  title: string;
  /** The ids of its fixes, in the order to try them. */
  fixes: readonly string[];
}

/** Returns two Prometheus alert rules: one links to the symptom, the other to a search for the alert's labels. */
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

/** Returns an Alertmanager configuration that puts the link into Slack messages and PagerDuty incidents. */
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

/** Returns the body of a Jira ticket, in wiki markup. */
export const jiraTicket = (name: string, { id, fixes: [fix = ''] }: SnippetExample, absoluteUrls: AbsoluteUrls): string => `h3. What it is
[${name}: ${id}|${absoluteUrls.symptom(id)}]

h3. What it said
{noformat}
<the lines of the log>
{noformat}

h3. What was done
[The fix that was applied|${absoluteUrls.symptom(id, fix)}]
`;

/** Returns a GitHub issue form for incidents. */
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
