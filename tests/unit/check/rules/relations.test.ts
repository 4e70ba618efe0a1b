import { describe } from 'vitest';
import { relations } from '../../../../src/check/rules/relations.ts';
import { links } from '../../../../src/check/rules/links.ts';
import { articleFrom, body, frontmatter, testRule } from './run-rule.ts';

const other = articleFrom(
  `${frontmatter('symptoms: [{ id: worker-late, aliases: [worker-slow] }]', 'fixes: [{ id: free-it }]', 'references: [{ id: manual }]')}\n## Place [#place]\n\n### More [#more]\n`,
  'worker',
);
const unread = articleFrom('', 'unread');

describe('relations', () => {
  testRule(
    relations,
    [
      [
        'a look-alike that is a symptom of no article',
        frontmatter('lookAlikes: [{ id: a, symptom: y }]'),
        ['2:23 dangling-relation: symptom "y", which does not exist'],
      ],
    ],
    [other],
  );
  testRule(
    relations,
    [
      ['nothing at all', frontmatter('title: x'), []],
      ['all that exists', frontmatter('technologies: [broker, linux]', 'authors: [editors]', 'related: [worker, unread]'), []],
      [
        'an unknown technology',
        frontmatter('technologies: [broker, x]'),
        ['2:24 unknown-technology: technology "x", which does not exist'],
      ],
      ['an unknown author', frontmatter('authors: [x]'), ['2:11 unknown-author: author "x", which does not exist']],
      [
        'a reserved article as related',
        frontmatter('related: [disk-full]'),
        ['2:11 dangling-relation: related article "disk-full", which does not exist'],
      ],
      [
        'itself as related',
        frontmatter('related: [queue-full]'),
        ['2:11 dangling-relation: related article "queue-full", which does not exist'],
      ],
      ['a look-alike of a reserved article', frontmatter('lookAlikes: [{ id: a, article: disk-full, symptom: worker-late }]'), []],
      [
        'a look-alike of what is not there',
        frontmatter('lookAlikes:', '  - { id: a, article: x, symptom: y, check: z }'),
        ['3:38 dangling-relation: check "z", which does not exist', '3:14 dangling-relation: article "x", which does not exist'],
      ],
      [
        'a cause of another article',
        frontmatter(
          'symptoms:',
          '  - { id: s, causes: [c, d], fixes: [f], check: k }',
          'causes: [{ id: c }]',
          'fixes: [{ id: f }]',
          'checks: [{ id: k }]',
        ),
        ['3:26 dangling-relation: cause "d", which does not exist'],
      ],
      ['a signature without source', frontmatter('symptoms: [{ id: s, signatures: [{ text: x }] }]'), []],
      [
        'a signature with the source of another article',
        frontmatter('symptoms:', '  - { id: s, signatures: [{ text: x, source: manual }] }'),
        ['3:38 dangling-relation: reference "manual", which does not exist'],
      ],
      [
        'a fix of nothing known',
        frontmatter('fixes:', '  - { id: f, resolves: [c] }'),
        ['3:25 dangling-relation: cause "c", which does not exist'],
      ],
      [
        'an item without id before it does not move the place',
        frontmatter('fixes:', '  - { kind: resolve }', '  - { id: f, resolves: [c] }'),
        ['4:25 dangling-relation: cause "c", which does not exist'],
      ],
    ],
    [other, unread],
  );
});

const declared = `---\nsymptoms: [{ id: full, aliases: [old-full] }]\ncauses: [{ id: slow }]\nlookAlikes: [{ id: disk }]\nreferences: [{ id: manual }]\n---\n`;
const text = (...urls: string[]) => declared + urls.map((url) => `[x](${url})\n`).join('');

describe('links', () => {
  testRule(
    links,
    [
      [
        'to sections of the article',
        `${text('#full', '#old-full', '#slow', '#disk', '#references', '#ref-manual', '#own')}\n### Own [#own]`,
        [],
      ],
      [
        'to what exists elsewhere',
        text(
          'article:worker',
          'article:worker#free-it',
          'article:worker#more',
          'symptom:worker-late',
          'symptom:full',
          'ref:manual',
          'https://example.org',
        ),
        [],
      ],
      ['to any section of an article that could not be read', text('article:unread#anything'), []],
      [
        'to sections that are not there',
        text('#ful', 'article:worker#slow'),
        ['7:1 broken-link: a link to "#ful"', '8:1 broken-link: a link to "article:worker#slow"'],
      ],
      ['to a section without a name', text('#'), ['7:1 broken-link: a link to "#"']],
      ['to a reserved article', text('article:disk-full'), ['7:1 broken-link: a link to "article:disk-full"']],
      ['to a reference of another article', body('[x](ref:manual)'), ['4:1 broken-link: a link to "ref:manual"']],
      [
        'of other forms',
        text('http://example.org', '/articles/worker/', 'mailto:a@example.org'),
        ['http://example.org', '/articles/worker/', 'mailto:a@example.org'].map(
          (url, index) => `${7 + index}:1 broken-link: a link to "${url}"`,
        ),
      ],
      [
        'a bare address in prose that is not https',
        `${declared}See http://localhost:8000 now.`,
        ['7:5 broken-link: a link to "http://localhost:8000"'],
      ],
      [
        'in a diagram',
        `${declared}\`\`\`mermaid\nflowchart TB\n  a --> b\n  click a href "#ful"\n  click b href "#full"\n\`\`\``,
        ['10:1 broken-link: a link to "#ful"'],
      ],
    ],
    [other, unread],
  );
});
