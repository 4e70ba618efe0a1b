import { expect } from '@playwright/test';
import type { HTMLElement } from 'node-html-parser';
import { documentOf, lineOf, test, type UnderTest } from './build-under-test.ts';
import { cutLabels } from './diagram-labels.ts';
import { testEveryPage } from './every-page.ts';

/** The pages with diagrams, and the diagrams of each. */
const diagramsOf = (pages: UnderTest['pages']): [file: string, page: HTMLElement, diagrams: HTMLElement[]][] =>
  [...pages]
    .map(([file, html]): [string, HTMLElement] => [file, documentOf(html)])
    .map(([file, page]): [string, HTMLElement, HTMLElement[]] => [file, page, page.querySelectorAll('diagram-zoom')])
    .filter(([, , diagrams]) => diagrams.length);

const edgesOf = (drawing: HTMLElement | null) => drawing?.querySelectorAll('.flowchart-link path').length;

test('every diagram has a caption, a description, a fixed size, and the same in words', ({ pages }) => {
  const found = diagramsOf(pages);
  for (const [file, , diagrams] of found)
    for (const diagram of diagrams) {
      const caption = lineOf(diagram.querySelector('figcaption > span') ?? { textContent: '' });
      const where = `${file}: ${caption}`;
      const drawing = diagram.querySelector('svg.flowchart');
      const description = drawing?.getAttribute('aria-label') ?? '';
      expect.soft(description.startsWith(`${caption}. `) && description.length > caption.length + 20, where).toBe(true);
      for (const side of ['width', 'height']) expect.soft(drawing?.getAttribute(side), where).toMatch(/^\d+$/);
      const isDecision = diagram.querySelector('.is-decision') !== null;
      if (isDecision) expect.soft(diagram.querySelectorAll('.is-steps > ol > li > ul > li').length, where).toBe(edgesOf(drawing));
      const [nodes, connections] = isDecision ? [] : diagram.querySelectorAll('details ul, details ol');
      if (!nodes) continue;
      expect.soft(nodes.querySelectorAll('li').length, `${where}: nodes`).toBe(drawing?.querySelectorAll('.node').length);
      expect.soft(connections?.querySelectorAll('li').length, `${where}: connections`).toBe(edgesOf(drawing));
    }
});

test('links in diagrams lead to sections that exist', ({ build, pages }) => {
  for (const [file, page, diagrams] of diagramsOf(pages)) {
    const ids = new Set(page.querySelectorAll('[id]').map(({ id }) => id));
    const own = `${build.base}${file.replace(/index\.html$/, '')}`;
    const dead = diagrams
      .flatMap((diagram) => diagram.querySelectorAll('svg a'))
      .map((link) => new URL(link.getAttribute('href') ?? '', `https://any.example${own}`))
      .filter(({ pathname, hash }) => pathname === own && !ids.has(decodeURIComponent(hash.slice(1))));
    expect
      .soft(
        dead.map(({ href }) => href),
        file,
      )
      .toEqual([]);
  }
});

/** An A4 page within margins of one centimetre, in CSS pixels; a caption needs some of its height. */
const paper = { width: 718, height: 1000 };

testEveryPage('no label of a diagram is cut by its box, and diagrams fit on paper', async ({ page, address, open }) => {
  if (!address.startsWith('articles/')) return;
  await open();
  await page.evaluate(() => document.fonts.ready);
  expect.soft(await cutLabels(page), `/${address}`).toEqual([]);
  await page.setViewportSize(paper);
  await page.emulateMedia({ media: 'print' });
  for (const diagram of await page.locator('svg.flowchart').all()) {
    const box = await diagram.boundingBox();
    expect.soft(box?.width, `/${address}`).toBeLessThanOrEqual(paper.width);
    expect.soft(box?.height, `/${address}`).toBeLessThanOrEqual(paper.height);
  }
});
