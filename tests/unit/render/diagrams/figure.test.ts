import { describe, expect, test } from 'vitest';
import { decisionSteps } from '../../../../src/render/diagrams/decision-steps.ts';
import type { Drawing, DrawnNode } from '../../../../src/render/diagrams/drawing.ts';
import { diagramFigure } from '../../../../src/render/diagrams/figure.ts';
import { attributeOfMarkup, countElements } from '../../read-markup.ts';

const linked: Drawing = {
  svg: '<svg width="90" height="40" class="flowchart"><g><text>App</text></g><a transform="translate(1, 2)" href="#full"><text>Store</text></a></svg>',
  width: 90,
  height: 40,
  title: 'Where it sits',
  description: 'The app writes to the store.',
  nodes: [
    { id: 'app', label: 'App <1> & "co"', group: undefined, url: undefined, asks: false, isDiamond: false },
    { id: 'store', label: 'Store', group: 'Container, 4 GiB', url: '#full', asks: false, isDiamond: false },
  ],
  widestRow: [],
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
});

describe('a decision path', () => {
  const node = (id: string, asks: boolean, url?: string): DrawnNode => ({
    id,
    label: `${id}?`,
    group: undefined,
    url,
    asks,
    isDiamond: asks,
  });
  const decision: Partial<Drawing> = {
    nodes: [node('full', true, '#check'), node('raise', false, '#raise'), node('killed', true), node('wait', false)],
    edges: [
      { from: 'full', to: 'raise', label: 'yes' },
      { from: 'full', to: 'killed', label: 'no' },
      { from: 'killed', to: 'wait', label: '' },
    ],
  };
  const steps = [...figure(decision).matchAll(/<li>(?:(?!<li>).)*?(?=<\/li>|<ul>)/g)].map(([item]) => item.replaceAll(/<[^>]*>/g, ''));

  test('is told as numbered questions, each with what follows from its answers', () => {
    expect(steps).toEqual(['full?', 'yes: raise?', 'no: go on with 2', 'killed?', 'wait?']);
    expect(figure(decision)).toContain('<a href="/kb/articles/queue/#raise">raise?</a>');
  });

  test('is marked, so that narrow screens show the steps in place of the drawing', () => {
    expect(figure(decision)).toContain('<figure class="diagram is-decision">');
    expect(figure()).toContain('<figure class="diagram">');
  });

  test('that goes round in a circle has each step once', () => {
    const round = { ...decision, edges: [...(decision.edges ?? []), { from: 'wait', to: 'full', label: 'again' }] };
    expect(decisionSteps({ ...linked, ...round }).map(({ question }) => question.id)).toEqual(['full', 'killed', 'wait']);
  });
});
