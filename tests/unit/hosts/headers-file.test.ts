import { expect, test } from 'vitest';
import { headersAt, headersFile, readHeadersFile } from '../../../src/hosts/headers-file.ts';
import { securityHeaders } from '../../../src/security/policy.ts';

const headers = securityHeaders({ scripts: new Set(["'sha256-a'"]), styles: new Set() });

test.for(['/', '/kb/'])('the file says the same as the headers, below %s', (base) => {
  const rules = readHeadersFile(headersFile({ base, headers }));
  expect(Object.fromEntries(headersAt(rules, `${base}articles/any/`))).toEqual(headers);
  for (const file of ['_astro/index.abc.css', 'pagefind/index/en_1.pf_index', 'pagefind/fragment/en_1.pf_fragment']) {
    const asset = headersAt(rules, `${base}${file}`);
    expect(asset).toContainEqual(['Cache-Control', 'public, max-age=31536000, immutable']);
    expect(asset.map(([name]) => name)).toEqual([...new Set(asset.map(([name]) => name))]);
  }
});

test('a path outside of the base path gets no header', () => {
  expect(headersAt(readHeadersFile(headersFile({ base: '/kb/', headers })), '/other/')).toEqual([]);
});

test('a line that is neither path nor header is told', () => {
  expect(() => readHeadersFile('/*\n  X-Frame-Options DENY\n')).toThrow('Line 2 of _headers');
  expect(() => readHeadersFile('  X-Frame-Options: DENY\n')).toThrow('Line 1 of _headers');
});
