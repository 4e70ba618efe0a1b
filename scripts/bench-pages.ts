/**
 * `npm run bench:pages`: what Lighthouse says of the site's pages, and of the same article as other site generators build it.
 *
 * OUT_DIR and BASE_PATH say which built site; `--only faultbook,vitepress` leaves the others out; `--runs` says how often each
 * page is loaded; `--write` puts the table into the README.
 */
import { readFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { installPackages } from '../tests/bench/install-packages.ts';
import type { Auditor, PageReport } from '../tests/bench/lighthouse.ts';
import { buildPeer, nameAndVersion, peers, publishedArticle } from '../tests/bench/peers.ts';
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

/** A site to measure: its rows of the table with the paths of their pages. */
interface Site {
  folder: string;
  base: string;
  rows: readonly (readonly [name: string, page: string])[];
}

/** Building may fail for one without the others being lost. */
function siteOf(id: string): Site | undefined {
  const peer = peers.find((one) => one.id === id);
  if (peer) {
    console.error(`${nameAndVersion(peer)} is built …`);
    try {
      const built = buildPeer(peer, article, path.resolve('public/favicon.svg'));
      return { folder: built, base: '/', rows: [[nameAndVersion(peer), peer.page]] };
    } catch (error) {
      failed.push(peer.name);
      console.error(error instanceof Error ? error.message : error);
      return undefined;
    }
  }
  const { front, article: largest, symptom, search } = pages;
  const rows = Object.entries({ 'front page': front, 'the article, diagrams and all': largest, 'a symptom': symptom, search });
  return { folder, base: process.env['BASE_PATH'] ?? '/', rows: rows.map(([name, page]) => [`Faultbook, ${name}`, page] as const) };
}

async function measure(site: Site, auditor: Auditor): Promise<void> {
  const server = await serveSite({ ...site, port: 0 });
  try {
    for (const [name, page] of site.rows) {
      console.error(`${name} …`);
      const report = await auditor.audit(new URL(page, server.url).href, runs);
      for (const flaw of report.flaws) console.error(`  ${flaw}`);
      reports.push({ name, ...report });
    }
  } finally {
    await server.close();
  }
}

const row = ({ name, scores, largestPaint, blocked, shift, bytes, requests }: PageReport & { name: string }) => [
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
const { openAuditor } = await import('../tests/bench/lighthouse.ts');
const failed: string[] = [];
const reports: (PageReport & { name: string })[] = [];
const sites = chosen.map(siteOf).filter((site) => site !== undefined);
console.error(`The machine's load is ${loadavg()[0]?.toFixed(1)}; above 1, times are too long.`);
const auditor = await openAuditor();
try {
  for (const site of sites) await measure(site, auditor);
} finally {
  auditor.close();
}
if (reports.length === 0) throw new Error('Nothing was measured: no site was built.');
const power = quantile(
  reports.map((report) => report.power),
  0.5,
);
const said = `Lighthouse ${reports[0]?.version}, its phone and slow 4G; ${runs === 1 ? 'one run' : `median of ${runs} runs`}; benchmark index of the machine ${power.toFixed(0)}.`;
const missing = failed.length > 0 ? `\n\nNot built, so not measured: ${failed.join(', ')}.` : '';
const table = `${said}\n\n${markdownTable(head, reports.map(row))}${missing}`;
console.log(`\n${table}`);
if (values.write) await writeBetween('README.md', 'bench:pages', table);
