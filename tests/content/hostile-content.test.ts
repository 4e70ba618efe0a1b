/** What an author, or somebody who writes in an author's name, might put into content so that it runs in a reader's browser. */
import { describe, expect, test } from 'vitest';
import { checkAll } from '../../src/check/index.ts';
import { noMemory } from '../../src/check/memory.ts';
import { drawDiagrams } from '../../src/render/diagrams/index.ts';
import { article, contentRoot, editContent } from './content-root.ts';
import { testSituations, type Situation } from './situations.ts';

const click = '  click queue href "#broker-job-refused"';
const link = '[the check](#is-the-consumer-slow)';

const linkTo = (url: string): Situation => ({
  situation: `a link to ${url}`,
  edits: [[link, `[the check](${url})`]],
  expected: [{ kind: 'broken-link', at: `[the check](${url})`, found: `a link to "${url}"`, mend: 'a full https address' }],
});

describe('links that would run code', () => {
  testSituations([
    linkTo('javascript:alert(1)'),
    linkTo('JavaScript:alert(1)'),
    linkTo('data:text/html,hi'),
    linkTo('vbscript:x'),
    {
      situation: 'a link from a diagram',
      edits: [[click, 'click queue href "javascript:alert(1)"']],
      expected: [{ kind: 'broken-link', at: 'click queue', found: 'javascript:alert(1)', mend: 'a full https address' }],
    },
  ]);
});

describe('tags that would run code', () => {
  testSituations([
    {
      situation: 'a script',
      edits: [['Watch the depth for a day.', '<script>alert(1)</script>']],
      expected: [{ kind: 'unknown-tag', at: '<script>', found: 'the tag <script>', mend: 'if it is text, put it in backticks' }],
    },
    {
      situation: 'an image with a handler',
      edits: [['Watch the depth for a day.', '<img src="x" onerror="alert(1)" />']],
      expected: [{ kind: 'unknown-tag', at: '<img', found: 'the tag <img>', mend: 'if it is text, put it in backticks' }],
    },
  ]);
});

test.for([
  ['a link behind a semicolon', '; click producer href "javascript:alert(1)"', 'it links to "about:blank"'],
  [
    'a link that the content check cannot read',
    '; click producer href "https://elsewhere.example/"',
    'it links to "https://elsewhere.example/"',
  ],
  ['a call', '\n  click producer call alert()', 'it has a click that is not a link'],
  ['a picture', '\n  shown@{ icon: "fa:user", label: "shown" }', 'it contains <svg>'],
] as const)('a diagram with %s is refused, with how to mend it', async ([, added, reason]) => {
  const root = await contentRoot();
  await editContent(root, article, [[click, `${click}${added}`]]);
  const { issues } = await checkAll(root, root, noMemory());
  expect(issues.map(({ kind, found }) => [kind, found])).toEqual([['diagram', expect.stringContaining(reason)]]);
});

test('HTML in a label of a diagram is text', async () => {
  const label = '<img src=x onerror=alert(1)><script>alert(1)</script><a href=javascript:alert(1)>x</a>';
  const source = `flowchart TB\n  accTitle: A title\n  accDescr: A description\n  a["${label}"] -->|"${label}"| b["&lt;script&gt;alert(1)"]`;
  const [result] = await drawDiagrams([source]);
  if (!result?.ok) throw new Error(result?.reason);
  expect(result.drawing.svg).not.toMatch(/<(img|script|a|foreignObject|iframe)\b|\son\w+=|href=/);
  expect(result.drawing.svg).toContain('&lt;script&gt;');
});
