import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { headersAt, headersFile, nginxHeadersFile, readHeadersFile } from '../../../src/security/host-files.ts';
import { inlineCodeOf } from '../../../src/security/inline-code.ts';
import { contentPolicy, securityHeaders } from '../../../src/security/policy.ts';

const source = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
const inline = { scripts: new Set([source('b'), source('a')]), styles: new Set([source('c')]) };
const directives = (policy: string) => new Map(policy.split('; ').map((part) => [part.split(' ')[0], part.split(' ').slice(1)] as const));

test('a policy forbids what it does not name, and allows inline code by its hash only', () => {
  const policy = directives(contentPolicy(inline));
  expect(policy.get('default-src')).toEqual(["'none'"]);
  expect(policy.get('script-src')).toEqual(["'self'", "'wasm-unsafe-eval'", ...[source('a'), source('b')].toSorted()]);
  expect(policy.get('style-src')).toEqual(["'self'", source('c')]);
  expect(contentPolicy(inline)).not.toMatch(/'unsafe-(inline|eval|hashes)'|\*|https?:/);
});

test('inline code is what stands in the page, byte for byte', () => {
  const html = `<style>\n a</style><script type="module">b > "c"</script><script data-x="1 > 0">d</script>
    <script src="/x.js" type="module"></script><script type="application/ld+json">{}</script>`;
  const { scripts, styles } = inlineCodeOf(html);
  expect([...scripts]).toEqual([source('b > "c"'), source('d')]);
  expect([...styles]).toEqual([source('\n a')]);
});

test.for(['/', '/kb/'])('the file for hosts says the same as the headers, below %s', (root) => {
  const headers = securityHeaders(inline);
  const rules = readHeadersFile(headersFile(headers, root));
  expect(Object.fromEntries(headersAt(rules, `${root}articles/any/`))).toEqual(headers);
  for (const file of ['_astro/index.abc.css', 'pagefind/index/en_1.pf_index', 'pagefind/fragment/en_1.pf_fragment']) {
    const asset = headersAt(rules, `${root}${file}`);
    expect(asset).toContainEqual(['Cache-Control', 'public, max-age=31536000, immutable']);
    expect(asset.map(([name]) => name)).toEqual([...new Set(asset.map(([name]) => name))]);
  }
});

test('a path outside of the base path gets no header', () => {
  expect(headersAt(readHeadersFile(headersFile(securityHeaders(inline), '/kb/')), '/other/')).toEqual([]);
});

test('a line that is neither path nor header is reported', () => {
  expect(() => readHeadersFile('/*\n  X-Frame-Options DENY\n')).toThrow('Line 2 of _headers');
  expect(() => readHeadersFile('  X-Frame-Options: DENY\n')).toThrow('Line 1 of _headers');
});

test('nginx gets every header as one quoted value', () => {
  const file = nginxHeadersFile(securityHeaders(inline), '/kb/');
  for (const [name, value] of Object.entries(securityHeaders(inline))) expect(file).toContain(`add_header ${name} "${value}" always;\n`);
  expect(file).toContain('^/kb/(_astro|');
});
