import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { checkContent } from '../../src/check/check-content.ts';
import { article, contentRoot, editContent, writeContent } from './content-root.ts';
import { testSituations } from './situations.ts';

describe('a relation to something that does not exist', () => {
  testSituations([
    {
      situation: 'unknown technology',
      edits: [['technologies: [broker, linux]', 'technologies: [broker, linus]']],
      expected: [
        {
          kind: 'unknown-technology',
          at: 'linus',
          found: 'technology "linus"',
          mend: 'did you mean "linux"? accepted: broker, linux; if it is a new one, add a line to technologies.yaml: - { id: linus, name: …, colour: red|amber|green|teal|cyan|blue|indigo|slate }',
        },
      ],
    },
    {
      situation: 'unknown author',
      edits: [['authors: [editors]', 'authors: [nobody]']],
      expected: [
        {
          kind: 'unknown-author',
          at: 'nobody',
          found: 'author "nobody"',
          mend: 'accepted: editors; if it is a new one, add a line to authors.yaml: - { id: nobody, name: … }',
        },
      ],
    },
    {
      situation: 'dangling fix of a symptom',
      edits: [['fixes: [raise-the-limit, add-consumers]', 'fixes: [raise-the-limit, add-consumer]']],
      expected: [{ kind: 'dangling-relation', at: 'add-consumer]', found: 'fix "add-consumer"', mend: 'did you mean "add-consumers"?' }],
    },
    {
      situation: 'technology of a symptom that is none of its article',
      edits: [['kind: error\n', 'kind: error\n    technologies: [linus]\n']],
      expected: [{ kind: 'dangling-relation', at: 'linus]', found: 'technology of the article "linus"', mend: 'did you mean "linux"?' }],
    },
    {
      situation: 'reading of a check that proves nothing known',
      edits: [['is: consumer-too-slow', 'is: consumer-to-slow']],
      expected: [
        {
          kind: 'dangling-relation',
          at: 'is: consumer-to-slow',
          found: 'cause, look-alike or symptom of the article "consumer-to-slow"',
          mend: 'did you mean "consumer-too-slow"?',
        },
      ],
    },
    {
      situation: 'reading of a check that leads nowhere',
      edits: [['do: add-consumers', 'do: add-consumer']],
      expected: [
        {
          kind: 'dangling-relation',
          at: 'do: add-consumer }',
          found: 'fix or check of the article "add-consumer"',
          mend: 'did you mean "add-consumers"?',
        },
      ],
    },
    {
      situation: 'dangling cause of a symptom',
      edits: [
        ['    phrases: ["mail arrives an hour late"]', '    causes: [slow-consumer]\n    phrases: ["mail arrives an hour late"]'],
        [
          '    impact: "Users see results late; nothing is lost yet."\n    causes: [consumer-too-slow]',
          '    impact: "Users see results late; nothing is lost yet."',
        ],
      ],
      expected: [{ kind: 'dangling-relation', at: 'slow-consumer]', found: 'cause "slow-consumer"', mend: 'accepted: consumer-too-slow' }],
    },
    {
      situation: 'dangling check of a symptom',
      edits: [['    check: is-the-consumer-slow\n    fixes: [add-consumers]', '    check: is-it-slow\n    fixes: [add-consumers]']],
      expected: [
        { kind: 'dangling-relation', at: 'check: is-it-slow', found: 'check "is-it-slow"', mend: 'accepted: is-the-consumer-slow' },
      ],
    },
    {
      situation: 'dangling look-alike of a symptom',
      edits: [['lookAlikes: [disk-full]', 'lookAlikes: [disc-full]']],
      expected: [{ kind: 'dangling-relation', at: 'disc-full', found: 'look-alike "disc-full"', mend: 'did you mean "disk-full"?' }],
    },
    {
      situation: 'dangling reference of a signature',
      edits: [['source: client-source', 'source: client-code']],
      expected: [
        { kind: 'dangling-relation', at: 'source: client-code', found: 'reference "client-code"', mend: 'accepted: client-source' },
      ],
    },
    {
      situation: 'dangling cause of a fix',
      edits: [
        [
          '    resolves: [consumer-too-slow]\n    takesEffect: at the next rise',
          '    resolves: [too-slow]\n    takesEffect: at the next rise',
        ],
      ],
      expected: [
        {
          kind: 'dangling-relation',
          at: 'too-slow]\n    takesEffect: at the next',
          found: 'cause "too-slow"',
          mend: 'accepted: consumer-too-slow',
        },
      ],
    },
    {
      situation: 'dangling symptom of a look-alike',
      edits: [['symptom: worker-holds-its-job\n    article', 'symptom: worker-holds-a-job\n    article']],
      expected: [
        {
          kind: 'dangling-relation',
          at: 'symptom: worker-holds-a-job',
          found: 'symptom "worker-holds-a-job"',
          mend: 'did you mean "worker-holds-its-job"?',
        },
      ],
    },
    {
      situation: 'look-alike of an article that is neither there nor reserved',
      edits: [['article: broker-disk-full', 'article: broker-disk-fill']],
      expected: [
        {
          kind: 'dangling-relation',
          at: 'article: broker-disk-fill',
          found: 'article "broker-disk-fill"',
          mend: 'did you mean "broker-disk-full"?',
        },
      ],
    },
    {
      situation: 'dangling related article',
      edits: [['related: [worker-stalled]', 'related: [worker-crashed]']],
      expected: [
        { kind: 'dangling-relation', at: 'worker-crashed', found: 'related article "worker-crashed"', mend: 'accepted: worker-stalled' },
      ],
    },
    {
      situation: 'article related to itself',
      edits: [['related: [worker-stalled]', 'related: [broker-queue-full]']],
      expected: [
        {
          kind: 'dangling-relation',
          at: 'broker-queue-full',
          found: 'related article "broker-queue-full"',
          mend: 'accepted: worker-stalled',
        },
      ],
    },
  ]);
});

describe('an id that is there twice', () => {
  testSituations([
    {
      situation: 'duplicate symptom id in one article',
      edits: [
        ['  - id: broker-jobs-late', '  - id:   broker-job-refused'],
        ['<Symptom id="broker-jobs-late">', '<Symptom  id="broker-job-refused">'],
      ],
      expected: [
        {
          kind: 'duplicate-id',
          at: 'id:   broker-job-refused',
          found: '"broker-job-refused", which this article uses already',
          mend: 'choose another id',
        },
        {
          kind: 'duplicate-id',
          at: '<Symptom  id',
          found: 'a second <Symptom id="broker-job-refused">',
          mend: 'write one section for each id',
        },
      ],
    },
    {
      situation: 'duplicate symptom id across articles',
      edits: [
        ['  - id: broker-jobs-late', '  - id: worker-holds-its-job'],
        ['<Symptom id="broker-jobs-late">', '<Symptom id="worker-holds-its-job">'],
      ],
      expected: [
        {
          kind: 'duplicate-id',
          at: 'id: worker-holds-its-job',
          found: 'the article "worker-stalled" uses already',
          mend: 'the address of a page',
        },
        {
          kind: 'duplicate-id',
          file: 'articles/worker-stalled/index.mdx',
          at: 'id: worker-holds-its-job',
          found: 'the article "broker-queue-full" uses already',
          mend: 'choose an id that no other article uses',
        },
      ],
    },
    {
      situation: 'former slug that another article has',
      edits: [['related: [worker-stalled]', 'related: [worker-stalled]\naliases: [old-name, worker-stalled]']],
      expected: [
        {
          kind: 'duplicate-id',
          at: 'worker-stalled]\n---',
          found: 'the article "worker-stalled" uses already',
          mend: 'choose an id that no other article uses',
        },
      ],
    },
    {
      situation: 'a cause and a fix with one id',
      edits: [
        ['  - id: alert-on-depth', '  - id:  consumer-too-slow'],
        ['<Fix id="alert-on-depth">', '<Fix  id="consumer-too-slow">'],
      ],
      expected: [
        { kind: 'duplicate-id', at: 'id:  consumer-too-slow', found: '"consumer-too-slow"', mend: 'share one set of ids' },
        { kind: 'duplicate-id', at: '<Fix  id', found: 'a second <Fix id="consumer-too-slow">', mend: 'write one section for each id' },
      ],
    },
    {
      situation: 'heading with the id of a fix',
      edits: [['[#how-it-fills]', '[#add-consumers]']],
      expected: [{ kind: 'duplicate-id', at: '### How a queue', found: '"add-consumers"', mend: 'choose another id' }],
    },
  ]);
});

test('the file that lists technologies is named with its path, in whatever folder the content root is', async () => {
  const root = await contentRoot();
  await editContent(root, article, [['technologies: [broker, linux]', 'technologies: [broker, linus]']]);
  await editContent(root, 'articles/worker-stalled/index.mdx', [['authors: [editors]', 'authors: [editors]\naliases: [broker-disk-full]']]);
  const { issues } = await checkContent(root, path.dirname(root));
  const folder = path.basename(root);
  expect(issues.map(({ mend }) => mend)).toEqual([
    expect.stringContaining(`add a line to ${folder}/technologies.yaml: - { id: linus, `),
    expect.stringContaining(`remove it from ${folder}/reserved-slugs.yaml if`),
  ]);
});

test('an author without a list of authors is told where to begin one', async () => {
  const root = await contentRoot();
  await writeContent(root, 'authors.yaml', '[]\n');
  const { issues } = await checkContent(root, root);
  expect(issues.map(({ mend }) => mend)).toContain('if it is a new one, add a line to authors.yaml: - { id: editors, name: … }');
});
