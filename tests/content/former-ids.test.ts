import { describe } from 'vitest';
import { testSituations } from './situations.ts';

describe('a former id that is in use', () => {
  testSituations([
    {
      situation: 'former slug that is the present one',
      edits: [['related: [worker-stalled]', 'related: [worker-stalled]\naliases: [broker-queue-full]']],
      expected: [{ kind: 'duplicate-id', at: 'broker-queue-full]', found: 'which is the present slug of the article', mend: 'remove it' }],
    },
    {
      situation: 'former slug twice',
      edits: [['related: [worker-stalled]', 'related: [worker-stalled]\naliases: [old-name, "old-name"]']],
      expected: [{ kind: 'duplicate-id', at: '"old-name"', found: 'the alias "old-name" a second time', mend: 'remove it' }],
    },
    {
      situation: 'former slug that is reserved for a planned article',
      edits: [['related: [worker-stalled]', 'related: [worker-stalled]\naliases:\n  - broker-disk-full']],
      expected: [
        {
          kind: 'duplicate-id',
          at: 'broker-disk-full\n---',
          found: 'reserved for a planned article',
          mend: 'remove it from reserved-slugs.yaml',
        },
      ],
    },
    {
      situation: 'former id of a cause that a fix has',
      edits: [
        [
          '    title: "Jobs arrive faster than they are taken"',
          '    title: "Jobs arrive faster than they are taken"\n    aliases: [ add-consumers ]',
        ],
      ],
      expected: [
        {
          kind: 'duplicate-id',
          at: 'add-consumers ]',
          found: 'id "add-consumers", which this article uses already',
          mend: 'choose another id',
        },
      ],
    },
    {
      situation: 'former id of a heading that a check has',
      edits: [['[#how-it-fills]', '[#how-it-fills #is-the-consumer-slow]']],
      expected: [{ kind: 'duplicate-id', at: '### How a queue', found: '"is-the-consumer-slow"', mend: 'choose another id' }],
    },
    {
      situation: 'id that the page template uses itself',
      edits: [['[#how-it-fills]', '[#look-alikes]']],
      expected: [{ kind: 'duplicate-id', at: '### How a queue', found: 'id "look-alikes"', mend: 'choose another id' }],
    },
    {
      situation: 'anchor that is declared as moved but still exists',
      edits: [
        [
          'related: [worker-stalled]',
          'related: [worker-stalled]\nmoved:\n  - from: raise-the-limit\n    to: article:worker-stalled#let-it-go',
        ],
      ],
      expected: [
        {
          kind: 'duplicate-id',
          at: 'from: raise-the-limit',
          found: '"raise-the-limit", which this article uses already',
          mend: 'choose another id',
        },
      ],
    },
    {
      situation: 'anchor that moved twice',
      edits: [
        ['related: [worker-stalled]', 'related: [worker-stalled]\nmoved:\n  - { from: old, to: "#fix" }\n  - { from:  old, to: "#stop" }'],
      ],
      expected: [{ kind: 'duplicate-id', at: 'from:  old', found: '"old", which this article uses already', mend: 'choose another id' }],
    },
  ]);
});

describe('a moved anchor with a target that does not exist', () => {
  const moved = (line: string): [string, string][] => [['related: [worker-stalled]', `related: [worker-stalled]\nmoved:\n  - ${line}`]];
  testSituations([
    {
      situation: 'section of this article that is not there',
      edits: moved('{ from: old, to: "#add-consumer" }'),
      expected: [
        {
          kind: 'broken-link',
          at: 'to: "#add-consumer"',
          found: '"#add-consumer", which does not exist',
          mend: 'did you mean "add-consumers"?',
        },
      ],
    },
    {
      situation: 'section that the other article does not have',
      edits: moved('{ from: old, to: article:worker-stalled#let-it-be }'),
      expected: [
        {
          kind: 'broken-link',
          at: 'to: article:worker-stalled#let-it-be',
          found: 'which does not exist',
          mend: 'did you mean "let-it-go"?',
        },
      ],
    },
    {
      situation: 'article that is not there',
      edits: moved('{ from: old, to: article:worker-stale }'),
      expected: [
        { kind: 'broken-link', at: 'to: article:worker-stale }', found: 'which does not exist', mend: 'did you mean "worker-stalled"?' },
      ],
    },
    {
      situation: 'symptom that is not there',
      edits: moved('{ from: old, to: symptom:worker-holds-a-job }'),
      expected: [{ kind: 'broken-link', at: 'to: symptom', found: 'which does not exist', mend: 'did you mean "worker-holds-its-job"?' }],
    },
    {
      situation: 'another site',
      edits: moved('{ from: old, to: "https://example.org/old" }'),
      expected: [{ kind: 'broken-link', at: 'to: "https', found: 'which does not exist', mend: 'accepted: "#id"' }],
    },
    {
      situation: 'in a circle',
      edits: moved('{ from: old, to: "#older" }\n  - { from: older, to: "#old" }'),
      expected: [
        { kind: 'broken-link', at: 'to: "#older"', found: '"#older", which does not exist', mend: 'accepted' },
        { kind: 'broken-link', at: 'to: "#old" ', found: '"#old", which does not exist', mend: 'accepted' },
      ],
    },
    {
      situation: 'from an article that was not merged into this one',
      edits: moved('{ from: job-lost#old, to: "#fix" }'),
      expected: [
        {
          kind: 'dangling-relation',
          at: 'from: job-lost#old',
          found: 'the former slug "job-lost"',
          mend: 'add "aliases: [job-lost]" at the top level',
        },
      ],
    },
    {
      situation: 'from a symptom’s page',
      edits: [['    nearMisses:', '    moved: [{ from: old, to: "#gone" }]\n    nearMisses:']],
      expected: [{ kind: 'broken-link', at: 'to: "#gone"', found: '"#gone", which does not exist', mend: 'accepted' }],
    },
  ]);
});

describe('a former technology', () => {
  testSituations([
    {
      situation: 'that is there',
      file: 'technologies.yaml',
      edits: [['name: Broker,', 'name: Broker, aliases: [ linux ],']],
      expected: [{ kind: 'data-file', at: 'linux ]', found: 'a second entry "linux"', mend: 'remove one of the two' }],
    },
  ]);
});
