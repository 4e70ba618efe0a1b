import { describe } from 'vitest';
import { duplicateIds } from '../../../../src/check/rules/duplicate-ids.ts';
import { signatures } from '../../../../src/check/rules/signatures.ts';
import { articleFrom, frontmatter, testRule } from './run-rule.ts';

const other = articleFrom(
  frontmatter(
    'aliases: [old-worker]',
    'symptoms: [{ id: worker-late, aliases: [worker-slow], signatures: [{ text: "worker <pid>  is LATE" }] }]',
    'fixes: [{ id: free-it }]',
  ),
  'worker',
);
const already = (id: string, owner?: string) => `the id "${id}", which ${owner ? `the article "${owner}"` : 'this article'} uses already`;

describe('ids', () => {
  testRule(
    duplicateIds,
    [
      ['each its own', `${frontmatter('symptoms: [{ id: a }]', 'causes: [{ id: b }]', 'references: [{ id: a }]')}\n### C [#c]`, []],
      ['the id of a fix of another article', frontmatter('fixes: [{ id: free-it }]'), []],
      ['two of one kind', frontmatter('fixes: [{ id: a }, { id: a }]'), [`2:22 duplicate-id: ${already('a')}`]],
      ['two of different kinds', frontmatter('symptoms: [{ id: a }]', 'lookAlikes: [{ id: a }]'), [`3:16 duplicate-id: ${already('a')}`]],
      [
        'a former id that is in use',
        frontmatter('symptoms: [{ id: a, aliases: [b] }]', 'checks: [{ id: b }]'),
        [`2:31 duplicate-id: ${already('b')}`],
      ],
      ['the id of a part', frontmatter('causes: [{ id: symptoms }]'), [`2:12 duplicate-id: ${already('symptoms')}`]],
      ['two references', frontmatter('references: [{ id: a }, { id: a }]'), [`2:27 duplicate-id: ${already('a')}`]],
      ['two headings', `${frontmatter('title: x')}### A [#a]\n\n### B [#a]`, [`6:1 duplicate-id: ${already('a')}`]],
      [
        'a heading with the anchor of the list of references',
        `${frontmatter('title: x')}### A [#references]`,
        [`4:1 duplicate-id: ${already('references')}`],
      ],
      [
        'a symptom of another article',
        frontmatter('symptoms: [{ id: worker-late }]'),
        [`2:14 duplicate-id: ${already('worker-late', 'worker')}`],
      ],
      [
        'a former symptom of another article',
        frontmatter('symptoms: [{ id: worker-slow }]'),
        [`2:14 duplicate-id: ${already('worker-slow', 'worker')}`],
      ],
      [
        'a former id that another article uses',
        frontmatter('symptoms: [{ id: a, aliases: [worker-late] }]'),
        [`2:31 duplicate-id: ${already('worker-late', 'worker')}`],
      ],
      ['a former slug that is an article', frontmatter('aliases: [worker]'), [`2:11 duplicate-id: ${already('worker', 'worker')}`]],
      [
        'a former slug that is another’s too',
        frontmatter('aliases: [old-worker]'),
        [`2:11 duplicate-id: ${already('old-worker', 'worker')}`],
      ],
    ],
    [other],
  );
});

const signature = (...texts: string[]) =>
  frontmatter('symptoms:', '  - id: a', '    signatures:', ...texts.map((text) => `      - text: '${text}'`));

describe('signatures', () => {
  testRule(
    signatures,
    [
      ['of their own', signature('job <id> refused', 'exit code 137', 'pods \\<none>'), []],
      [
        'placeholders only',
        signature('<pod>: <any>'),
        ['5:9 signature-not-literal: the signature "<pod>: <any>", which has no literal word'],
      ],
      [
        'unknown placeholders',
        signature('job <jid> of <quue>'),
        ['5:9 unknown-placeholder: the placeholder <jid>', '5:9 unknown-placeholder: the placeholder <quue>'],
      ],
      ['that differ in a placeholder', signature('worker <host> is late'), []],
      ['the same twice in one symptom', signature('job refused', 'job refused'), []],
      ['another symptom’s, but for case and blanks', signature('job refused', 'Worker <pid> is late'), []],
      ['that the schema has reported', frontmatter('symptoms: [{ id: a, signatures: [{}, 5] }]'), []],
    ],
    [other],
  );

  // The first symptom keeps the signature; the second is reported.
  testRule(
    (article, corpus) => signatures(article, { ...corpus, articles: corpus.articles.toReversed() }),
    [
      [
        'another symptom’s that stands before it',
        signature('job refused', 'Worker <pid> is late'),
        ['6:9 signature-shared: the signature "Worker <pid> is late", which the symptom "worker-late" has as well'],
      ],
    ],
    [other],
  );
});
