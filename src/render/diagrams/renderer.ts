/** Draws diagrams with Mermaid in a headless browser. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Browser, Page } from 'playwright';
import type { MermaidConfig } from 'mermaid';
import { cacheKey } from '../cache.ts';
import { drawInPage, type PageResult } from './draw-in-page.ts';
import type { DrawResult } from './drawing.ts';
import { smoothPath } from './smooth.ts';

const { resolve } = createRequire(import.meta.url);
const mermaidScript = resolve('mermaid/dist/mermaid.min.js');
const font = { family: 'Faultbook Sans', file: new URL('../../fonts/atkinson-hyperlegible-next.woff2', import.meta.url) };

/** Sizes count for the layout, so they are fixed here; colours come from the site's style sheet. */
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

/** What a drawing depends on besides its source: change it, and every diagram is drawn anew. */
export async function rendererKey(): Promise<string> {
  const own = await Promise.all(
    ['./renderer.ts', './draw-in-page.ts', './smooth.ts'].map((file) => readFile(new URL(file, import.meta.url))),
  );
  const { version } = JSON.parse(await readFile(resolve('mermaid/package.json'), 'utf8')) as { version: string };
  return cacheKey(version, ...own, await readFile(font.file));
}

/**
 * Draws diagrams, one after the other, on one page of a browser.
 *
 * @param browser a running browser
 * @param diagrams sources, each with the id that its elements get as prefix
 * @returns a result for each, in order
 */
export async function renderDiagrams(browser: Browser, diagrams: readonly { id: string; source: string }[]): Promise<DrawResult[]> {
  const page = await browser.newPage();
  try {
    await preparePage(page);
    const results: DrawResult[] = [];
    for (const diagram of diagrams) results.push(toResult(await page.evaluate(drawInPage, diagram)));
    return results;
  } finally {
    await page.close();
  }
}

/** The page has the site's font while Mermaid measures, so that no label is cut. */
async function preparePage(page: Page): Promise<void> {
  const data = (await readFile(font.file)).toString('base64');
  await page.setContent(
    `<!doctype html><meta charset="utf-8"><style>
      @font-face { font-family: "${font.family}"; src: url(data:font/woff2;base64,${data}) format("woff2"); font-weight: 400 700; }
      body { font: 15px "${font.family}"; }
    </style>`,
  );
  await page.addScriptTag({ path: mermaidScript });
  await page.evaluate(
    async ({ family, settings }) => {
      await document.fonts.load(`15px "${family}"`);
      await document.fonts.load(`600 15px "${family}"`);
      mermaid.initialize(settings);
    },
    { family: font.family, settings: config },
  );
}

/** Only connections have no class: they stand in groups that have it. */
const connection = /<path d="([MLC\d.,\s-]+)">/g;

function toResult(result: PageResult): DrawResult {
  if ('drawing' in result) {
    const { drawing } = result;
    return {
      ok: true,
      drawing: { ...drawing, svg: drawing.svg.replace(connection, (_, path: string) => `<path d="${smoothPath(path)}">`) },
    };
  }
  const line = /line (\d+)/i.exec(result.reason)?.[1];
  return { ok: false, reason: result.reason.replace(/\s*\n[\s\S]*$/, ''), line: line ? Number(line) : undefined };
}
