import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { inlineCodeOf } from '../../../src/security/inline-code.ts';
import { contentPolicy } from '../../../src/security/policy.ts';

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
