import type { Root } from 'mdast';
import { mdxToMdast } from 'satteri';
import { expect, test } from 'vitest';
import { readBody } from '../../../src/content-model/body.ts';
import { contentsOf } from '../../../src/library/contents.ts';
import type { Article } from '../../../src/library/index.ts';

const titled = (id: string, title: string) => ({ id, title });

/** An article with this body; the table of contents looks at nothing but it and the titles. */
const article = (text: string) =>
  ({
    symptoms: [titled('full', 'Queue is full')],
    causes: [titled('slow', 'The consumer is slow')],
    checks: [],
    fixes: [titled('raise', 'Raise the limit')],
    body: readBody(mdxToMdast(text, { position: true }) as Root),
  }) as unknown as Article;

test('parts hold their headings and sections, in the order of the body', () => {
  const text = `## What you see [#symptoms]

<Symptom id="full">

x

</Symptom>

### And \`more\` [#more]

## Stop it [#stop]

<Fix id="raise">

#### Too deep for contents [#deep]

</Fix>`;
  expect(contentsOf(article(text))).toEqual([
    { id: 'symptoms', title: 'What you see', entries: [titled('full', 'Queue is full'), titled('more', 'And more')] },
    { id: 'stop', title: 'Stop it', entries: [titled('raise', 'Raise the limit')] },
  ]);
});

test('what has no anchor is left out: a link to it would lead nowhere', () => {
  const text = '## One [#one]\n\n### No id\n\n<Fix id="unknown">\n\nx\n\n</Fix>\n\n## Two';
  expect(contentsOf(article(text))).toEqual([{ id: 'one', title: 'One', entries: [] }]);
});
