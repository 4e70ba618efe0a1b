import type { Root } from 'mdast';
import { mdxToMdast } from 'satteri';
import { expect, test } from 'vitest';
import { readBody } from '../../../src/model/body.ts';
import { contentsOf } from '../../../src/content/contents.ts';

/** What the table of contents reads of an article with this body. */
const article = (text: string) => ({ body: readBody(mdxToMdast(text, { position: true }) as Root) });

test('parts stand in the order of the body, without what is in them', () => {
  const text = `## What you \`see\` [#symptoms]

<Symptom id="full">

x

</Symptom>

### And more [#more]

## Stop it [#stop]`;
  expect(contentsOf(article(text))).toEqual([
    { id: 'symptoms', title: 'What you see' },
    { id: 'stop', title: 'Stop it' },
  ]);
});

test('what has no anchor is left out: a link to it would lead nowhere', () => {
  expect(contentsOf(article('## One [#one]\n\n## Two'))).toEqual([{ id: 'one', title: 'One' }]);
});
