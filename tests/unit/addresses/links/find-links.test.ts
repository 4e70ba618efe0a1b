import { describe, expect, test } from 'vitest';
import { findLinks } from '../../../../src/addresses/links/find-links.ts';

const home = 'https://kb.example/kb/';
const page = 'https://kb.example/kb/symptoms/queue-full/';
const urlsIn = (text: string, site = home) => findLinks(text, site).map(({ url }) => url);

describe('a link is found without the text around it', () => {
  test.for([
    ['alone', page, page],
    ['at the end of a sentence', `See ${page}.`, page],
    ['before an ellipsis', `${page}#fix...`, `${page}#fix`],
    ['in angle brackets', `<${page}>`, page],
    ['in brackets', `(see ${page})`, page],
    ['in quotation marks', `"${page}", '${page}'`, page],
    ['in Slack markup', `<${page}|queue is full>`, page],
    ['in Jira markup', `[queue is full|${page}#fix]`, `${page}#fix`],
    ['in bold', `**${page}**`, page],
    ['in a cell of CSV', `OPS-1,${page},open`, page],
    ['in HTML inside of CSV', `"<a href=""${page}"">x</a>"`, page],
    ['in an attribute without quotation marks', `<a href=${page}>x</a>`, page],
    ['in HTML that was escaped', `&lt;a href=&quot;${page}&quot;&gt;`, page],
    ['in JSON that escapes slashes', JSON.stringify({ url: page }).replaceAll('/', '\\/'), page],
    ['in JSON inside of JSON', JSON.stringify(JSON.stringify({ url: page }).replaceAll('/', '\\/')), page],
    ['in JSON that escapes brackets', `{"text": "\\u003c${page}\\u003e"}`, page],
    ['before an escaped line break', `{"text": "see ${page}\\nthen"}`, page],
    ['with signs by their names', 'https&colon;&sol;&sol;kb&period;example&sol;kb&sol;a&lowbar;b&sol;', 'https://kb.example/kb/a_b/'],
    ['with slashes as entities', page.replaceAll('/', '&#x2F;'), page],
    ['before a letter of another script', `${page}を見て`, page],
    ['with an uppercase host', 'HTTPS://KB.Example/kb/symptoms/a/', 'HTTPS://KB.Example/kb/symptoms/a/'],
    ['by http', 'http://kb.example/kb/', 'http://kb.example/kb/'],
    ['without a scheme', 'kb.example/kb/symptoms/a/', 'kb.example/kb/symptoms/a/'],
    ['with the port that is the default', 'https://kb.example:443/kb/', 'https://kb.example:443/kb/'],
    ['with an escaped slash', 'https://kb.example/kb/symptoms%2Fa', 'https://kb.example/kb/symptoms%2Fa'],
    ['with a query', `${page}?utm_source=mail&amp;x=1#fix`, `${page}?utm_source=mail&x=1#fix`],
    ['with a part that a template fills in', `${page}{{ $labels.id }}/`, `${page}{{ $labels.id }}/`],
    ['to the front page without its slash', 'https://kb.example/kb', 'https://kb.example/kb'],
  ] as const)('%s', ([, text, url]) => {
    expect(new Set(urlsIn(text))).toEqual(new Set([url]));
  });
});

test.for([
  ['another host', 'https://kb.example.org/kb/symptoms/a/'],
  ['a host that ends alike', 'https://old-kb.example/kb/'],
  ['another port', 'https://kb.example:8080/kb/'],
  ['outside of the base path', 'https://kb.example/shop/'],
  ['a path that begins alike', 'https://kb.example/kbase/'],
  ['another path and a query', 'https://kb.example/ab?x'],
  ['a mail address', 'ops@kb.example/kb/'],
  ['the host alone', 'kb.example is down'],
] as const)('what is no link to the site is left alone: %s', ([, text]) => {
  expect(urlsIn(text)).toEqual([]);
});

test('at the root of a server everything is on the site', () => {
  expect(urlsIn('https://kb.example https://kb.example/a/ //kb.example/b/', 'https://kb.example/')).toEqual([
    'https://kb.example',
    'https://kb.example/a/',
    '//kb.example/b/',
  ]);
});

test('the place is that in the original text, after escapes too', () => {
  const text = `&amp;&amp; \\/\\/ 😀 https:\\/\\/kb.example\\/kb\\/a\\/, ${page}`;
  expect(findLinks(text, home).map(({ start, end }) => text.slice(start, end))).toEqual(['https:\\/\\/kb.example\\/kb\\/a\\/', page]);
});
