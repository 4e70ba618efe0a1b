/** Draws diagrams with Mermaid in a headless browser. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { availableParallelism } from 'node:os';
import type { Browser, Page } from 'playwright';
import type { MermaidConfig } from 'mermaid';
import { cacheKey } from '../cache.ts';
import { faces } from '../pictures/faces.ts';
import type { DrawResult } from './drawing.ts';
import type { PageDiagram, PageResult } from './in-page/index.ts';
import { pageScript, pageScriptSources } from './page-script.ts';

const { resolve } = createRequire(import.meta.url);
const mermaidScript = resolve('mermaid/dist/mermaid.min.js');
/** The weights in which labels are set; the files have all characters of the typeface. */
const font = { family: 'Site Sans', faces: [faces.text, faces.mark] };

/** Mermaid's configuration. It sets only sizes, which decide the layout; colours come from the site's style sheet. */
const config: MermaidConfig = {
  startOnLoad: false,
  securityLevel: 'strict',
  theme: 'base',
  look: 'classic',
  layout: 'dagre',
  fontFamily: font.family,
  fontSize: 15,
  htmlLabels: false,
  deterministicIds: true,
  themeVariables: { fontSize: '15px', fontFamily: font.family },
  flowchart: {
    htmlLabels: false,
    curve: 'basis',
    padding: 10,
    nodeSpacing: 24,
    rankSpacing: 26,
    wrappingWidth: 200,
    minNodeWidth: 30,
    diagramPadding: 4,
    subGraphTitleMargin: { top: 4, bottom: 18 },
    useMaxWidth: false,
  },
};

let key: Promise<string> | undefined;

/** Returns a key of everything else that a drawing depends on. When the key changes, every diagram is drawn again. */
export const rendererKey = (): Promise<string> => (key ??= readRenderer());

async function readRenderer(): Promise<string> {
  const own = await readFile(new URL('./renderer.ts', import.meta.url));
  const { version } = JSON.parse(await readFile(resolve('mermaid/package.json'), 'utf8')) as { version: string };
  return cacheKey(version, own, ...(await pageScriptSources()), ...(await Promise.all(font.faces.map(({ file }) => readFile(file)))));
}

/** The share of diagrams that is worth a page of its own: a page takes about a second to load Mermaid, in which it could draw this many. */
const fewestForPage = 10;

/**
 * Draws diagrams in as many browser pages as there are processors. Each page gets its share at once, because this process may be too busy
 * to hand out diagrams one by one.
 *
 * @param browser a running browser
 * @param diagrams sources, each with the prefix of its elements' ids
 * @returns a result for each, in order
 */
export async function renderDiagrams(browser: Browser, diagrams: readonly PageDiagram[]): Promise<DrawResult[]> {
  const script = await pageScript();
  const pages = Math.min(availableParallelism(), Math.ceil(diagrams.length / fewestForPage));
  const shares = Array.from({ length: pages }, (_, page) => diagrams.filter((_, index) => index % pages === page));
  const drawn = await Promise.all(shares.map((share) => renderShare(browser, script, share)));
  return diagrams.map((_, index) => toResult(drawn[index % pages]?.[Math.floor(index / pages)]));
}

async function renderShare(browser: Browser, script: string, share: readonly PageDiagram[]): Promise<PageResult[]> {
  const page = await browser.newPage();
  try {
    await preparePage(page, script);
    return await page.evaluate((diagrams) => drawAll(diagrams), share);
  } finally {
    await page.close();
  }
}

/** Loads the site's font in the page before Mermaid measures labels, so that no label is cut off. */
async function preparePage(page: Page, script: string): Promise<void> {
  const rules = font.faces.map(async ({ weight, file }) => {
    const data = await readFile(file, 'base64');
    return `@font-face { font-family: "${font.family}"; src: url(data:font/ttf;base64,${data}); font-weight: ${weight}; }`;
  });
  await page.setContent(
    `<!doctype html><meta charset="utf-8"><style>
      ${(await Promise.all(rules)).join('\n')}
      body { font: 15px "${font.family}"; }
    </style>`,
  );
  await page.addScriptTag({ path: mermaidScript });
  await page.addScriptTag({ content: script });
  await page.evaluate(
    async ({ family, settings }) => {
      await document.fonts.load(`15px "${family}"`);
      await document.fonts.load(`600 15px "${family}"`);
      initialiseMermaid(settings);
    },
    { family: font.family, settings: config },
  );
}

function toResult(result: PageResult = { reason: 'the page did not answer' }): DrawResult {
  if ('drawing' in result) return { ok: true, drawing: result.drawing };
  const line = /line (\d+)/i.exec(result.reason)?.[1];
  return { ok: false, reason: result.reason.replace(/\s*\n[\s\S]*$/, ''), line: line ? Number(line) : undefined };
}
