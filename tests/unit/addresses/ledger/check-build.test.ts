import { expect, test } from 'vitest';
import { builtAddresses, readBuiltSite } from '../../../../src/addresses/ledger/built-site.ts';
import { checkBuild, reportDead } from '../../../../src/addresses/ledger/check-build.ts';
import { readLedger, recordAddresses } from '../../../../src/addresses/ledger/ledger.ts';
import { folderOf } from '../../folder-of.ts';

const page =
  '<main id="main"><h1>Queue</h1><h2 class="a > b" id="stop">Stop</h2><section id="raise-it"><span id="raise"></span></section></main>';
const site = {
  'index.html': '<main id="main"><textarea id="paste"></textarea><template><h2 id="unseen"></h2></template></main><h2 id="frame"></h2>',
  '404.html': '<h2 id="lost">Lost</h2>',
  'articles/queue/index.html': page,
  'articles/queue-full/index.html': '<former-address></former-address>',
  'symptoms/index.html': '<main><svg><marker id="d1_end"/></svg></main>',
  'faults.json': '{"faults":[{"id":"a"}]}',
  'sitemap-index.xml': '',
  'sitemap-0.xml': '',
  _redirects: '',
  'nginx.conf': '',
  Caddyfile: '',
  'index.html.gz': '',
  'articles/queue/index.html.br': '',
  '_astro/page.Bq1.css': '',
  'pagefind/index/en_1.pf_index': '',
  'pictures/queue.png': '',
};
const redirects = new Map([
  ['/articles/queue-full/', { from: '/articles/queue-full/', to: '/articles/queue/', anchors: new Map<string, string>() }],
]);

test('the addresses of a build are pages, their pinned ids, and files with permanent names', async () => {
  expect(builtAddresses(await readBuiltSite(await folderOf(site))).toSorted()).toEqual([
    '/',
    '/articles/queue-full/',
    '/articles/queue/',
    '/articles/queue/#raise',
    '/articles/queue/#raise-it',
    '/articles/queue/#stop',
    '/faults.json',
    '/sitemap-index.xml',
    '/symptoms/',
  ]);
});

test('a site is right when all recorded addresses resolve; unrecorded ones are listed', async () => {
  const ledger = recordAddresses('', [
    '/',
    '/articles/queue/#stop',
    '/articles/queue-full/',
    '/articles/queue-full/#raise',
    '/faults.json',
  ]);
  const { dead, unrecorded } = await checkBuild(await folderOf(site), readLedger(ledger.text), redirects);
  expect(dead).toEqual([]);
  expect(unrecorded.toSorted()).toEqual([
    '/articles/queue/',
    '/articles/queue/#raise',
    '/articles/queue/#raise-it',
    '/sitemap-index.xml',
    '/symptoms/',
  ]);
});

test.for([
  ['a page', '/tools/', undefined],
  ['a file', '/llms.txt', undefined],
  ['an anchor', '/articles/queue/#fix', undefined],
  ['an anchor of a former page', '/articles/queue-full/#fix', '/articles/queue/#fix'],
] as const)('%s that no longer exists is reported with its line', async ([, address, leadsTo]) => {
  const { dead } = await checkBuild(await folderOf(site), readLedger(`/\n${address}\n`), redirects);
  expect(dead).toEqual([{ text: address, line: 2, leadsTo: leadsTo ?? address }]);
  const report = reportDead(dead, 'content/ledger.txt');
  expect(report).toContain(`content/ledger.txt:2  ${address}`);
  if (leadsTo) expect(report).toContain(`should lead to ${leadsTo}`);
});

test('a former address without a page of its own is reported, since hosts need not support redirects', async () => {
  const others = Object.fromEntries(Object.entries(site).filter(([file]) => file !== 'articles/queue-full/index.html'));
  const { dead } = await checkBuild(await folderOf(others), readLedger('/articles/queue-full/\n'), redirects);
  expect(dead.map(({ text }) => text)).toEqual(['/articles/queue-full/']);
});

test('with an empty ledger nothing is dead, and everything is unrecorded', async () => {
  const { dead, unrecorded } = await checkBuild(await folderOf(site), readLedger(''), redirects);
  expect(dead).toEqual([]);
  expect(unrecorded).toHaveLength(9);
});
