/** What other tools need to lead into the site, ready to copy: the snippets of the page "Use it in your tools". */
import { stringify } from 'yaml';
import type { Permalinks } from '../permalinks/index.ts';

/** A symptom to show the snippets with. */
export interface SnippetExample {
  id: string;
  title: string;
  /** The ids of its fixes. */
  fixes: readonly string[];
}

/** How much of a log goes into an address: three times as much when it is encoded, which every browser and shell takes. */
const mostBytes = 8000;

/** The address that a browser's keyword opens; `%s` is where it puts what was typed. */
export const keywordUrl = (addresses: Permalinks): string => `${addresses.searchPrefix()}%s`;

/** A bookmark that searches for the selected text, also in a text box, in a new tab. It holds no space and no percent sign, which browsers would change. */
export const bookmarklet = (addresses: Permalinks): string =>
  `javascript:(()=>{const{activeElement:box}=document;const{value='',selectionStart:from,selectionEnd:to}=box||{};const/**/text=(getSelection()+''||String(value).slice(from||0,to||0)).slice(-${mostBytes});open('${addresses.searchPrefix()}'+encodeURIComponent(text.toWellFormed()),'_blank','noopener')})()`;

/** An alert rule of Prometheus with a link to the symptom, and one that searches for what the alert is labelled with. */
export const alertRule = ({ id, title }: SnippetExample, addresses: Permalinks): string =>
  stringify(
    {
      groups: [
        {
          name: 'faults',
          rules: [
            { alert: 'KnownFault', expr: 'up == 0', for: '5m', annotations: { summary: title, runbook_url: addresses.symptom(id) } },
            {
              alert: 'ContainerTerminated',
              expr: 'kube_pod_container_status_last_terminated_reason == 1',
              annotations: {
                summary: '{{ $labels.container }} in {{ $labels.namespace }}/{{ $labels.pod }}: {{ $labels.reason }}',
                runbook_url: `${addresses.searchPrefix()}{{ $labels.reason | urlquery }}`,
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
export const jiraTicket = (name: string, { id, fixes: [fix = ''] }: SnippetExample, addresses: Permalinks): string => `h3. What it is
[${name}: ${id}|${addresses.symptom(id)}]

h3. What it said
{noformat}
<the lines of the log>
{noformat}

h3. What was done
[The fix that was applied|${addresses.symptom(id, fix)}]
`;

/** A form for incidents on GitHub. */
export const issueForm = (name: string, { id }: SnippetExample, addresses: Permalinks): string =>
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
            description: `The address of the symptom on ${name}: ${addresses.search()}`,
            placeholder: addresses.symptom(id),
          },
        },
        { type: 'textarea', id: 'message', attributes: { label: 'What it said', render: 'text' }, validations: { required: true } },
      ],
    },
    { lineWidth: 0 },
  );

/** A function for POSIX shells that opens the search with the last lines of what is piped into it; where no browser is, it prints the address. */
export const shellFunction = (addresses: Permalinks): string => `fb() {
  if [ -t 0 ]; then
    echo 'Pipe a log into fb: fb < app.log, or the last 5 lines of it: fb 5 < app.log' >&2
    return 2
  fi
  fb_text=$(tail -n "\${1:-40}" | tail -c ${mostBytes} | iconv -c -f UTF-8 -t UTF-8 | od -An -v -tx1 | tr -d ' \\t\\n' | sed 's/../%&/g')
  if [ -z "$fb_text" ]; then
    echo 'fb: there is nothing to search for' >&2
    return 1
  fi
  fb_url="${addresses.searchPrefix()}$fb_text"
  if command -v xdg-open >/dev/null 2>&1; then
    xdg-open "$fb_url" >/dev/null 2>&1
  elif command -v open >/dev/null 2>&1; then
    open "$fb_url"
  else
    printf '%s\\n' "$fb_url"
  fi
}
`;

/** How a job of CI finds the dead links of a repository. */
export const linksInCi = (repository: string, addresses: Permalinks): string => `git clone --depth 1 ${repository} faultbook
cd faultbook && npm install --no-audit --no-fund
npm run links -- ../alerts ../docs --against ${addresses.faults()}
`;
