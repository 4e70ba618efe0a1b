import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { checkAll } from '../../src/check/index.ts';
import { noMemory } from '../../src/check/memory.ts';
import { makeArticle } from '../../scripts/new/make-article.ts';
import { readContent } from '../../src/content/read-content.ts';
import { launchBrowser } from '../../src/render/browser.ts';
import { drawDiagrams, type Drawing, type DrawResult } from '../../src/render/diagrams/index.ts';
import { article, contentRoot, editContent, issueLine, validRoot } from './content-root.ts';

/** A browser that cannot be started: a test that uses it shows that no browser is needed. */
const noBrowser = () => vi.stubEnv('FAULTBOOK_CHROMIUM', '/no/such/browser');

const flow = (...lines: string[]) => ['flowchart TB', '  accTitle: A title', '  accDescr: A description', ...lines].join('\n');

/** A source that no run has drawn before, so that it is not in the cache. */
const fresh = (...lines: string[]) => `${flow(...lines)}\n  %% ${crypto.randomUUID()}`;

function drawingOf(result: DrawResult | undefined): Drawing {
  if (!result?.ok) throw new Error(result?.reason ?? 'no result');
  return result.drawing;
}

afterAll(() => {
  vi.unstubAllEnvs();
});

test('a diagram that Mermaid cannot read is reported with the line of the mistake', async () => {
  const root = await contentRoot();
  await editContent(root, article, [['  producer["Producer"] --> queue["Queue"]:::fault', '  producer["Producer"] --> queue[["Queue"']]);
  const { issues } = await checkAll(root, root, noMemory());
  expect(issues.map(issueLine)).toEqual([
    expect.stringMatching(
      new RegExp(`^diagram ${article}:149:1 found a diagram that cannot be drawn: Parse error.* mend correct the Mermaid source`),
    ),
  ]);
}, 60_000);

test('a diagram that a phone cannot show is reported, with its widest row', async () => {
  const root = await contentRoot();
  const row = ['first box of many', 'second box of many', 'third box of many', 'fourth box'];
  const wide = row.map((label, at) => `  producer --> wide${at}["${label}"]`).join('\n');
  await editContent(root, article, [
    ['  producer["Producer"] --> queue["Queue"]:::fault', `  producer["Producer"] --> queue["Queue"]:::fault\n${wide}`],
  ]);
  const { issues } = await checkAll(root, root, noMemory());
  expect(issues.map(issueLine)).toEqual([
    expect.stringMatching(
      /^diagram .* found a diagram of \d+ px, .* its widest row is .*"first box of many", .* mend make it at most 433 px wide/,
    ),
  ]);
}, 60_000);

test.for([
  ['queue["Queue"]:::ask', /found the question "Queue" in a box mend write queue\{"…"\}:::ask/],
  ['queue{"Queue"}:::fault', /found the diamond "Queue", which is not marked as a question mend write queue\["…"\]/],
] as const)('a question is a diamond, and nothing else is: %s', { timeout: 60_000 }, async ([node, issue]) => {
  const root = await contentRoot();
  await editContent(root, article, [['  producer["Producer"] --> queue["Queue"]:::fault', `  producer["Producer"] --> ${node}`]]);
  const { issues } = await checkAll(root, root, noMemory());
  expect(issues.map(issueLine)).toEqual([expect.stringMatching(issue)]);
});

test('the diagrams of a new article can be drawn', async () => {
  const root = await contentRoot();
  await makeArticle(root, 'queue-lost', await readContent(root), '2031-02-03');
  const { issues, corpus } = await checkAll(root, root, noMemory());
  const article = corpus.articles.find(({ slug }) => slug === 'queue-lost');
  expect(article?.body.code.filter(({ language }) => language === 'mermaid')).toHaveLength(2);
  expect(issues.filter(({ kind }) => kind === 'diagram')).toEqual([]);
});

test('a diagram of another type than a flowchart is not accepted, because it would have no words', async () => {
  const root = await contentRoot();
  await editContent(root, article, [
    ['flowchart TB', 'sequenceDiagram'],
    ['  producer["Producer"] --> queue["Queue"]:::fault\n', '  Producer->>Queue: job\n'],
    ['  click queue href "#broker-job-refused"\n', ''],
  ]);
  const { issues } = await checkAll(root, root, noMemory());
  expect(issues.map(({ kind, found }) => [kind, found])).toEqual([['diagram', expect.stringContaining('only flowcharts')]]);
});

test('a bad diagram does not hide the good ones of the same run', async () => {
  const [good, bad, alsoGood] = await drawDiagrams([fresh('a --> b'), fresh('a --> ['), fresh('c --> d')]);
  expect([good?.ok, bad?.ok, alsoGood?.ok]).toEqual([true, false, true]);
}, 60_000);

describe('what was drawn before', () => {
  test('comes without a browser', async () => {
    await checkAll(validRoot, validRoot, noMemory());
    noBrowser();
    const { issues } = await checkAll(validRoot, validRoot, noMemory());
    expect(issues).toEqual([]);
    await expect(drawDiagrams([fresh('a --> b')])).rejects.toThrow('FAULTBOOK_CHROMIUM');
    vi.unstubAllEnvs();
  }, 60_000);

  test('is not used for a source that differs', async () => {
    const [one, two] = await drawDiagrams([flow('a["One"]'), flow('a["Two"]')]);
    expect([drawingOf(one).nodes[0]?.label, drawingOf(two).nodes[0]?.label]).toEqual(['One', 'Two']);
  }, 60_000);
});

describe('a drawing', () => {
  let drawing: Drawing;
  beforeAll(async () => {
    const [result] = await drawDiagrams([
      flow(
        'app["Web workers<br/>(12 × 4)"] -->|"SET"| store:::fault',
        'subgraph host["Container, limit 4 GiB"]',
        'store[("Redis &amp; friends")]',
        'end',
        'long["WWWWWW MMMMMM iiiiii 0123456789 refused"] -.-> app',
        'click store href "#raise-maxmemory"',
      ),
    ]);
    drawing = drawingOf(result);
  }, 60_000);

  test('says the same in words', () => {
    expect(drawing).toMatchObject({ title: 'A title', description: 'A description' });
    expect(drawing.nodes.map(({ id, label, group, url }) => [id, label, group, url])).toEqual(
      expect.arrayContaining([
        ['app', 'Web workers (12 × 4)', undefined, undefined],
        ['store', expect.stringContaining('Redis'), 'Container, limit 4 GiB', '#raise-maxmemory'],
      ]),
    );
    expect(drawing.edges).toContainEqual({ from: 'app', to: 'store', label: 'SET' });
  });

  test('has a fixed size, and neither colours, styles nor scripts of its own', () => {
    const tag = /^<svg [^>]*>/.exec(drawing.svg)?.[0];
    expect(tag).toContain(` width="${drawing.width}"`);
    expect(tag).toContain(` height="${drawing.height}"`);
    expect(drawing.svg).not.toMatch(/<style|<script|style=|on\w+=|fill="#|stroke="#|xlink:href/);
  });

  test('keeps the classes and links that the style sheet and the page need', () => {
    expect(drawing.svg).toMatch(/class="[^"]*\bfault\b/);
    expect(drawing.svg).toContain('href="#raise-maxmemory"');
  });

  test('was measured with the font of the site, so that no label is cut', async () => {
    const font = await readFile(new URL('../../src/fonts/atkinson-hyperlegible-next.woff2', import.meta.url), 'base64');
    const browser = await launchBrowser();
    const page = await browser.newPage();
    await page.setContent(
      `<style>@font-face { font-family: Site; src: url(data:font/woff2;base64,${font}); font-weight: 400 700 } svg { font: 15px Site }</style>${drawing.svg}`,
    );
    const room = await page.evaluate(async () => {
      await document.fonts.load('15px Site');
      const widthOf = (element: Element | null) => element?.getBoundingClientRect().width ?? 0;
      const boxes = [...document.querySelectorAll('g.node')].filter((node) => node.querySelector('rect.label-container'));
      return boxes.map((box) => Math.round(widthOf(box.querySelector('rect')) - widthOf(box.querySelector('text'))));
    });
    await browser.close();
    // A box is as wide as its label and the padding on both sides, which is 20 pixels each.
    expect(room).toHaveLength(2);
    for (const pixels of room) expect(pixels).toBeCloseTo(40, -1);
  }, 60_000);
});
