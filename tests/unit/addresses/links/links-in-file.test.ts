import { expect, test } from 'vitest';
import { formatOf, linksInFile, UnreadableFile, type LinkFormat } from '../../../../src/addresses/links/links-in-file.ts';

const home = 'https://kb.example/';
const url = 'https://kb.example/symptoms/a/';
const told = (text: string, format: LinkFormat) =>
  linksInFile(text, format, home).map(({ line, column, where, ...link }) => `${line}:${column} ${link.url}${where ? ` | ${where}` : ''}`);

test.for([
  ['rules/redis.yml', 'yaml'],
  ['rules.YAML', 'yaml'],
  ['redis.rules', 'yaml'],
  ['README.md', 'markdown'],
  ['post.mdx', 'markdown'],
  ['export.json', 'text'],
  ['tickets.csv', 'text'],
  ['Makefile', 'text'],
] as const)('the name tells the format: %s is %s', ([file, format]) => {
  expect(formatOf(file)).toBe(format);
});

test('alert rules: every value with its place, its alert and its field, and comments', () => {
  const rules = `# See ${url}
groups:
  - name: redis
    rules:
      - alert: RedisFull
        expr: redis_memory_used_bytes > 0 # ${url}#says
        annotations:
          runbook_url: ${url}
          description: >-
            Memory is short on {{ $labels.instance }}.
            See ${url}#check and "${url}#fix".
      - alert: RedisSlow
        annotations: { runbook_url: "https:\\/\\/kb.example\\/symptoms\\/a\\/", other: 'https://example.org/' }
`;
  expect(told(rules, 'yaml')).toEqual([
    `1:7 ${url}`,
    `6:45 ${url}#says`,
    `8:24 ${url} | alert "RedisFull", annotations.runbook_url`,
    `11:17 ${url}#check | alert "RedisFull", annotations.description`,
    `11:59 ${url}#fix | alert "RedisFull", annotations.description`,
    `13:38 ${url} | alert "RedisSlow", annotations.runbook_url`,
  ]);
});

test('an Alertmanager configuration, with templates, custom tags and several documents', () => {
  const config = `receivers:
  - name: team-x
    slack_configs:
      - text: '{{ range .Alerts }}<{{ .Annotations.runbook_url }}> ${url}{{ end }}'
---
secret: !vault "${url}"
secret: again
`;
  expect(told(config, 'yaml')).toEqual([`4:68 ${url} | name "team-x", slack_configs.text`, `6:17 ${url} | secret`]);
});

test('YAML that cannot be read is said with its place, and can be read as text', () => {
  const broken = `a: b\nc: [${url}\nd: }\n`;
  expect(() => linksInFile(broken, 'yaml', home)).toThrow(UnreadableFile);
  expect(() => linksInFile(broken, 'yaml', home)).toThrow(/^YAML that cannot be read: /);
  expect(told(broken, 'text')).toEqual([`2:5 ${url}`]);
});

test('Markdown: links, definitions, autolinks, images, code and HTML, each once', () => {
  const text = `# Queue [full](${url})

😀 [${url}#a](${url}#b) and <${url}#c> and ${url}#d.

[ref]: <${url}#e> "title"

![picture](https://kb.example/pictures/a\\.png)

\`\`\`yaml
runbook_url: ${url}#f
\`\`\`

<a href="${url}#g">x</a> \`${url}#h\`
`;
  expect(told(text, 'markdown')).toEqual([
    `1:16 ${url}`,
    `3:5 ${url}#a`,
    `3:39 ${url}#b`,
    `3:78 ${url}#c`,
    `3:116 ${url}#d`,
    `5:9 ${url}#e`,
    '7:1 https://kb.example/pictures/a.png',
    `10:14 ${url}#f`,
    `13:10 ${url}#g`,
    `13:51 ${url}#h`,
  ]);
});

test('anything else: the place counts from one, with Windows line ends too', () => {
  expect(told(`id,link\r\n1,${url}\r\n2,"see ""${url}#a"""\r\n`, 'text')).toEqual([`2:3 ${url}`, `3:10 ${url}#a`]);
});

test.for(['yaml', 'markdown', 'text'] as const)('an empty file has no links: %s', (format) => {
  expect(told('', format)).toEqual([]);
});
