import { describe, expect, test } from 'vitest';
import type { Drawing } from '../../../../src/render/diagrams/drawing.ts';
import { diagramFigure, diagramPicture } from '../../../../src/render/diagrams/figure.ts';
import { attributeOfMarkup, countElements } from '../../read-markup.ts';

const linked: Drawing = {
  svg: '<svg width="90" height="40" class="flowchart"><g><text>App</text></g><a transform="translate(1, 2)" href="#full"><text>Store</text></a></svg>',
  width: 90,
  height: 40,
  title: 'Where it sits',
  description: 'The app writes to the store.',
  nodes: [
    { id: 'app', label: 'App <1> & "co"', group: undefined, url: undefined },
    { id: 'store', label: 'Store', group: 'Container, 4 GiB', url: '#full' },
  ],
  edges: [
    { from: 'app', to: 'store', label: 'SET' },
    { from: 'store', to: 'gone', label: '' },
  ],
};
const unlinked: Drawing = { ...linked, svg: '<svg width="90"><text>App</text></svg>', nodes: linked.nodes.slice(0, 1) };

const resolve = (url: string) => url.replace('#', '/kb/articles/queue/#');
const figure = (drawing: Partial<Drawing> = {}) => diagramFigure({ ...linked, ...drawing }, resolve);
const svgTag = (html: string) => /<svg[^>]*>/.exec(html)?.[0] ?? '';

describe('the figure of a diagram', () => {
  test('links lead where they work on the page, in the picture and in the words', () => {
    const targets = [...figure().matchAll(/<a [^>]*?href="([^"]*)"/g)].map(([, url]) => url);
    expect(targets).toEqual(['/kb/articles/queue/#full', '/kb/articles/queue/#full']);
  });

  test('a link with an ampersand keeps it', () => {
    const url = 'https://example.org/?a=1&b=2';
    const svg = linked.svg.replace('#full', url.replace('&', '&amp;'));
    const seen: string[] = [];
    const html = diagramFigure({ ...linked, svg, nodes: [] }, (found) => {
      seen.push(found);
      return found;
    });
    expect(seen).toEqual([url]);
    expect(html).not.toMatch(/&(amp|#x26|#38);amp;/);
  });

  test('a picture with links is a group, so that they can be reached; one without is an image', () => {
    expect(svgTag(figure())).toContain('role="group"');
    expect(svgTag(diagramFigure(unlinked, resolve))).toContain('role="img"');
  });

  test('the picture is named by title and description, and keeps its size', () => {
    expect(svgTag(figure())).toContain('aria-label="Where it sits. The app writes to the store."');
    expect(svgTag(figure())).toContain('width="90" height="40"');
  });

  test.for([
    ['quotes and angle brackets', 'A "b" <c> & d'],
    ['dollar signs, which are special where texts are replaced', "$& and $' and $$"],
  ] as const)('a title with %s is shown unchanged', ([, title]) => {
    const html = figure({ title });
    expect(countElements(html, 'svg')).toBe(1);
    expect(attributeOfMarkup(html, 'svg', 'aria-label')).toBe(`${title}. The app writes to the store.`);
  });

  test('the words list every node and connection, with labels that are text', () => {
    const items = [...figure().matchAll(/<li>(.*?)<\/li>/g)].map(([, item]) => item);
    expect(items).toEqual([
      'App &#x3C;1> &#x26; "co"',
      '<a href="/kb/articles/queue/#full">Store</a> (in Container, 4 GiB)',
      'App &#x3C;1> &#x26; "co" → Store: SET',
      'Store → gone',
    ]);
  });

  test('the title is the caption, and the description stands above the words', () => {
    expect(figure()).toContain('<figcaption><span>Where it sits</span></figcaption>');
    expect(figure()).toContain('<p>The app writes to the store.</p>');
  });

  test('a wide diagram can be scrolled with the keyboard, and says what it is', () => {
    expect(figure()).toMatch(/<div class="diagram-canvas" tabindex="0" role="region" aria-label="Diagram: Where it sits">/);
  });
});

describe('the mere picture of a diagram', () => {
  test('has no links, keeps places and shapes, and is hidden from screen readers', () => {
    expect(diagramPicture(linked)).toBe(
      '<svg aria-hidden="true" focusable="false" width="90" height="40" class="flowchart"><g><text>App</text></g><g transform="translate(1, 2)"><text>Store</text></g></svg>',
    );
  });
});
