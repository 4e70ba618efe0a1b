import { articleParts } from '../../../../src/check/rules/article-parts.ts';
import { headings } from '../../../../src/check/rules/headings.ts';
import { describe } from 'vitest';
import { body, testRule } from './run-rule.ts';

describe('headings', () => {
  testRule(headings, [
    ['no headings', body('Text.'), []],
    ['levels that go down one by one and up at once', body('## A [#a]\n### B [#b]\n#### C [#c]\n## D [#d]'), []],
    ['a section counts as a heading of level three', body('## A [#a]\n\n<Fix id="f">\n\n#### B [#b]\n\n</Fix>'), []],
    ['a level that is skipped', body('## A [#a]\n#### B [#b]'), ['5:1 heading-level: a heading of level 4, "B", under level 2']],
    ['a first heading of level three', body('### A [#a]'), ['4:1 heading-level: a heading of level 3, "A", under level 1']],
    ['a title of the author’s own', body('# A [#a]\n## B [#b]'), ['4:1 heading-level: a heading of level 1, "A", under level 1']],
    ['no id', body('## A'), ['4:1 heading-id: the heading "A" without an id']],
    ['an id with capitals', body('## A [#Aa]'), ['4:1 heading-id: the heading "A [#Aa]" without an id']],
    [
      'both at once',
      body('#### A'),
      ['4:1 heading-level: a heading of level 4, "A", under level 1', '4:1 heading-id: the heading "A" without an id'],
    ],
  ]);
});

const parts = ['first', 'symptoms', 'stop', 'breaks', 'checks', 'fix', 'prove', 'prevent'].map((id) => `## ${id} [#${id}]`);

describe('the parts of an article', () => {
  testRule(articleParts, [
    ['all in their order', body(parts.join('\n')), []],
    ['with headings in them', body(parts.join('\n### More [#more]\n')), []],
    ['none', body('Text.'), ['1:1 article-parts: the parts none']],
    [
      'the last one missing',
      body(parts.slice(0, 7).join('\n')),
      ['10:1 article-parts: the parts first, symptoms, stop, breaks, checks, fix, prove'],
    ],
    [
      'one without id',
      body(['## Where', ...parts.slice(1)].join('\n')),
      ['4:1 article-parts: the parts "Where", symptoms, stop, breaks, checks, fix, prove, prevent'],
    ],
    [
      'one too many',
      body([...parts, '## More [#more]'].join('\n')),
      ['12:1 article-parts: the parts first, symptoms, stop, breaks, checks, fix, prove, prevent, more'],
    ],
    [
      'one twice',
      body([parts[0], ...parts].join('\n')),
      ['5:1 article-parts: the parts first, first, symptoms, stop, breaks, checks, fix, prove, prevent'],
    ],
  ]);
});
