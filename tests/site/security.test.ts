import { expect } from '@playwright/test';
import { addressOfFile } from '../builds.ts';
import { test } from './build-under-test.ts';

const metaPolicy = /<meta http-equiv="Content-Security-Policy" content="([^"]+)">/;
const hashesIn = (policy: string) => policy.match(/'sha256-[^']+'/g) ?? [];

test('every page has its policy and its headers', async ({ request, pages, url }) => {
  test.setTimeout(20 * 60_000); // asks the server for every page
  for (const [file, html] of pages) {
    const [, policy = ''] = metaPolicy.exec(html) ?? [];
    expect(policy, file).toMatch(/^default-src 'none'; script-src 'self'/);
    expect(policy, file).not.toMatch(/unsafe-inline|'unsafe-eval'|\*|http/);
    expect(html.search(metaPolicy), file).toBeLessThan(html.search(/<(script|style|link)\b/));
    expect(html, `${file}: no policy allows a handler or style in an attribute`).not.toMatch(/<[a-z][^<>]*\s(on\w+|style)="/);
    const headers = (await request.head(new URL(addressOfFile(file), url).href)).headers();
    const sent = headers['content-security-policy'] ?? '';
    expect(sent, file).toContain("frame-ancestors 'none'");
    expect(hashesIn(sent), file).toEqual(expect.arrayContaining(hashesIn(policy)));
    expect(headers, file).toMatchObject({ 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer' });
    expect(headers['cache-control'], file).toBe('public, max-age=0, must-revalidate');
  }
});
