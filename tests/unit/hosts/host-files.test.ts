/** What the files for hosts say. That real servers do it: tests/servers/. */
import { describe, expect, test } from 'vitest';
import { permalinksFor } from '../../../src/addresses/permalinks.ts';
import { redirectsOf, serverRedirects } from '../../../src/addresses/redirects.ts';
import { hostFiles } from '../../../src/hosts/host-files.ts';
import { securityHeaders } from '../../../src/security/policy.ts';

const headers = securityHeaders({ scripts: new Set(["'sha256-a'"]), styles: new Set() });
const redirects = [{ from: '/kb/articles/queue-full/', to: '/kb/articles/queue/' }];

test('every file has every header and every redirect', () => {
  const { _headers, _redirects, 'nginx.conf': nginx, Caddyfile } = hostFiles({ base: '/kb/', headers, redirects });
  for (const [name, value] of Object.entries(headers)) {
    expect(_headers).toContain(`\n  ${name}: ${value}\n`);
    expect(nginx).toContain(`\n\tadd_header ${name} "${value}" always;\n`);
    expect(Caddyfile).toContain(`\t${name} "${value}"\n`);
  }
  expect(_redirects).toBe('/kb/articles/queue-full/ /kb/articles/queue/ 301\n');
  expect(nginx).toContain('location = /kb/articles/queue-full/ { return 301 /kb/articles/queue/$is_args$args; }');
  expect(Caddyfile).toContain('\t/articles/queue-full/ /kb/articles/queue/\n');
});

test('with nothing renamed, no file speaks of former addresses', () => {
  const files = hostFiles({ base: '/', headers, redirects: [] });
  expect(files['_redirects']).toBe('');
  expect(Object.values(files).join()).not.toMatch(/former/i);
});

test('no file names the project, whose code other sites use', () => {
  expect(Object.values(hostFiles({ base: '/kb/', headers, redirects })).join()).not.toMatch(/faultbook/i);
});

test.for([
  ['/', '$files'],
  ['/kb/', '$files_kb'],
  ['/team-a/kb.v2/', '$files_team_a_kb_v2'],
] as const)('sites on one nginx have variables of their own: %s has %s', ([base, variable]) => {
  const nginx = hostFiles({ base, headers, redirects: [] })['nginx.conf'];
  expect(nginx).toContain(`set ${variable} /srv/site;`);
  expect(nginx).toContain(`alias ${variable}/;`);
});

test('a header that nginx or Caddy would interpret is refused', () => {
  for (const value of ['a "quoted" word', '$uri', '{path}', 'a\\b'])
    expect(() => hostFiles({ base: '/', headers: { 'X-Test': value }, redirects: [] }), value).toThrow(value);
});

/** https://developers.cloudflare.com/pages/configuration/headers/ and …/redirects/ */
describe('within the limits of Cloudflare Pages', () => {
  const ids = Array.from({ length: 1000 }, (_, at) => `symptom-with-a-name-of-the-usual-length-${at}`);
  const content = {
    articles: [{ slug: 'a', aliases: [], moved: [], symptoms: ids.map((id) => ({ id, aliases: [`former-${id}`] })) }],
    technologies: [],
  };
  const lines = (text: string | undefined) => text?.trimEnd().split('\n') ?? [];
  const files = hostFiles({ base: '/kb/', headers, redirects: serverRedirects(redirectsOf(content, permalinksFor('/kb/'))) });

  test('a thousand symptoms, each renamed once: static redirects only, half of the 2,000 that are allowed', () => {
    const rules = lines(files['_redirects']);
    expect(rules).toHaveLength(1000);
    for (const rule of rules) {
      expect(rule).not.toMatch(/[*:]/);
      expect(rule.length).toBeLessThan(1000);
    }
  });

  test('a handful of rules for headers, however large the site', () => {
    expect(lines(files['_headers']).filter((line) => line.startsWith('/')).length).toBeLessThan(100);
  });
});
