/** Lighthouse on the project's browser, as on a mid-range phone. Its packages must be installed before this is imported. */
import { launch } from 'chrome-launcher';
import lighthouse, { type Report } from 'lighthouse';
import { generate } from 'selfsigned';
import { findBrowser } from '../../src/render/browser.ts';
import { quantile } from './quantile.ts';

/** The categories of Lighthouse, in the order of the table. */
export const categories = ['performance', 'accessibility', 'best-practices', 'seo'] as const;

/** What Lighthouse said of a page: the median of several runs. */
export interface PageReport {
  /** 0 to 100, in the order of {@link categories}. */
  scores: readonly number[];
  /** Milliseconds until the largest text or picture is painted, and for which the page takes no input. */
  largestPaint: number;
  blocked: number;
  /** Cumulative layout shift, without unit. */
  shift: number;
  /** What is downloaded, as transferred, headers included. */
  bytes: number;
  requests: number;
  /** What cost points in any run. */
  flaws: readonly string[];
  /** How fast the machine was at the time, by Lighthouse's own measure, and which Lighthouse it was. */
  power: number;
  version: string;
}

/**
 * Loads a page as for the first time, in a browser of its own: Lighthouse empties the caches of one that it is given, not what sites store.
 *
 * @param address the page
 * @throws when it does not load
 */
export async function audit(address: string): Promise<Report> {
  const { executablePath, args, env } = await findBrowser();
  const chrome = await launch({
    chromePath: executablePath,
    chromeFlags: [...args, '--headless', '--ignore-certificate-errors'],
    envVars: env,
  });
  try {
    const report = (await lighthouse(address, { port: chrome.port, logLevel: 'error', onlyCategories: categories }))?.lhr;
    if (!report || report.runtimeError)
      throw new Error(`Lighthouse could not load ${address}: ${report?.runtimeError?.message ?? 'no report'}`);
    return report;
  } finally {
    chrome.kill();
  }
}

/** Makes a key and a certificate for `localhost`: browsers speak HTTP/2, which every host of sites does, over TLS only. */
export async function testCertificate(): Promise<{ key: string; cert: string }> {
  const { private: key, cert } = await generate([{ name: 'commonName', value: 'localhost' }]);
  return { key, cert };
}

/**
 * The median of what several runs said of a page, value by value.
 *
 * @param reports one for each run
 */
export function medianOf(reports: readonly Report[]): PageReport {
  const median = (valueOf: (report: Report) => number) => quantile(reports.map(valueOf), 0.5);
  const audited = (id: string) => median(({ audits }) => audits[id]?.numericValue ?? NaN);
  return {
    scores: categories.map((id) => median((report) => (report.categories[id]?.score ?? NaN) * 100)),
    largestPaint: audited('largest-contentful-paint'),
    blocked: audited('total-blocking-time'),
    shift: audited('cumulative-layout-shift'),
    bytes: audited('total-byte-weight'),
    requests: median(requestsOf),
    flaws: [...new Set(reports.flatMap(flawsOf))],
    power: median(({ environment }) => environment.benchmarkIndex),
    version: reports[0]?.lighthouseVersion ?? '',
  };
}

/** Pictures that stand in a style sheet are listed as well, but nothing is asked for them. */
const requestsOf = ({ audits }: Report): number =>
  (audits['network-requests']?.details?.items ?? []).filter(({ url = '' }) => !url.startsWith('data:')).length;

/** The audits that cost half a point of their category or more, so that it is below 100. */
const flawsOf = ({ categories: judged, audits }: Report): string[] =>
  Object.values(judged).flatMap(({ title, auditRefs }) => {
    const weights = auditRefs.reduce((sum, { weight }) => sum + weight, 0);
    return auditRefs.flatMap(({ id, weight }) => {
      const audit = audits[id];
      const cost = typeof audit?.score === 'number' ? (100 * weight * (1 - audit.score)) / weights : 0;
      if (!audit || cost < 0.5) return [];
      return [`${title}: ${audit.title}${audit.displayValue ? ` (${audit.displayValue})` : ''} costs ${cost.toFixed(1)} points`];
    });
  });
