/**
 * `npm run bench:pages`: runs Lighthouse on the site's pages, and on the same article as other site generators build it.
 *
 * OUT_DIR and BASE_PATH name the built site; `--only faultbook,vitepress` measures only these generators; `--runs` is the number
 * of loads of each page; `--write` puts the table into the README.
 */
import { readFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import type { Report } from 'lighthouse';
import { buildPeer, publishedArticle } from '../tests/bench/build-peer.ts';
import { installPackages } from '../tests/bench/install-packages.ts';
import type { PageReport } from '../tests/bench/lighthouse.ts';
import { nameAndVersion, peers, type Peer } from '../tests/bench/peers.ts';
import { quantile } from '../tests/bench/quantile.ts';
import { markdownTable, writeBetween } from '../tests/bench/table.ts';
import { measuredPages } from './measured-pages.ts';
import { serveSite } from './server.ts';

const bench = path.resolve(import.meta.dirname, '../tests/bench');
const own = 'faultbook';
const ids = [own, ...peers.map(({ id }) => id)];
const { values } = parseArgs({
  options: {
    only: { type: 'string', default: ids.join(',') },
    runs: { type: 'string', default: '3' },
    write: { type: 'boolean', default: false },
  },
});
const chosen = values.only.split(',');
const unknown = chosen.filter((id) => !ids.includes(id));
if (unknown.length > 0)
  throw new Error(`--only does not know "${unknown.join(', ')}". It takes any of ${ids.join(', ')}, with commas between.`);
if (values.write && chosen.length < ids.length) throw new Error('--write needs all rows: leave out --only.');
const runs = Number(values.runs);
if (!Number.isInteger(runs) || runs < 1) throw new Error(`--runs takes a whole number from 1, not "${values.runs}".`);

const folder = process.env['OUT_DIR'] ?? 'dist';
const pages = measuredPages(folder);
const article = publishedArticle(readFileSync(path.join(folder, pages.article.replace(/\/$/, '.md')), 'utf8'));

/** A built site, and the pages of it to measure, by the name of their row. */
interface Site {
  folder: string;
  base: string;
  rows: readonly (readonly [name: string, page: string])[];
}

const ownSite = (): Site => {
  const { front, article: largest, symptom, search } = pages;
  const rows = Object.entries({ 'front page': front, 'the article, diagrams and all': largest, 'a symptom': symptom, search });
  return { folder, base: process.env['BASE_PATH'] ?? '/', rows: rows.map(([name, page]) => [`Faultbook, ${name}`, page] as const) };
};

/** Builds the site of a peer; undefined when the build fails, so that the others are still measured. */
function peerSite(peer: Peer): Site | undefined {
  console.error(`${nameAndVersion(peer)} is built …`);
  try {
    const built = buildPeer(peer, article);
    return { folder: built, base: '/', rows: [[nameAndVersion(peer), peer.page]] };
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return undefined;
  }
}

/** Measures in rounds. Each round loads every page once, so that other load on the machine affects all pages alike. */
async function measure(sites: readonly Site[]): Promise<Map<string, PageReport>> {
  const { audit, medianOf, testCertificate } = await import('../tests/bench/lighthouse.ts');
  const tls = await testCertificate();
  const servers = await Promise.all(sites.map((site) => serveSite({ ...site, port: 0, tls })));
  const addresses = sites.flatMap(({ rows }, at) => rows.map(([name, page]) => [name, new URL(page, servers[at]?.url).href] as const));
  try {
    const reports = new Map(addresses.map(([name]) => [name, [] as Report[]]));
    for (let round = 1; round <= runs; round++) {
      const [load = 0] = loadavg();
      console.error(`Round ${round} of ${runs}; the machine's load is ${load.toFixed(1)}. Above 1, times are too long.`);
      loads.push(load);
      for (const [name, address] of addresses) reports.get(name)?.push(await audit(address));
    }
    return new Map([...reports].map(([name, ofPage]) => [name, medianOf(ofPage)]));
  } finally {
    await Promise.all(servers.map((server) => server.close()));
  }
}

const row = ([name, { scores, largestPaint, blocked, shift, bytes, requests }]: readonly [string, PageReport]) => [
  name,
  ...scores.map((score) => score.toFixed(0)),
  (largestPaint / 1000).toFixed(2),
  blocked.toFixed(0),
  shift.toFixed(3),
  (bytes / 1024).toFixed(0),
  String(requests),
];
const head = ['page', 'performance', 'accessibility', 'best practices', 'SEO', 'LCP s', 'TBT ms', 'CLS', 'kB', 'requests'];

console.error('Installing Lighthouse and the other generators …');
installPackages(bench);
const chosenPeers = peers.filter(({ id }) => chosen.includes(id));
const built = chosenPeers.map((peer) => [peer, peerSite(peer)] as const);
const sites = [...(chosen.includes(own) ? [ownSite()] : []), ...built.flatMap(([, site]) => site ?? [])];
if (sites.length === 0) throw new Error('There is nothing to measure: no site was built.');
const loads: number[] = [];
const measured = [...(await measure(sites))];
for (const [name, { flaws }] of measured) for (const flaw of flaws) console.error(`${name}: ${flaw}`);

const failed = built.filter(([, site]) => !site).map(([{ name }]) => name);
const reports = measured.map(([, report]) => report);
const power = quantile(
  reports.map((report) => report.power),
  0.5,
);
const said = `Lighthouse ${reports[0]?.version}, its phone and slow 4G, HTTP/2; ${runs === 1 ? 'one run' : `median of ${runs} runs`}; benchmark index of the machine ${power.toFixed(0)}, its load up to ${Math.max(...loads).toFixed(1)}.`;
const missing = failed.length > 0 ? `\n\nNot built, so not measured: ${failed.join(', ')}.` : '';
const table = `${said}\n\n${markdownTable(head, measured.map(row))}${missing}`;
console.log(`\n${table}`);
if (values.write) await writeBetween('README.md', 'bench:pages', table);
