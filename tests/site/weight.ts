/** What a page loads before its reader does anything, and what it may load. */
import { gzipSync } from 'node:zlib';
import type { Page, Response } from '@playwright/test';

/** Bytes as they are sent, compressed, and the number of requests. */
export interface Weight {
  /** HTML, style sheets, scripts and what scripts fetch. */
  total: number;
  script: number;
  font: number;
  /** The logo, when it is a picture. */
  image: number;
  /** All but those of images. */
  requests: number;
  /** The words of the page alone. */
  words: number;
  diagrams: number;
}

const kilobyte = 1024;
/** What the markup of words may weigh, as a share of the words themselves. */
const markupOfWords = 0.5;
const mostFonts = 18 * kilobyte;
/** Letters beyond English are loaded by pages with words that need them: they count as little as words do. */
const furtherLetters = /-further\.[^/]+$/;
const mostImages = 8 * kilobyte;
const mostRequests = 9;

/** What a page of a type may weigh, in kilobytes; a budget may shrink, not grow. */
interface Budget {
  /** The page besides its words and diagrams: its frame, style sheets and scripts. */
  base: number;
  /** Each diagram on it. */
  diagram?: number;
  /** The scripts alone. */
  script: number;
  /** All of it, whatever it says. */
  all?: number;
}

const budgets: [type: string, addresses: RegExp, budget: Budget][] = [
  ['the front page', /^$/, { base: 15.5, script: 6.5 }],
  ['an article', /^articles\/.+/, { base: 16.5, diagram: 1.25, script: 4.5, all: 43.25 }],
  ['the list of articles', /^articles\/$/, { base: 11.75, script: 3.75 }],
  ['a symptom', /^symptoms\/.+/, { base: 17.5, diagram: 1.25, script: 5.5, all: 27 }],
  ['the list of symptoms', /^symptoms\/$/, { base: 12.75, script: 4.5 }],
  ['a technology', /^technologies\/.+/, { base: 12, script: 3.75 }],
  ['the search', /^search\/$/, { base: 16.5, script: 8.25 }],
  ['"Use it elsewhere"', /^use\/$/, { base: 14.75, script: 3.75 }],
  ['a page about the offline copy', /^offline\//, { base: 16.25, script: 8.25 }],
  ['a page that does not exist', /^no-such-page\/$/, { base: 15, script: 6.5 }],
];

const compressed = (content: Buffer | string) => gzipSync(content, { level: 9 }).length;
const inKilobytes = (bytes: number) => `${(bytes / kilobyte).toFixed(2)} kB`;

/** Collects what a tab loads from now on. The function that is returned gives the weight of the open page. */
export function watchLoads(page: Page): () => Promise<Weight> {
  const responses: Response[] = [];
  page.on('response', (response) => responses.push(response));
  return async () => {
    const bytes = { document: 0, stylesheet: 0, script: 0, fetch: 0, font: 0, image: 0 };
    const own = responses.filter((response) => !furtherLetters.test(response.url()));
    for (const response of own) {
      const type = response.request().resourceType() as keyof typeof bytes;
      if (!(type in bytes)) throw new Error(`A page loads something that has no budget: ${response.url()}`);
      const body = await response.body();
      bytes[type] += type === 'font' || type === 'image' ? body.length : compressed(body);
    }
    const { font, image, ...rest } = bytes;
    // What is folded too.
    const words = compressed(await page.locator('main').evaluate((main) => main.textContent));
    const diagrams = await page.locator('main svg.flowchart').count();
    return {
      total: Object.values(rest).reduce((sum, part) => sum + part),
      script: rest.script,
      font,
      image,
      requests: own.filter((response) => response.request().resourceType() !== 'image').length,
      words,
      diagrams,
    };
  };
}

/**
 * Compares a page with the budget of its type. Words are free: what is compared is the page besides them, so a budget holds for any
 * number of articles, and says something of style sheets, scripts and markup alone.
 *
 * @param address the page below the site's own address
 * @returns a line for each bound that is broken
 */
export function overBudget(address: string, weight: Weight): string[] {
  const [type, , budget] = budgets.find(([, addresses]) => addresses.test(address)) ?? [];
  if (!type || !budget) return [`/${address} has no budget: add one for pages of its type to tests/site/weight.ts`];
  const { total, script, font, image, requests, words, diagrams } = weight;
  const drawn = diagrams * (budget.diagram ?? 0) * kilobyte;
  const allowed = budget.base * kilobyte + drawn + markupOfWords * words;
  const parts = `${budget.base} kB for ${type}, ${inKilobytes(drawn)} for ${diagrams} diagrams, half of its words (${inKilobytes(words)}) for their markup`;
  return [
    [total - words, allowed, `besides its words (${parts})`] as const,
    [total, (budget.all ?? Infinity) * kilobyte, 'in all'] as const,
    [script, budget.script * kilobyte, 'of scripts'] as const,
    [font, mostFonts, 'of typefaces'] as const,
    [image, mostImages, 'of pictures, such as the logo'] as const,
  ]
    .filter(([weighs, most]) => weighs > most)
    .map(([weighs, most, what]) => `/${address} loads ${inKilobytes(weighs)} ${what}; at most ${inKilobytes(most)}`)
    .concat(requests > mostRequests ? [`/${address} makes ${requests} requests; at most ${mostRequests}`] : []);
}
